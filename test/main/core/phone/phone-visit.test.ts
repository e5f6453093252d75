/** A visit on the visitor's phone: one decision, tries before it, its row, and what ends it from the kiosk's side. */
import { describe, expect, it } from 'vitest';
import { answer, problem } from '../../../../main/contract/public.ts';
import { goodAnswers } from '../../../support/scripted-upstream.ts';
import { buildPhoneRig, kiosk, read } from './phone-rig.ts';

describe('a visit on a phone', () => {
  it('is decided once, is shown to its kiosk without anything of the person, and is a row of this terminal', async () => {
    const { invite, open, state, rows } = buildPhoneRig();
    const { id, url } = await invite();
    const phone = await open(url);
    const started = read(await phone.start());
    expect(await state(id)).toEqual({ id, state: 'opened' });
    const decided = read(await phone.submit(started.id));
    expect(decided).toMatchObject({ state: 'decided', decision: 'admitted' });
    expect(await state(id)).toEqual({ id, state: 'decided', decision: 'admitted', seq: 1, checkCode: 'ABCD1234' });
    expect(rows).toMatchObject([{ outcome: 'admitted', channel: 'embed', atTerminal: true, purpose: 'visitor' }]);
    expect(rows[0]?.party).toBeUndefined();
  });

  it('begins nothing after the decision; for a minute the phone may still read it', async () => {
    const { invite, open, clock } = buildPhoneRig();
    const phone = await open((await invite()).url);
    const { id } = read(await phone.start());
    const decided = read(await phone.submit(id));
    expect(await phone.start()).toEqual(problem('unauthenticated'));
    expect(await phone.decline()).toEqual(problem('unauthenticated'));
    expect(read(await phone.get(id))).toEqual(decided);
    await clock.pass(60_000);
    expect(phone.caller()).toBeUndefined();
  });

  it('may try again while nothing is decided: somebody unknown, then another number', async () => {
    const { invite, open, state, upstream, rows } = buildPhoneRig();
    const { id, url } = await invite();
    const phone = await open(url);
    upstream.answers.generateOtp = problem('person-unknown');
    expect(await phone.start()).toMatchObject({ error: { code: 'person-unknown' } });
    upstream.answers = goodAnswers(1);
    const first = read(await phone.start());
    // The number was wrong: the next one begins anew without a word to the first.
    const second = read(await phone.start({ mobileNumber: '9876500000' }));
    expect(read(await phone.get(first.id)).state).toBe('cancelled');
    expect(read(await phone.submit(second.id))).toMatchObject({ decision: 'referred' });
    expect(await state(id)).toMatchObject({ state: 'decided', decision: 'referred' });
    expect(rows.map(({ outcome, reason }) => reason ?? outcome)).toEqual(['person-unknown', 'cancelled', 'referred']);
  });

  it('has one verification at a time, however fast it asks', async () => {
    const { invite, open, upstream } = buildPhoneRig();
    const phone = await open((await invite()).url);
    delete upstream.answers.generateOtp;
    const first = phone.start();
    expect(await phone.start()).toEqual(problem('conflict'));
    await expect.poll(() => upstream.calls.length).toBe(1);
    upstream.calls[0]?.reply(answer({ txnId: 'txn-1' }));
    expect(await first).toMatchObject({ ok: true });
  });

  it('is for the purpose that the kiosk has invited for', async () => {
    const { invite, open } = buildPhoneRig();
    const phone = await open((await invite(kiosk, { locale: 'en', purpose: 'employee' })).url);
    expect(await phone.start()).toMatchObject({
      error: { code: 'invalid-input', fields: [{ path: 'purpose', problem: 'not-offered' }] },
    });
    expect(await phone.start({ purpose: 'employee' })).toMatchObject({ ok: true });
  });

  it('ends with three wrong codes, and with a notice that was declined', async () => {
    const { invite, open, state, upstream } = buildPhoneRig();
    const wrong = await invite();
    const phone = await open(wrong.url);
    const { id } = read(await phone.start());
    upstream.answers.confirmOtp = problem('otp-wrong');
    for (const _ of [1, 2, 3]) {
      await phone.submit(id);
    }
    expect(await state(wrong.id)).toEqual({ id: wrong.id, state: 'ended' });
    expect(await phone.start()).toEqual(problem('unauthenticated'));
    const declined = await invite();
    const other = await open(declined.url);
    expect(await other.decline()).toMatchObject({ ok: true });
    expect(await state(declined.id)).toEqual({ id: declined.id, state: 'ended' });
    expect(other.caller()).toBeUndefined();
  });

  it('is over after ten minutes, with the row of what was open', async () => {
    const { invite, open, state, clock, rows } = buildPhoneRig();
    const { id, url } = await invite();
    const phone = await open(url);
    await clock.pass(595_000);
    const open5 = read(await phone.start());
    await clock.pass(5_000);
    expect(await state(id)).toEqual({ id, state: 'ended' });
    expect(await phone.submit(open5.id)).toEqual(problem('unauthenticated'));
    expect(rows).toMatchObject([{ outcome: 'not-verified', reason: 'cancelled', channel: 'embed' }]);
  });
});

describe('the kiosk calls it off', () => {
  it('ends the phone and its open verification with its row', async () => {
    const { invite, open, handlers, rows } = buildPhoneRig();
    const { id, url } = await invite();
    const phone = await open(url);
    const started = read(await phone.start());
    expect(await handlers['phone.cancel'](kiosk, { id })).toEqual(answer({ id, state: 'ended' }));
    expect(rows).toMatchObject([{ outcome: 'not-verified', reason: 'cancelled', channel: 'embed' }]);
    expect(phone.caller()).toBeUndefined();
    expect(await phone.submit(started.id)).toEqual(problem('unauthenticated'));
    expect(await handlers['phone.cancel'](kiosk, { id })).toEqual(answer({ id, state: 'ended' }));
  });

  it('while a code is being asked for: the verification that comes of it is ended too', async () => {
    const { invite, open, handlers, upstream, rows, service } = buildPhoneRig();
    const { id, url } = await invite();
    const phone = await open(url);
    delete upstream.answers.generateOtp;
    const starting = phone.start();
    await expect.poll(() => upstream.calls.length).toBe(1);
    expect(await handlers['phone.cancel'](kiosk, { id })).toEqual(answer({ id, state: 'ended' }));
    upstream.calls[0]?.reply(answer({ txnId: 'txn-1' }));
    expect(await starting).toEqual(problem('unauthenticated'));
    expect(rows).toMatchObject([{ outcome: 'not-verified', reason: 'cancelled' }]);
    expect(service.openCount()).toBe(0);
  });

  it('while the decision is being written: what is in the log is what it shows', async () => {
    const { invite, open, handlers, world, state } = buildPhoneRig();
    const { id, url } = await invite();
    const phone = await open(url);
    const started = read(await phone.start());
    const disk = Promise.withResolvers<void>();
    world.disk = disk.promise;
    const submitted = phone.submit(started.id);
    await expect.poll(async () => read(await phone.get(started.id)).state).toBe('checking');
    await new Promise(setImmediate);
    const cancelled = handlers['phone.cancel'](kiosk, { id });
    disk.resolve();
    expect(await cancelled).toMatchObject({ value: { state: 'decided', decision: 'admitted', seq: 1 } });
    expect(await submitted).toMatchObject({ value: { state: 'decided' } });
    expect(await state(id)).toMatchObject({ state: 'decided' });
  });

  it('and is told when the row cannot be written', async () => {
    const { invite, open, handlers, world } = buildPhoneRig();
    const { id, url } = await invite();
    const phone = await open(url);
    await phone.start();
    world.logWorks = false;
    expect(await handlers['phone.cancel'](kiosk, { id })).toMatchObject({ error: { code: 'log-unavailable' } });
    expect(phone.caller()).toBeUndefined();
  });

  it('by inviting again', async () => {
    const { invite, open, rows, state } = buildPhoneRig();
    const phone = await open((await invite()).url);
    await phone.start();
    const next = await invite();
    await expect.poll(() => rows.length).toBe(1);
    expect(rows).toMatchObject([{ reason: 'cancelled' }]);
    expect(phone.caller()).toBeUndefined();
    expect(await state(next.id)).toMatchObject({ state: 'waiting' });
  });
});
