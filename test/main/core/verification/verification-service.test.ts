/** A verification from consent to decision, and the faults on its way. */
import { beforeEach, describe, expect, test } from 'vitest';
import { problem } from '../../../../main/contract/public.ts';
import { settlePromises } from '../../../support/fake-clock.ts';
import { goodAnswers } from '../../../support/scripted-upstream.ts';
import { buildRig, caller, input, notices } from './verification-rig.ts';

let run: ReturnType<typeof buildRig>;
beforeEach(() => {
  run = buildRig();
});

describe('the way to a decision', () => {
  test.each([
    [2, 'admitted'],
    [1, 'referred'],
    [0, 'refused'],
  ] as const)('status %i is %s', async (status, decision) => {
    run.upstream.answers = goodAnswers(status);
    const id = await run.begin();
    expect(id).toMatch(/^[A-Za-z0-9_-]{22}$/);
    expect(run.rows).toEqual([]);
    const checked = await run.service.submitOtp(caller, id, '१२३ ४५६');
    const value = {
      id,
      state: 'decided',
      revision: 3,
      status,
      decision,
      entryId: 'entry-1',
      seq: 1,
      checkCode: 'ABCD1234',
    };
    expect(checked).toEqual({ ok: true, value });
    expect(run.service.get(caller, id)).toEqual({ ok: true, value });
    expect(run.rows).toEqual([
      {
        outcome: decision,
        channel: 'kiosk',
        purpose: 'visitor',
        status,
        policy: expect.stringMatching(/^visitor@/),
        upstreamRef: 'e'.repeat(64),
        consent: { version: notices.version, locale: 'hi', hash: notices.read('hi')?.hash },
        person: { fullName: 'Asha Kumari', mobileNumber: '9876543210' },
      },
    ]);
    expect(run.upstream.calls.map(({ input: asked }) => asked)).toEqual([
      { fullName: 'Asha Kumari', mobileNumber: '9876543210' },
      { otp: '123456', txnId: 'txn-1' },
      { token: 'token-1', txnId: 'txn-1' },
    ]);
    expect(run.world.refusals).toEqual([false]);
  });

  test('while it waits for a code it tells what is left, and the masked number only', async () => {
    const id = await run.begin();
    run.clock.advance(60_000);
    const value = {
      id,
      state: 'awaiting-otp',
      revision: 1,
      expiresInMs: 120_000,
      resendInMs: 120_000,
      attemptsLeft: 3,
      maskedMobile: '••••••3210',
    };
    expect(run.service.get(caller, id)).toEqual({ ok: true, value });
  });

  test('another caller finds nothing, whatever it asks', async () => {
    const id = await run.begin();
    const other = { owner: 'kiosk:two', channel: 'kiosk' } as const;
    expect(run.service.get(other, id)).toEqual(problem('not-found'));
    expect(await run.service.submitOtp(other, id, '123456')).toEqual(problem('not-found'));
    expect(await run.service.resendOtp(other, id)).toEqual(problem('not-found'));
    expect(await run.service.cancel(other, id)).toEqual(problem('not-found'));
  });
});

describe('before anything goes out', () => {
  test.each([
    ['an old notice', { consent: { ...input.consent, version: 'old' } }, 'consent-outdated'],
    ['a language that is not offered', { consent: { ...input.consent, locale: 'ta' as const } }, 'invalid-input'],
    ['no name', { fullName: '12' }, 'invalid-input'],
    ['no number', { mobileNumber: '12345' }, 'invalid-input'],
    ['a purpose of nobody', { purpose: 'astronaut' }, 'invalid-input'],
  ])('%s is refused without a row', async (_what, replaced, code) => {
    const started = await run.service.start(caller, { ...input, ...replaced });
    expect(started).toMatchObject({ ok: false, error: { code } });
    expect(run.upstream.calls).toEqual([]);
    expect(run.rows).toEqual([]);
  });

  test.each([
    ['the number had its codes', 'too-many-requests'],
    ['the terminal had its calls', 'upstream-rate-limited'],
  ] as const)('%s: how long to wait, no call, no row', async (_what, code) => {
    run.world.limit = { code, waitMs: 5_000 };
    expect(await run.service.start(caller, input)).toMatchObject({ ok: false, error: { code, retryAfterMs: 5_000 } });
    expect(run.upstream.calls).toEqual([]);
    expect(run.rows).toEqual([]);
  });

  test('a terminal out of order starts nothing', async () => {
    run.world.outOfService = 'out-of-order';
    expect(await run.service.start(caller, input)).toEqual(problem('out-of-order'));
    expect(run.upstream.calls).toEqual([]);
  });
});

describe('the first call comes to nothing', () => {
  test.each([
    ['person-unknown', 'not-verified', 1],
    ['otp-too-soon', 'not-verified', 1],
    ['upstream-forbidden', 'fault', 1],
    ['upstream-unavailable', 'fault', 0],
    ['upstream-malformed', 'fault', 0],
  ] as const)('%s leaves a row %s', async (code, outcome, takenBack) => {
    run.upstream.answers = { generateOtp: problem(code) };
    expect(await run.service.start(caller, input)).toEqual(problem(code));
    expect(run.rows).toMatchObject([{ outcome, reason: code, person: { mobileNumber: '9876543210' } }]);
    expect(run.rows[0]).not.toHaveProperty('status');
    expect(run.world.takenBack).toBe(takenBack);
    expect(run.world.released).toBe(2);
  });
});

test('a call that never went out costs the number no code', async () => {
  const { error } = problem('upstream-unavailable');
  run.upstream.answers = { generateOtp: Object.assign(problem('upstream-unavailable'), { unsent: true }) };
  expect(await run.service.start(caller, input)).toEqual({ ok: false, error });
  expect(run.world.takenBack).toBe(1);
});

describe('faults', () => {
  test.each(['confirmOtp', 'readStatus'] as const)('a fault of %s is a fault, not a refusal', async (call) => {
    run.upstream.answers = { ...goodAnswers(2), [call]: problem('upstream-unavailable') };
    const id = await run.begin();
    expect(await run.service.submitOtp(caller, id, '123456')).toEqual(problem('upstream-unavailable'));
    expect(run.service.get(caller, id)).toMatchObject({ value: { state: 'failed', code: 'upstream-unavailable' } });
    expect(run.rows).toMatchObject([{ outcome: 'fault', reason: 'upstream-unavailable' }]);
    expect(run.rows[0]).not.toHaveProperty('status');
  });

  test('a person whom the upstream no longer knows is not verified, and that is no fault', async () => {
    run.upstream.answers = { ...goodAnswers(2), confirmOtp: problem('person-unknown') };
    const id = await run.begin();
    expect(await run.service.submitOtp(caller, id, '123456')).toEqual(problem('person-unknown'));
    expect(run.rows).toMatchObject([{ outcome: 'not-verified', reason: 'person-unknown' }]);
  });

  test('a decision is seen when its row is durable, and not before; who cancels meanwhile learns it', async () => {
    let written = () => {};
    run.world.disk = new Promise((resolve) => {
      written = resolve;
    });
    const id = await run.begin();
    const submitted = run.service.submitOtp(caller, id, '123456');
    await settlePromises();
    expect(run.rows).toMatchObject([{ outcome: 'admitted' }]);
    expect(run.service.get(caller, id)).toMatchObject({ value: { state: 'checking' } });
    const cancelled = run.service.cancel(caller, id);
    written();
    expect(await submitted).toMatchObject({ value: { state: 'decided', decision: 'admitted' } });
    expect(await cancelled).toMatchObject({ value: { state: 'decided' } });
    expect(run.rows).toHaveLength(1);
  });

  test('without a row nobody is admitted', async () => {
    const id = await run.begin();
    run.world.logWorks = false;
    expect(await run.service.submitOtp(caller, id, '123456')).toEqual(problem('log-unavailable'));
    expect(run.service.get(caller, id)).toMatchObject({ value: { state: 'failed', code: 'log-unavailable' } });
  });

  test('when the terminal stops, each open visit gets its row', async () => {
    await run.begin();
    await run.begin();
    await run.service.cancelAll();
    expect(run.rows.map(({ reason }) => reason)).toEqual(['terminal-stopped', 'terminal-stopped']);
    expect(run.clock.timers()).toBe(0);
  });
});

test('nothing of the person is held after the end', async () => {
  const id = await run.begin();
  expect(run.service.mobileNumberOf(caller, id)).toBe('9876543210');
  await run.service.submitOtp(caller, id, '123456');
  expect(run.service.mobileNumberOf(caller, id)).toBeUndefined();
});
