/** How long a call may take, and what giving it up does. */
import { describe, expect, it } from 'vitest';
import { buildRig, callsOf, failTimes, fault, fullyVaccinated, otpSent } from './upstream-rig.ts';

const givenUp = { ok: false, error: { code: 'conflict', message: 'The call was given up' } };

describe('time', () => {
  it('a call ends after 25 s, whatever the network does', async () => {
    const rig = buildRig();
    rig.script('silence');
    const asked = callsOf(rig.upstream).generateOtp();
    await rig.clock.pass(24_999);
    expect(rig.requests[0]?.signal?.aborted).toBe(false);
    await rig.clock.pass(1);
    expect(await asked).toMatchObject({ ok: false, error: { code: 'upstream-unavailable' } });
    expect(rig.requests[0]?.signal?.aborted).toBe(true);
    expect(rig.clock.timers()).toBe(0);
  });

  it('a call ends after 25 s even when the port does not listen to its signal', async () => {
    const rig = buildRig();
    rig.script(() => new Promise(() => undefined));
    const asked = callsOf(rig.upstream).readStatus();
    await rig.clock.pass(25_000);
    expect(await asked).toMatchObject({ ok: false, error: { code: 'upstream-unavailable' } });
  });

  it('retries and waits count: three slow attempts are cut at 25 s', async () => {
    const rig = buildRig();
    const slow = () =>
      new Promise<never>((_resolve, reject) => rig.clock.after(10_000, () => reject(fault('headers-timeout', true))));
    rig.script(slow, slow, slow);
    const asked = callsOf(rig.upstream).readStatus();
    await rig.clock.pass(25_000);
    expect(await asked).toMatchObject({ ok: false, error: { code: 'upstream-unavailable' } });
    expect(rig.requests).toHaveLength(3);
  });

  it('no attempt is made that could not begin in time', async () => {
    const rig = buildRig();
    const late = () =>
      new Promise<never>((_resolve, reject) => rig.clock.after(24_900, () => reject(fault('reset', true))));
    rig.script(late);
    const asked = callsOf(rig.upstream).readStatus();
    await rig.clock.pass(24_900);
    expect(await asked).toMatchObject({ ok: false, error: { code: 'upstream-unavailable' } });
    expect(rig.requests).toHaveLength(1);
  });

  it('settings that give one attempt more time give the call more', async () => {
    const rig = buildRig({ timeouts: { connectMs: 5_000, headersMs: 60_000, bodyMs: 10_000 } });
    rig.script('silence');
    let answered = false;
    const asked = callsOf(rig.upstream).generateOtp();
    asked.finally(() => {
      answered = true;
    });
    await rig.clock.pass(74_999);
    expect(answered).toBe(false);
    await rig.clock.pass(1);
    expect((await asked).ok).toBe(false);
  });

  it('the times and the size of each request come from the settings', async () => {
    const rig = buildRig({ timeouts: { connectMs: 1, headersMs: 2, bodyMs: 3 } });
    rig.script(otpSent);
    await callsOf(rig.upstream).generateOtp();
    expect(rig.requests[0]).toMatchObject({ connectMs: 1, headersMs: 2, bodyMs: 3, maxBodyBytes: 65_536 });
  });
});

describe('giving up', () => {
  it('before the start sends nothing', async () => {
    const rig = buildRig();
    expect(await callsOf(rig.upstream).generateOtp(AbortSignal.abort())).toEqual(givenUp);
    expect(rig.requests).toHaveLength(0);
  });

  it('while a request is under way aborts it', async () => {
    const rig = buildRig();
    rig.script('silence');
    const abort = new AbortController();
    const asked = callsOf(rig.upstream).confirmOtp(abort.signal);
    await rig.clock.pass(1_000);
    abort.abort();
    expect(await asked).toEqual(givenUp);
    expect(rig.requests[0]?.signal?.aborted).toBe(true);
    expect(rig.clock.timers()).toBe(0);
  });

  it('while waiting for a retry ends the wait', async () => {
    const rig = buildRig();
    rig.script(fault('refused', false));
    const abort = new AbortController();
    const asked = callsOf(rig.upstream).readStatus(abort.signal);
    await rig.clock.pass(100);
    abort.abort();
    expect(await asked).toEqual(givenUp);
    expect([rig.requests.length, rig.clock.timers()]).toEqual([1, 0]);
  });

  it('drops an answer that comes in the same moment (E1)', async () => {
    const rig = buildRig();
    const abort = new AbortController();
    rig.script(async () => {
      abort.abort();
      return fullyVaccinated;
    });
    expect(await callsOf(rig.upstream).readStatus(abort.signal)).toEqual(givenUp);
  });

  it('says nothing against the upstream', async () => {
    const rig = buildRig();
    for (let nth = 0; nth < 6; nth += 1) {
      rig.script('silence');
      const abort = new AbortController();
      const asked = callsOf(rig.upstream).generateOtp(abort.signal);
      abort.abort();
      await asked;
    }
    expect(rig.upstream.health()).toEqual({ state: 'ok' });
    rig.script(otpSent);
    expect((await callsOf(rig.upstream).generateOtp()).ok).toBe(true);
  });

  it('a trial call lets the next one try', async () => {
    const rig = buildRig();
    await failTimes(rig, 5);
    await rig.clock.pass(15_000);
    rig.script('silence', otpSent);
    const abort = new AbortController();
    const asked = callsOf(rig.upstream).generateOtp(abort.signal);
    abort.abort();
    await asked;
    expect((await callsOf(rig.upstream).generateOtp()).ok).toBe(true);
  });
});
