/** The faults of the conformance suite: each code of the union, brought about, and the same over every way. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { type Answer, type ErrorCode, errorCodes, type Problem, problemKinds } from '../../main/contract/public.ts';
import type { Connect } from '../support/connections.ts';
import { buildFakeClock } from '../support/fake-clock.ts';
import { addOperator, goodPin, lockOut, unlockAs } from '../support/operators.ts';
import { buildSettings } from '../support/settings.ts';
import { asha, openWorld, started, startInput, type World } from './world.ts';

/** An identifier that is right in form and nobody's. */
const ofNobody = 'x'.repeat(22);

async function startWith(connect: Connect, kind: string): Promise<Answer<unknown>> {
  const world = await openWorld(connect);
  await world.fault('generateOTP', kind, 5);
  return world.client['verification.start'](await startInput(world.client));
}

async function submitRight({ client, newestOtp }: World, id: string): Promise<Answer<unknown>> {
  return client['verification.submitOtp']({ id, otp: newestOtp(asha.mobileNumber) });
}

async function submitWrong({ client, newestOtp }: World, id: string): Promise<Answer<unknown>> {
  const otp = newestOtp(asha.mobileNumber) === '000000' ? '111111' : '000000';
  return client['verification.submitOtp']({ id, otp });
}

/** Another hand makes the log refuse every row, as a broken one would. */
function refuseRows(data: string): void {
  const database = new Database(join(data, 'pravesh.db'));
  database.exec("CREATE TRIGGER broken BEFORE INSERT ON entries BEGIN SELECT raise(ABORT, 'broken'); END");
  database.close();
}

/** How to bring each code about. */
const faults: Readonly<Record<ErrorCode, (connect: Connect) => Promise<Answer<unknown>>>> = {
  'invalid-input': async (connect) => {
    const { client } = await openWorld(connect);
    return client['verification.start']({ ...(await startInput(client)), fullName: '123', mobileNumber: '12' });
  },
  'consent-required': async (connect) => {
    const { connection } = await openWorld(connect);
    return connection.transport.call('verification.start', { ...asha, purpose: 'visitor' });
  },
  'consent-outdated': async (connect) => {
    const { client } = await openWorld(connect);
    return client['consent.decline']({ purpose: 'visitor', locale: 'en', version: 'the one before' });
  },
  'not-found': async (connect) => (await openWorld(connect)).client['verification.get']({ id: ofNobody }),
  'person-unknown': async (connect) => {
    const { client } = await openWorld(connect);
    return client['verification.start']({ ...(await startInput(client)), fullName: 'Nobody Here' });
  },
  'otp-wrong': async (connect) => {
    const world = await openWorld(connect);
    return submitWrong(world, (await started(world.client)).id);
  },
  'otp-exhausted': async (connect) => {
    const world = await openWorld(connect);
    const { id } = await started(world.client);
    await submitWrong(world, id);
    await submitWrong(world, id);
    return submitWrong(world, id);
  },
  'otp-expired': async (connect) => {
    const clock = buildFakeClock(Date.now());
    const world = await openWorld(connect, { ports: { clock } });
    const { id } = await started(world.client);
    clock.advance(180_000);
    return submitRight(world, id);
  },
  'otp-too-soon': async (connect) => {
    const { client } = await openWorld(connect, { ports: { clock: buildFakeClock(Date.now()) } });
    return client['verification.resendOtp']({ id: (await started(client)).id });
  },
  'upstream-unavailable': (connect) => startWith(connect, '503'),
  'upstream-rate-limited': (connect) => startWith(connect, '429-retry-after'),
  'upstream-forbidden': (connect) => startWith(connect, '403-json'),
  'upstream-malformed': (connect) => startWith(connect, 'malformed'),
  'upstream-signature-invalid': async (connect) => {
    const world = await openWorld(connect);
    const { id } = await started(world.client);
    await world.fault('status', 'bad-signature');
    return submitRight(world, id);
  },
  'log-unavailable': async (connect) => {
    const { client, data } = await openWorld(connect);
    const { version } = (await startInput(client)).consent;
    refuseRows(data);
    return client['consent.decline']({ purpose: 'visitor', locale: 'en', version });
  },
  'out-of-order': async (connect) => {
    const { client, fault } = await openWorld(connect);
    await fault('generateOTP', '403-json', 5);
    for (let refused = 0; refused < 5; refused += 1) {
      await client['verification.start'](await startInput(client));
    }
    return client['verification.start'](await startInput(client));
  },
  unauthenticated: async (connect) => {
    const { kiosk } = await openWorld(connect);
    return kiosk.call('verification.get', { kind: 'public', id: '' }, { id: ofNobody });
  },
  forbidden: async (connect) => {
    const { kiosk, client } = await openWorld(connect);
    await unlockAs(kiosk, client, 'reception');
    return client['operator.list']({});
  },
  'locked-out': async (connect) => {
    const { kiosk, client, data } = await openWorld(connect);
    lockOut(data, (await addOperator(kiosk)).id);
    return client['operator.unlock']({ pin: goodPin });
  },
  'too-many-requests': async (connect) => {
    const { limits } = buildSettings();
    const { client } = await openWorld(connect, { settings: { limits: { ...limits, open: 1 } } });
    await started(client);
    return client['verification.start'](await startInput(client));
  },
  conflict: async (connect) => {
    const world = await openWorld(connect);
    const { id } = await started(world.client);
    await world.client['verification.cancel']({ id });
    return submitRight(world, id);
  },
  internal: async (connect) => {
    const clock = { ...buildFakeClock() };
    const { client, log } = await openWorld(connect, { ports: { clock } });
    const { purpose, consent } = await startInput(client);
    clock.monotonic = () => {
      throw new Error(asha.mobileNumber);
    };
    const declined = await client['consent.decline']({ purpose, locale: 'en', version: consent.version });
    expect(log.join()).toContain('operation failed');
    expect(log.join()).not.toContain(asha.mobileNumber);
    return declined;
  },
};

/** What a fault says beside its code and the title of it. */
const details: { readonly [N in ErrorCode]?: Partial<Problem> } = {
  'invalid-input': {
    fields: [
      { path: 'fullName', problem: 'not-a-name' },
      { path: 'mobileNumber', problem: 'not-a-mobile-number' },
    ],
  },
  'consent-required': { fields: [{ path: 'consent', problem: 'wrong-type' }] },
  'otp-wrong': { attemptsLeft: 2 },
  'otp-exhausted': { attemptsLeft: 0 },
  'otp-too-soon': { retryAfterMs: 180_000 },
  'upstream-rate-limited': { retryAfterMs: 30_000 },
  'too-many-requests': { retryAfterMs: 10_000 },
};

/** Each code comes as itself, with its details and nothing else. */
export function describeFaults(connect: Connect): void {
  it.each(errorCodes)('a fault of code %s comes as it is', async (code) => {
    const message = problemKinds[code].title;
    expect(await faults[code](connect)).toEqual({ ok: false, error: { code, message, ...details[code] } });
  });
}
