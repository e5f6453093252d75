/** A verification from consent to decision, with everything that can come between. */
import { beforeEach, describe, expect, test } from 'vitest';
import { type ErrorCode, problem } from '../../../../main/contract/public.ts';
import { buildNotices } from '../../../../main/core/consent/notices.ts';
import type { EntryDraft } from '../../../../main/core/entry-log/entry.ts';
import type { TurnedAway } from '../../../../main/core/limits/admission.ts';
import { buildVerificationService } from '../../../../main/core/verification/verification-service.ts';
import { buildFakeClock, settlePromises } from '../../../support/fake-clock.ts';
import { buildFakeRandom } from '../../../support/fake-random.ts';
import { buildScriptedUpstream, goodAnswers } from '../../../support/scripted-upstream.ts';
import { buildSettings } from '../../../support/settings.ts';

const caller = { owner: 'kiosk:one', channel: 'kiosk' } as const;
const settings = buildSettings();
const notices = buildNotices(settings);
const input = {
  fullName: 'Asha Kumari',
  mobileNumber: '+91 98765-43210',
  purpose: 'visitor',
  consent: { version: notices.version, locale: 'hi', accepted: true },
} as const;

function build() {
  const clock = buildFakeClock();
  const upstream = buildScriptedUpstream();
  const rows: EntryDraft[] = [];
  const world = {
    logWorks: true,
    limit: undefined as TurnedAway | undefined,
    /** A write is durable when this settles. */
    disk: undefined as Promise<void> | undefined,
    takenBack: 0,
    released: 0,
    outOfService: undefined as ErrorCode | undefined,
    refusals: [] as boolean[],
  };
  const code = { takeBack: () => (world.takenBack += 1) };
  const service = buildVerificationService({
    sealIdentity: () => Promise.resolve(undefined),
    settings,
    notices,
    upstream,
    clock,
    random: buildFakeRandom(),
    outOfService: () => world.outOfService,
    upstreamRefused: (refused) => world.refusals.push(refused),
    append: async (draft) => {
      if (!world.logWorks) {
        return undefined;
      }
      rows.push(draft);
      await world.disk;
      return { seq: rows.length, id: `entry-${rows.length}`, checkCode: 'ABCD1234' };
    },
    admission: {
      visit: async () => {
        if (world.limit !== undefined) {
          return world.limit;
        }
        return { code, calls: { release: (calls) => (world.released += calls) } };
      },
      code: async () => {
        if (!world.logWorks) {
          throw new Error('the counter cannot be written');
        }
        return world.limit ?? code;
      },
    },
  });
  const begin = async () => {
    const started = await service.start(caller, input);
    if (!started.ok) {
      throw new Error(`not started: ${started.error.code}`);
    }
    return started.value.id;
  };
  return { service, clock, upstream, rows, world, begin };
}

let run: ReturnType<typeof build>;
beforeEach(() => {
  run = build();
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
