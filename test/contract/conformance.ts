/**
 * What every way to a kiosk must do alike: the same values, the same faults, the same callers, the same events. The
 * kiosk is a real one, on a real file, against the real sandbox.
 */
import { describe, expect, it } from 'vitest';
import {
  type Answer,
  buildClient,
  type CallName,
  callNames,
  type InputOf,
  type KioskEvent,
  type OutputOf,
  operations,
} from '../../main/contract/public.ts';
import type { Connect } from '../support/connections.ts';
import { goodPin } from '../support/operators.ts';
import { addParty } from '../support/parties.ts';
import { buildSettings } from '../support/settings.ts';
import { describeBadInput } from './bad-input.ts';
import { describeFaults } from './faults.ts';
import { describeOperators } from './operators.ts';
import { describeParties } from './parties.ts';
import { asha, declined, lakshmi, openWorld, readValue, salim, started, startInput } from './world.ts';

/** The calls that the kiosk itself may make. */
const kioskCalls = callNames.filter((name) => {
  const callers: readonly string[] = operations[name].callers;
  return callers.includes('public') || callers.includes('kiosk');
});

/** A venue whose visitors may go on with their own phone. */
const withPhones = {
  kiosk: { ...buildSettings().kiosk, ownPhone: true },
  http: { ...buildSettings().http, publicUrl: 'https://gate-1.example.in' },
};

/** What a phone reads from the QR code. */
function tokenOf({ url }: Pick<OutputOf<'phone.invite'>, 'url'>): string {
  return new URL(url).hash.slice(1);
}

/** Runs the whole suite over one way. @param forParties whether other systems come that way */
export function describeConformance(way: string, connect: Connect, { forParties = true } = {}): void {
  describe(`over ${way}`, () => {
    describeValues(connect);
    describeFaults(connect);
    describeCallers(connect);
    describeOperators(connect);
    if (forParties) {
      describeParties(connect);
    }
    describeEvents(connect);
    describeBadInput(connect);
  });
}

function describeValues(connect: Connect): void {
  it('every operation of the kiosk answers a value of its schema', async () => {
    let passed = 0;
    const sandbox = { now: () => Date.now() + passed };
    const settings = { ...withPhones, passes: { purposes: ['visitor'], hours: 12, trust: [] } };
    const { client, kiosk, newestOtp } = await openWorld(connect, { settings, sandbox, resendMs: 0 });
    const { party } = await addParty(kiosk);
    let invited = { id: '', url: '' };
    const { id } = await started(client);
    const calls: Readonly<Record<string, () => Promise<Answer<unknown>>>> = {
      'kiosk.describe': () => client['kiosk.describe']({}),
      'consent.read': () => client['consent.read']({ locale: 'hi' }),
      'consent.decline': () => declined(client),
      'verification.start': async () => client['verification.start'](await startInput(client, salim)),
      'verification.get': () => client['verification.get']({ id }),
      'demo.phone': () => client['demo.phone']({ id }),
      'verification.resendOtp': () => {
        passed = 180_001;
        return client['verification.resendOtp']({ id });
      },
      'verification.submitOtp': () => client['verification.submitOtp']({ id, otp: newestOtp(asha.mobileNumber) }),
      'entry.receipt': () => client['entry.receipt']({ id }),
      'pass.issue': () => client['pass.issue']({ id }),
      'pass.use': async () => {
        const { token } = readValue(await client['pass.issue']({ id }));
        return client['pass.use']({ token, locale: 'en' });
      },
      'verification.cancel': () => client['verification.cancel']({ id }),
      'embed.begin': () => client['embed.begin']({ party: party.id, purpose: 'visitor', nonce: 'order-17' }),
      'receipt.keys': () => client['receipt.keys']({}),
      'phone.invite': async () => {
        const answered = await client['phone.invite']({ locale: 'hi', purpose: 'visitor' });
        invited = readValue(answered);
        return answered;
      },
      'phone.get': () => client['phone.get']({ id: invited.id }),
      'phone.accept': () => client['phone.accept']({ token: tokenOf(invited) }),
      'phone.cancel': () => client['phone.cancel']({ id: invited.id }),
      'voice.report': () => client['voice.report']({ locale: 'or', speaks: false }),
      'operator.door': () => client['operator.door']({}),
      'operator.begin': () => client['operator.begin']({ name: 'Meera', pin: goodPin }),
      'operator.lock': () => client['operator.lock']({}),
      'operator.unlock': () => client['operator.unlock']({ pin: goodPin }),
      'operator.recover': async () => {
        const { code } = readValue(await client['operator.recoveryCode']({}));
        return client['operator.recover']({ code, pin: '739164' });
      },
    };
    expect(Object.keys(calls).sort()).toEqual([...kioskCalls].sort());
    for (const [name, call] of Object.entries(calls)) {
      const value = readValue(await call());
      const { output } = operations[callNames.find((known) => known === name) ?? 'health.get'];
      expect(output.safeParse(value).error, name).toBeUndefined();
    }
  });

  it.each([
    [asha, 2, 'admitted'],
    [salim, 1, 'referred'],
    [lakshmi, 0, 'refused'],
  ] as const)('a decision is a value, and in the log when it is seen: %o', async (person, status, decision) => {
    const { client, newestOtp, rows, log } = await openWorld(connect);
    const { id } = await started(client, person);
    const otp = newestOtp(person.mobileNumber);
    const decided = readValue(await client['verification.submitOtp']({ id, otp }));
    expect(decided).toMatchObject({ id, state: 'decided', status, decision, seq: 1 });
    expect(rows()).toMatchObject([{ seq: 1, outcome: decision, status, channel: 'kiosk' }]);
    expect(readValue(await client['verification.get']({ id }))).toEqual(decided);
    for (const secret of [person.fullName, person.mobileNumber, otp, id]) {
      expect(log.join('\n')).not.toContain(secret);
    }
  });

  it('a revision grows with every change', async () => {
    const { client } = await openWorld(connect);
    const first = await started(client);
    const last = readValue(await client['verification.cancel']({ id: first.id }));
    expect(last).toMatchObject({ state: 'cancelled' });
    expect(last.revision).toBeGreaterThan(first.revision);
    const again = readValue(await client['verification.cancel']({ id: first.id }));
    expect(again).toEqual(last);
  });
}

function describeCallers(connect: Connect): void {
  it('a verification is for the caller that started it', async () => {
    const { client, kiosk, connection, newestOtp } = await openWorld(connect);
    const { id } = await started(client);
    const another = await connection.openAnother?.();
    const others = [
      kiosk.client({ kind: 'kiosk', id: 'somebody else' }),
      kiosk.client({ kind: 'party', id: 'somebody else' }),
      ...(another === undefined ? [] : [buildClient(another)]),
    ];
    for (const other of others) {
      const calls = [
        other['verification.get']({ id }),
        other['verification.submitOtp']({ id, otp: newestOtp(asha.mobileNumber) }),
        other['verification.resendOtp']({ id }),
        other['verification.cancel']({ id }),
        other['entry.receipt']({ id }),
      ];
      for (const answered of await Promise.all(calls)) {
        expect(answered).toMatchObject({ ok: false, error: { code: 'not-found' } });
      }
    }
    const mine: OutputOf<'verification.get'> = readValue(await client['verification.get']({ id }));
    expect(mine.state).toBe('awaiting-otp');
  });

  it('one whom the host does not know may ask what is public, if anything', async () => {
    const { client, kiosk, connection, rows } = await openWorld(connect, { settings: withPhones });
    const { transport, code } = connection.stranger;
    const { party } = await addParty(kiosk);
    const inputs: { readonly [N in CallName]?: InputOf<N> } = {
      'consent.read': { locale: 'en' },
      'embed.begin': { party: party.id },
      'phone.accept': { token: tokenOf(readValue(await client['phone.invite']({ locale: 'en' }))) },
    };
    const before = rows();
    for (const name of callNames) {
      const isPublic = operations[name].callers.some((kind) => kind === 'public');
      const answered = await transport.call(name, inputs[name] ?? {});
      expect(answered, name).toMatchObject(
        isPublic && connection.strangerMayAsk ? { ok: true } : { ok: false, error: { code } },
      );
    }
    expect(rows()).toEqual(before);
  });

  it('a name that is in no table leads nowhere', async () => {
    const { connection } = await openWorld(connect);
    expect(await connection.callUnknown()).toBe('not-found');
  });
}

function describeEvents(connect: Connect): void {
  /** Listens, and answers each event in its turn. */
  function listen(client: ReturnType<typeof buildClient>) {
    const seen: KioskEvent[] = [];
    let waiting = Promise.withResolvers<void>();
    const unwatch = client['kiosk.watch']((event) => {
      seen.push(event);
      waiting.resolve();
    });
    return {
      seen,
      unwatch,
      async next(): Promise<KioskEvent | undefined> {
        if (seen.length === 0) {
          await waiting.promise;
        }
        waiting = Promise.withResolvers();
        return seen.shift();
      },
    };
  }

  it('a watch begins with the health of the moment and goes on with every change', async () => {
    const { client, fault } = await openWorld(connect);
    const events = listen(client);
    const first = await events.next();
    expect(first).toMatchObject({ type: 'health', state: 'in-service' });
    await fault('generateOTP', '403-json');
    await client['verification.start'](await startInput(client));
    const second = await events.next();
    expect(second).toMatchObject({ type: 'health', state: 'impaired', reason: 'upstream-forbidden' });
    expect(second?.revision).toBeGreaterThan(first?.revision ?? 0);
    events.unwatch();
  });

  it('a watch that has ended hears nothing, and another goes on', async () => {
    const { client, fault } = await openWorld(connect);
    const [ended, goesOn] = [listen(client), listen(client)];
    await ended.next();
    await goesOn.next();
    ended.unwatch();
    await fault('generateOTP', '403-json');
    await client['verification.start'](await startInput(client));
    expect(await goesOn.next()).toMatchObject({ state: 'impaired' });
    expect(ended.seen).toEqual([]);
    goesOn.unwatch();
  });

  it('a stranger hears nothing', async () => {
    const { client, connection } = await openWorld(connect);
    const stranger = listen(buildClient(connection.stranger.transport));
    const known = listen(client);
    await known.next();
    await connection.stranger.transport.call('kiosk.describe', {});
    expect(stranger.seen).toEqual([]);
  });
}
