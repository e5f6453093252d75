/**
 * `privacy.hideUnknown`: until the code fails somebody unknown is answered as somebody known is. Both take the same steps
 * at the same time against the real sandbox, and every field of every answer is compared.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Answer, problem, type VerificationSnapshot } from '../../../../main/contract/public.ts';
import { buildFakeClock } from '../../../support/fake-clock.ts';
import { buildListLogger } from '../../../support/http-host.ts';
import { openTestKiosk } from '../../../support/open-test-kiosk.ts';
import { readValue } from '../../../support/operators.ts';
import { addParty, clientOf } from '../../../support/parties.ts';
import { goodAnswers } from '../../../support/scripted-upstream.ts';
import { buildSettings } from '../../../support/settings.ts';
import { buildRig, caller, input } from './verification-rig.ts';

const { privacy, limits } = buildSettings();
const hidden = { ...privacy, hideUnknown: true };

/** Pairs of numbers that look alike when they are masked; the sandbox knows the first of each. */
const pairs = Array.from({ length: 80 }, (_, index) => {
  const end = String(index).padStart(4, '0');
  return { known: `987654${end}`, unknown: `911111${end}` };
});
const fullName = 'Asha Kumari';
const people = pairs.map(({ known }) => ({
  full_name: fullName,
  mobile_number: known,
  vaccination_status: 2 as const,
}));

async function openWorld() {
  const clock = buildFakeClock(Date.now());
  const plenty = { ...limits, upstream: { calls: 100_000, seconds: 300 } };
  const world = await openTestKiosk({
    settings: { privacy: hidden, limits: plenty },
    ports: { clock, logger: buildListLogger([]) },
    sandbox: { now: clock.now, people },
  });
  const { apiKey } = await addParty(world.kiosk, { rate: { count: 100_000, seconds: 1 } });
  const client = clientOf(world.kiosk, apiKey);
  const { version } = readValue(await client['kiosk.describe']({})).consent;
  return { ...world, clock, client, consent: { version, locale: 'en', accepted: true } as const };
}

type World = Awaited<ReturnType<typeof openWorld>>;

const steps = ['start', 'get', 'wrong-code', 'resend', 'cancel', 'receipt'] as const;
type Step = (typeof steps)[number] | number;

/** Somebody takes steps; what is answered comes back without the identifier, which is a random one. */
function takeSteps({ client, consent }: World, mobileNumber: string, code: () => string) {
  let id = 'x'.repeat(22);
  const take = (step: Exclude<Step, number>): Promise<Answer<unknown>> => {
    switch (step) {
      case 'start':
        return client['verification.start']({ fullName, mobileNumber, purpose: 'visitor', consent });
      case 'get':
        return client['verification.get']({ id });
      case 'wrong-code':
        return client['verification.submitOtp']({ id, otp: code() });
      case 'resend':
        return client['verification.resendOtp']({ id });
      case 'cancel':
        return client['verification.cancel']({ id });
      case 'receipt':
        return client['entry.receipt']({ id });
    }
  };
  return async (step: Exclude<Step, number>): Promise<unknown> => {
    const answered = await take(step);
    if (step === 'start' && answered.ok) {
      id = (answered.value as VerificationSnapshot).id;
    }
    return JSON.parse(JSON.stringify(answered).replaceAll(id, 'the identifier'));
  };
}

/** Both take the steps; a number lets so many milliseconds pass. @returns what the known one was answered */
async function compare(world: World, { known, unknown }: (typeof pairs)[number], path: readonly Step[]) {
  const code = () => (world.newestOtp(known) === '000000' ? '111111' : '000000');
  const [first, second] = [takeSteps(world, known, code), takeSteps(world, unknown, code)];
  const answers: unknown[] = [];
  for (const step of path) {
    if (typeof step === 'number') {
      await world.clock.pass(step);
      continue;
    }
    const answered = await first(step);
    expect([step, await second(step)]).toEqual([step, answered]);
    answers.push(answered);
  }
  // Whoever is still open is left alone until the time is over.
  await world.clock.pass(11 * 60_000);
  expect(await second('get')).toEqual(await first('get'));
  return answers;
}

describe('to a system of others', () => {
  test('whatever is done in whatever order, known and unknown are answered alike, and the rows tell the truth', async () => {
    const world = await openWorld();
    const rest = [...pairs];
    const pause = fc.constantFrom(1, 1_000, 90_000, 179_999, 180_000, 180_001, 299_999, 300_000);
    const step: fc.Arbitrary<Step> = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...steps) }, pause);
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (path) => {
        const pair = rest.pop() ?? expect.fail('more pairs are needed');
        await compare(world, pair, ['start', ...path]);
      }),
      { numRuns: 40, endOnFailure: true },
    );
    const ends = world.rows().filter(({ outcome }) => outcome !== 'act');
    const unknown = ends.filter(({ reason }) => reason === 'person-unknown');
    expect(unknown.length).toBeGreaterThan(0);
    expect(unknown.length * 2).toBe(ends.length);
    expect(unknown.every(({ outcome, channel }) => outcome === 'not-verified' && channel === 'api')).toBe(true);
  });

  test('through wrong codes, a new code, and more of them', async () => {
    const answers = await compare(await openWorld(), { known: '9876540000', unknown: '9111110000' }, [
      ...([
        'start',
        'wrong-code',
        'resend',
        180_000,
        'wrong-code',
        'resend',
        'get',
        'wrong-code',
        'wrong-code',
      ] as const),
      ...(['wrong-code', 'get', 'resend', 'cancel', 'receipt'] as const),
    ]);
    expect(answers).toMatchObject([
      { ok: true, value: { state: 'awaiting-otp', attemptsLeft: 3, maskedMobile: expect.stringMatching(/0000$/) } },
      { error: { code: 'otp-wrong', attemptsLeft: 2 } },
      { error: { code: 'otp-too-soon', retryAfterMs: 180_000 } },
      { error: { code: 'otp-expired' } },
      { ok: true, value: { state: 'awaiting-otp', attemptsLeft: 2 } },
      { ok: true, value: { attemptsLeft: 2 } },
      { error: { code: 'otp-wrong', attemptsLeft: 1 } },
      { error: { code: 'otp-exhausted' } },
      { error: { code: 'conflict' } },
      { ok: true, value: { state: 'failed', code: 'otp-exhausted' } },
      { error: { code: 'conflict' } },
      { ok: true },
      { error: { code: 'conflict' } },
    ]);
  });

  test('the window of a number and its limits count for both, whoever asks', async () => {
    const world = await openWorld();
    const answers = await compare(world, { known: '9876540001', unknown: '9111110001' }, [
      ...([
        'start',
        'cancel',
        'start',
        180_000,
        'start',
        'cancel',
        180_000,
        'start',
        'cancel',
        180_000,
        'start',
      ] as const),
    ]);
    expect(answers).toMatchObject([
      { ok: true },
      { ok: true },
      { error: { code: 'otp-too-soon', retryAfterMs: 180_000 } },
      { ok: true },
      { ok: true },
      { ok: true },
      { ok: true },
      { error: { code: 'too-many-requests', retryAfterMs: 60_000 } },
    ]);
  });

  test('a name that does not belong to a known number is hidden as well, also beside the right one', async () => {
    const { client, consent, newestOtp } = await openWorld();
    const start = (name: string) =>
      client['verification.start']({ fullName: name, mobileNumber: '9876540002', purpose: 'visitor', consent });
    const { id } = readValue(await start(fullName));
    expect(await start('Nobody Here')).toMatchObject({ error: { code: 'otp-too-soon', retryAfterMs: 180_000 } });
    expect(await start(fullName)).toMatchObject({ error: { code: 'otp-too-soon', retryAfterMs: 180_000 } });
    const decided = await client['verification.submitOtp']({ id, otp: newestOtp('9876540002') });
    expect(decided).toMatchObject({ value: { state: 'decided', decision: 'admitted' } });
    // A right code ends the window, as it does upstream.
    expect(await start('Nobody Here')).toMatchObject({ ok: true, value: { state: 'awaiting-otp' } });
  });
});

describe('a decoy', () => {
  const decoyRig = () => {
    const run = buildRig({ privacy: hidden });
    run.upstream.answers = { ...goodAnswers(2), generateOtp: problem('person-unknown') };
    return run;
  };

  test('asks the upstream about its code under an identifier of its own, and is never admitted', async () => {
    const run = decoyRig();
    const id = await run.begin();
    const asked = await run.service.submitOtp(caller, id, '123456');
    expect(asked).toEqual(problem('otp-wrong', { attemptsLeft: 2 }));
    expect(run.upstream.calls.map(({ call }) => call)).toEqual(['generateOtp', 'confirmOtp']);
    const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
    expect(run.upstream.calls[1]?.input).toEqual({ otp: '123456', txnId: expect.stringMatching(uuid) });
    expect([run.rows, run.world.takenBack]).toEqual([[], 0]);
  });

  test.each([
    ['otp-wrong', 'otp-wrong'],
    ['person-unknown', 'otp-wrong'],
    ['upstream-malformed', 'otp-wrong'],
    ['upstream-unavailable', 'upstream-unavailable'],
    ['upstream-rate-limited', 'upstream-rate-limited'],
    ['upstream-forbidden', 'upstream-forbidden'],
  ] as const)('is answered %s by the upstream and shows %s', async (said, shown) => {
    const run = decoyRig();
    const id = await run.begin();
    run.upstream.answers = { confirmOtp: problem(said) };
    expect(await run.service.submitOtp(caller, id, '123456')).toMatchObject({ error: { code: shown } });
  });

  test('has a row that says what it was, and beside it what was told', async () => {
    const told = async (end: (run: ReturnType<typeof decoyRig>, id: string) => unknown) => {
      const run = decoyRig();
      await end(run, await run.begin());
      expect(run.rows).toMatchObject([{ outcome: 'not-verified', reason: 'person-unknown' }]);
      return run.rows[0]?.told;
    };
    expect(await told((run, id) => run.service.cancel(caller, id))).toEqual({
      outcome: 'not-verified',
      reason: 'cancelled',
    });
    expect(await told((run) => run.clock.pass(400_000))).toEqual({ outcome: 'not-verified', reason: 'otp-expired' });
    const fault = async (run: ReturnType<typeof decoyRig>, id: string) => {
      run.upstream.answers = { confirmOtp: problem('upstream-unavailable') };
      await run.service.submitOtp(caller, id, '123456');
    };
    expect(await told(fault)).toEqual({ outcome: 'fault', reason: 'upstream-unavailable' });
  });

  test('becomes a real one when the upstream knows the person by then', async () => {
    const run = decoyRig();
    const id = await run.begin();
    run.clock.advance(180_000);
    run.upstream.answers = goodAnswers(2);
    expect(await run.service.resendOtp(caller, id)).toMatchObject({ ok: true });
    expect(await run.service.submitOtp(caller, id, '123456')).toMatchObject({ value: { decision: 'admitted' } });
    expect(run.rows).toMatchObject([{ outcome: 'admitted' }]);
    expect(run.rows[0]?.told).toBeUndefined();
  });

  test('is made for nobody where the configuration does not ask for it', async () => {
    const run = buildRig();
    run.upstream.answers = { generateOtp: problem('person-unknown') };
    expect(await run.service.start(caller, input)).toEqual(problem('person-unknown'));
    expect(run.rows).toMatchObject([{ outcome: 'not-verified', reason: 'person-unknown' }]);
    expect(run.world.takenBack).toBe(1);
  });
});
