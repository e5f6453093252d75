/** What surrounds a call: breaker, pause, budget, log. */
import { describe, expect, it } from 'vitest';
import {
  asha,
  buildRig,
  callsOf,
  code,
  failTimes,
  fault,
  fullyVaccinated,
  otpConfirmed,
  otpSent,
  reply,
  visit,
} from './upstream-rig.ts';

describe('the breaker', () => {
  it('answers at once after five faults in a row, and says when to come again', async () => {
    const rig = buildRig();
    await failTimes(rig, 5);
    await rig.clock.pass(5_000);
    expect(await callsOf(rig.upstream).confirmOtp()).toMatchObject({
      ok: false,
      error: { code: 'upstream-unavailable', retryAfterMs: 10_000 },
    });
    expect(rig.requests).toHaveLength(5);
  });

  it.each([
    ['malformed answers', reply(200, '<html>')],
    ['403', reply(403, '')],
    ['timeouts', fault('headers-timeout', true)],
  ])('counts %s', async (_name, met) => {
    const rig = buildRig();
    for (let nth = 0; nth < 5; nth += 1) {
      rig.script(met);
      await callsOf(rig.upstream).generateOtp();
    }
    expect((await callsOf(rig.upstream).generateOtp()).ok).toBe(false);
    expect(rig.requests).toHaveLength(5);
  });

  it.each([
    ['unknown persons', reply(400, { errorCode: 'USRAUT0015' })],
    ['codes asked for too soon', reply(400, 'OTP Already Sent')],
  ])('does not count %s', async (_name, met) => {
    const rig = buildRig();
    for (let nth = 0; nth < 8; nth += 1) {
      rig.script(met);
      await callsOf(rig.upstream).generateOtp();
    }
    expect(rig.requests).toHaveLength(8);
  });

  it('makes its trial call once, without retries', async () => {
    const rig = buildRig();
    await failTimes(rig, 5);
    await rig.clock.pass(15_000);
    rig.script(fault('refused', false));
    expect((await callsOf(rig.upstream).readStatus()).ok).toBe(false);
    expect(rig.requests).toHaveLength(6);
    expect(rig.upstream.health()).toMatchObject({ state: 'down', retryAfterMs: 30_000 });
  });

  it('stops the retries of calls that are under way', async () => {
    const rig = buildRig();
    await failTimes(rig, 4);
    rig.script(fault('reset', true), reply(500, ''));
    const reading = callsOf(rig.upstream).readStatus();
    await rig.clock.pass(0);
    await callsOf(rig.upstream).generateOtp();
    rig.script(fault('reset', true));
    await rig.clock.pass(1_000);
    expect((await reading).ok).toBe(false);
    expect(rig.requests).toHaveLength(7);
  });
});

describe('what certainly did not go out is marked', () => {
  it.each([
    ['refused connection', fault('refused', false), true],
    ['reset connection', fault('reset', true), undefined],
    ['status 500', reply(500, ''), undefined],
  ])('%s', async (_name, met, unsent) => {
    const rig = buildRig();
    rig.script(met, met, met);
    const asked = callsOf(rig.upstream).generateOtp();
    await rig.clock.pass(5_000);
    const answered = await asked;
    expect('unsent' in answered ? answered.unsent : undefined).toBe(unsent);
  });

  it('an open breaker', async () => {
    const rig = buildRig();
    await failTimes(rig, 5);
    expect(await callsOf(rig.upstream).generateOtp()).toMatchObject({ ok: false, unsent: true });
  });
});

describe('after a 429', () => {
  it('that does not say how long, the next visit may try, and after a second one in a row none for a minute', async () => {
    const rig = buildRig();
    rig.script(reply(429, ''), reply(429, ''));
    await callsOf(rig.upstream).generateOtp();
    await callsOf(rig.upstream).generateOtp();
    expect(await callsOf(rig.upstream).generateOtp()).toMatchObject({
      ok: false,
      error: { code: 'upstream-rate-limited', retryAfterMs: 60_000 },
    });
    expect(rig.requests).toHaveLength(2);
  });

  it('no new visit is begun until its time has passed, and visits under way go on', async () => {
    const rig = buildRig();
    rig.script(reply(429, '', { 'retry-after': '20' }));
    await callsOf(rig.upstream).readStatus();
    await rig.clock.pass(5_000);
    expect(await callsOf(rig.upstream).generateOtp()).toMatchObject({
      ok: false,
      error: { code: 'upstream-rate-limited', retryAfterMs: 15_000 },
    });
    rig.script(otpConfirmed);
    expect((await callsOf(rig.upstream).confirmOtp()).ok).toBe(true);
    await rig.clock.pass(15_000);
    rig.script(otpSent);
    expect((await callsOf(rig.upstream).generateOtp()).ok).toBe(true);
    expect(rig.requests).toHaveLength(3);
  });

  it('a shorter one does not shorten a longer one', async () => {
    const rig = buildRig();
    rig.script(reply(429, '', { 'retry-after': '20' }), reply(429, '', { 'retry-after': '5' }));
    await callsOf(rig.upstream).confirmOtp();
    await callsOf(rig.upstream).confirmOtp();
    expect(rig.upstream.health()).toMatchObject({ retryAfterMs: 20_000 });
  });
});

describe('the rate budget', () => {
  it('refuses a call before it goes out', async () => {
    const rig = buildRig();
    rig.budgetWaitMs = 7_000;
    expect(await callsOf(rig.upstream).generateOtp()).toMatchObject({
      ok: false,
      error: { code: 'upstream-rate-limited', retryAfterMs: 7_000 },
    });
    expect(rig.requests).toHaveLength(0);
    expect(rig.upstream.health()).toEqual({ state: 'ok' });
  });

  it('is asked before a retry as well', async () => {
    const rig = buildRig();
    rig.script(fault('reset', true));
    const asked = callsOf(rig.upstream).readStatus();
    await rig.clock.pass(0);
    rig.budgetWaitMs = 7_000;
    await rig.clock.pass(1_000);
    expect(await asked).toMatchObject({ ok: false, error: { code: 'upstream-rate-limited', retryAfterMs: 7_000 } });
    expect(rig.requests).toHaveLength(1);
  });

  it('that refuses the trial call leaves it to the next', async () => {
    const rig = buildRig();
    await failTimes(rig, 5);
    await rig.clock.pass(15_000);
    rig.budgetWaitMs = 7_000;
    await callsOf(rig.upstream).generateOtp();
    rig.budgetWaitMs = 0;
    rig.script(otpSent);
    expect((await callsOf(rig.upstream).generateOtp()).ok).toBe(true);
  });
});

describe('a mistake of the program', () => {
  it('is an answer too, and nothing of it is logged', async () => {
    const rig = buildRig();
    rig.script(() => Promise.reject(new TypeError(`cannot send ${asha.fullName}`)), otpSent);
    expect(await callsOf(rig.upstream).generateOtp()).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(rig.lines).toEqual([
      '{"event":"upstream call failed in this program","call":"generateOtp","code":"internal"}',
    ]);
    expect((await callsOf(rig.upstream).generateOtp()).ok).toBe(true);
  });

  it('in the trial call leaves the trial to the next', async () => {
    const rig = buildRig();
    await failTimes(rig, 5);
    await rig.clock.pass(15_000);
    rig.script(() => Promise.reject(new TypeError('a mistake')), otpSent);
    expect((await callsOf(rig.upstream).generateOtp()).ok).toBe(false);
    expect((await callsOf(rig.upstream).generateOtp()).ok).toBe(true);
  });
});

describe('the log', () => {
  it('has one line an attempt, of call, attempt, time, status or kind, and code', async () => {
    const rig = buildRig();
    rig.script(otpSent, reply(401, 'Unauthenticated access!'), fault('reset', true), fullyVaccinated);
    await callsOf(rig.upstream).generateOtp();
    await callsOf(rig.upstream).confirmOtp();
    const read = callsOf(rig.upstream).readStatus();
    await rig.clock.pass(1_000);
    await read;
    expect(rig.lines.map((line) => JSON.parse(line))).toEqual([
      { event: 'upstream call', call: 'generateOtp', attempt: 1, ms: 0, status: 200 },
      { event: 'upstream call', call: 'confirmOtp', attempt: 1, ms: 0, status: 401, code: 'otp-wrong' },
      { event: 'upstream call', call: 'readStatus', attempt: 1, ms: 0, kind: 'reset', code: 'upstream-unavailable' },
      { event: 'upstream call', call: 'readStatus', attempt: 2, ms: 0, status: 200 },
    ]);
  });

  it('says why a call ended early', async () => {
    const rig = buildRig();
    rig.script('silence', 'silence');
    const slow = callsOf(rig.upstream).generateOtp();
    await rig.clock.pass(25_000);
    await slow;
    const abort = new AbortController();
    const left = callsOf(rig.upstream).generateOtp(abort.signal);
    abort.abort();
    await left;
    expect(rig.lines.map((line) => JSON.parse(line))).toMatchObject([
      { ms: 25_000, kind: 'out-of-time', code: 'upstream-unavailable' },
      { kind: 'given-up', code: 'conflict' },
    ]);
  });
});

describe('the requests', () => {
  it('are those of kyc-vs.md; the code travels as its hash, the key of the venue in its header', async () => {
    const rig = buildRig({ baseUrl: 'https://up.example/api', apiKey: 'key', userAgent: 'Pravesh/1' });
    rig.script(otpSent, otpConfirmed, fullyVaccinated);
    await callsOf(rig.upstream).generateOtp();
    await callsOf(rig.upstream).confirmOtp();
    await callsOf(rig.upstream).readStatus();
    const headers = {
      'Content-Type': 'application/json',
      Accept: 'application/json',
      'x-api-key': 'key',
      'User-Agent': 'Pravesh/1',
    };
    const hash = '4a8eec4925826f4b60526d7ac3c0a9b61ef54ac19233bafce2f4a13eb49395d2';
    expect(rig.requests.map(({ method, url, headers: sent, body }) => [method, url, sent, body])).toEqual([
      [
        'POST',
        'https://up.example/api/v3/vaccination/generateOTP',
        headers,
        '{"mobile_number":"9876543210","full_name":"Asha Kumari"}',
      ],
      [
        'POST',
        'https://up.example/api/v3/vaccination/confirmOTP',
        headers,
        `{"otp":"${hash}","txnId":"${code.txnId}"}`,
      ],
      [
        'GET',
        'https://up.example/api/v3/vaccination/status',
        { ...headers, Authorization: `Bearer ${visit.token}` },
        undefined,
      ],
    ]);
  });

  it('the evidence is the hash of the raw body, white space and all', async () => {
    const rig = buildRig();
    rig.script(reply(200, '{"vaccination_status":0}'), reply(200, '{"vaccination_status": 0}\n'));
    const first = await callsOf(rig.upstream).readStatus();
    const second = await callsOf(rig.upstream).readStatus();
    expect([first, second]).toEqual([
      { ok: true, value: { status: 0, evidence: '6d07b0995cf7d44e3bb72042baa736d6af0315f6a846130a2bed3ae00cd1abd2' } },
      { ok: true, value: { status: 0, evidence: '946e90708fa14932b558dc55b79aec5f24d5de0a70d8da4d1c5dda06cf81cfe5' } },
    ]);
  });
});
