/** The codes of a verification: wrong, expired, sent again, abandoned; and answers that come too late. */
import { beforeEach, describe, expect, test } from 'vitest';
import { problem } from '../../../../main/contract/public.ts';
import { settlePromises } from '../../../support/fake-clock.ts';
import { goodAnswers } from '../../../support/scripted-upstream.ts';
import { buildRig, caller } from './verification-rig.ts';

let run: ReturnType<typeof buildRig>;
beforeEach(() => {
  run = buildRig();
});

describe('codes', () => {
  test('three wrong codes end it, and each says how many are left', async () => {
    run.upstream.answers = { ...goodAnswers(2), confirmOtp: problem('otp-wrong') };
    const id = await run.begin();
    expect(await run.service.submitOtp(caller, id, '000000')).toEqual(problem('otp-wrong', { attemptsLeft: 2 }));
    expect(await run.service.submitOtp(caller, id, '000000')).toEqual(problem('otp-wrong', { attemptsLeft: 1 }));
    expect(await run.service.submitOtp(caller, id, '000000')).toEqual(problem('otp-exhausted', { attemptsLeft: 0 }));
    expect(run.service.get(caller, id)).toMatchObject({ value: { state: 'failed', code: 'otp-exhausted' } });
    expect(await run.service.submitOtp(caller, id, '000000')).toEqual(problem('conflict'));
    expect(run.rows).toMatchObject([{ outcome: 'not-verified', reason: 'otp-exhausted' }]);
  });

  test('what is no code costs no attempt', async () => {
    const id = await run.begin();
    expect(await run.service.submitOtp(caller, id, '12345')).toMatchObject({ error: { code: 'invalid-input' } });
    expect(run.service.get(caller, id)).toMatchObject({ value: { state: 'awaiting-otp', attemptsLeft: 3 } });
    expect(run.upstream.calls).toHaveLength(1);
  });

  test('an expired code leads nowhere, whatever the wall clock says', async () => {
    const id = await run.begin();
    run.clock.advance(180_000);
    run.clock.jump(-3_600_000);
    expect(await run.service.submitOtp(caller, id, '123456')).toEqual(problem('otp-expired'));
    expect(run.upstream.calls).toHaveLength(1);
  });

  test('a new code only after the window, with the attempts that were left', async () => {
    run.upstream.answers = { ...goodAnswers(2), confirmOtp: problem('otp-wrong') };
    const id = await run.begin();
    await run.service.submitOtp(caller, id, '000000');
    expect(await run.service.resendOtp(caller, id)).toEqual(problem('otp-too-soon', { retryAfterMs: 180_000 }));
    run.clock.advance(180_000);
    const value = { state: 'awaiting-otp', attemptsLeft: 2, expiresInMs: 180_000, resendInMs: 180_000 };
    expect(await run.service.resendOtp(caller, id)).toMatchObject({ ok: true, value });
  });

  test('a new code that does not come leaves the visit open', async () => {
    const id = await run.begin();
    run.clock.advance(180_000);
    run.upstream.answers = { generateOtp: problem('upstream-unavailable') };
    expect(await run.service.resendOtp(caller, id)).toEqual(problem('upstream-unavailable'));
    expect(run.service.get(caller, id)).toMatchObject({ value: { state: 'awaiting-otp', expiresInMs: 0 } });
    expect(run.rows).toEqual([]);
  });

  test('a counter that cannot be written leaves the visit as it was', async () => {
    const id = await run.begin();
    run.clock.advance(180_000);
    run.world.logWorks = false;
    await expect(run.service.resendOtp(caller, id)).rejects.toThrow('cannot be written');
    run.world.logWorks = true;
    expect(await run.service.resendOtp(caller, id)).toMatchObject({ ok: true, value: { state: 'awaiting-otp' } });
  });

  test('while a new code is asked for, nothing else is', async () => {
    const id = await run.begin();
    run.clock.advance(180_000);
    run.upstream.answers = {};
    const resent = run.service.resendOtp(caller, id);
    await settlePromises();
    expect(await run.service.resendOtp(caller, id)).toEqual(problem('conflict'));
    expect(await run.service.submitOtp(caller, id, '123456')).toEqual(problem('conflict'));
    run.upstream.calls.at(-1)?.reply({ ok: true, value: { txnId: 'txn-2' } });
    expect(await resent).toMatchObject({ value: { state: 'awaiting-otp' } });
    run.upstream.answers = goodAnswers(2);
    await run.service.submitOtp(caller, id, '123456');
    expect(run.upstream.calls.find(({ call }) => call === 'confirmOtp')?.input).toMatchObject({ txnId: 'txn-2' });
  });

  test('nobody comes back: it expires, with a row', async () => {
    const id = await run.begin();
    run.clock.advance(299_999);
    expect(run.service.get(caller, id)).toMatchObject({ value: { state: 'awaiting-otp' } });
    await run.clock.pass(1);
    expect(run.service.get(caller, id)).toEqual({ ok: true, value: { id, state: 'expired', revision: 2 } });
    expect(run.rows).toMatchObject([{ outcome: 'not-verified', reason: 'otp-expired' }]);
    run.clock.advance(60_000);
    expect(run.service.get(caller, id)).toEqual(problem('not-found'));
  });
});

describe('answers that come too late', () => {
  test.each(['confirmOtp', 'readStatus'] as const)('after cancelling, the answer of %s admits nobody', async (late) => {
    const id = await run.begin();
    run.upstream.answers = { ...goodAnswers(2), [late]: undefined };
    const submitted = run.service.submitOtp(caller, id, '123456');
    await settlePromises();
    expect(run.service.get(caller, id)).toMatchObject({ value: { state: 'checking' } });
    const waiting = run.upstream.calls.at(-1);
    expect(await run.service.cancel(caller, id)).toMatchObject({ value: { state: 'cancelled' } });
    expect(waiting?.signal?.aborted).toBe(true);
    const good = goodAnswers(2)[late];
    if (good !== undefined) {
      waiting?.reply(good);
    }
    expect(await submitted).toMatchObject({ ok: true, value: { state: 'cancelled' } });
    expect(run.rows).toMatchObject([{ outcome: 'not-verified', reason: 'cancelled' }]);
  });

  test('a code that is sent twice is checked once', async () => {
    const id = await run.begin();
    const [first, second] = await Promise.all([
      run.service.submitOtp(caller, id, '123456'),
      run.service.submitOtp(caller, id, '123456'),
    ]);
    expect(first).toMatchObject({ ok: true, value: { state: 'decided' } });
    expect(second).toEqual(problem('conflict'));
    expect(run.rows).toHaveLength(1);
  });

  test('cancelling twice, or after the decision, changes nothing', async () => {
    const id = await run.begin();
    await run.service.cancel(caller, id);
    expect(await run.service.cancel(caller, id)).toMatchObject({ ok: true, value: { state: 'cancelled' } });
    expect(run.rows).toHaveLength(1);
    const next = await run.begin();
    await run.service.submitOtp(caller, next, '123456');
    expect(await run.service.cancel(caller, next)).toMatchObject({ ok: true, value: { state: 'decided' } });
    expect(run.rows).toHaveLength(2);
  });
});
