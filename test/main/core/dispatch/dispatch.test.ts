/** The dispatch: who may call, what may come in, and what goes out when a handler fails. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answer, callerKinds, callNames, operations, problem } from '../../../../main/contract/public.ts';
import { buildDispatch, type Handlers, mayNotCall } from '../../../../main/core/dispatch/dispatch.ts';

const caller = { kind: 'kiosk', id: 'one' } as const;

/** Nobody has unlocked. */
const locked = { use: () => undefined };

/** Handlers that note what reached them. */
function noteHandlers(seen: unknown[], fail?: Error): Handlers {
  const handler = (_caller: unknown, input: unknown) => {
    seen.push(input);
    if (fail !== undefined) {
      throw fail;
    }
    return answer({ seq: 1 });
  };
  return Object.fromEntries(callNames.map((name) => [name, handler])) as unknown as Handlers;
}

test('only the callers of the table get in; who is not known, or has not unlocked, is told so', () => {
  const refusals = { public: 'unauthenticated', kiosk: 'unauthenticated', embed: 'forbidden', party: 'forbidden' };
  for (const name of callNames) {
    const allowed: readonly string[] = operations[name].callers;
    for (const kind of callerKinds) {
      const mayCall = allowed.includes('public') || allowed.includes(kind);
      const expected =
        kind === 'operator' || (kind === 'kiosk' && !allowed.includes('operator')) ? 'forbidden' : refusals[kind];
      const refused = mayNotCall(name, { kind, id: '', local: true });
      expect([name, kind, refused]).toEqual([name, kind, mayCall ? undefined : expected]);
    }
  }
});

test('what is for managers is forbidden to reception, and to an operator of no role', () => {
  const as = (role: 'reception' | 'manager') =>
    ({ kind: 'operator', id: 'one', operator: { id: 'abc123', name: 'Desk', role } }) as const;
  for (const name of callNames) {
    const { callers, role }: { callers: readonly string[]; role?: string } = operations[name];
    if (callers.includes('operator') && !callers.includes('kiosk')) {
      const forReception = role === 'manager' ? 'forbidden' : undefined;
      expect([name, mayNotCall(name, as('reception'))]).toEqual([name, forReception]);
      expect([name, mayNotCall(name, { kind: 'operator', id: 'one' })]).toEqual([name, forReception]);
      expect([name, mayNotCall(name, as('manager'))]).toEqual([name, undefined]);
    }
  }
});

test('a kiosk that is unlocked is its operator where only operators may call, and itself everywhere else', async () => {
  const seen: unknown[] = [];
  const handler = (from: unknown) => {
    seen.push(from);
    return answer({});
  };
  const handlers = Object.fromEntries(callNames.map((name) => [name, handler])) as unknown as Handlers;
  const operator = { id: 'abc123', name: 'Desk', role: 'reception' } as const;
  const used: string[] = [];
  const pages = {
    use(id: string, name: string) {
      used.push(name);
      return id === 'one' ? operator : undefined;
    },
  };
  const dispatch = buildDispatch(handlers, pages, () => 'internal');
  await dispatch('health.get', caller, {});
  await dispatch('operator.lock', caller, {});
  await dispatch('kiosk.describe', caller, {});
  expect(seen).toEqual([{ kind: 'operator', id: 'one', operator }, caller, caller]);
  expect(used).toEqual(['health.get']);
  expect(await dispatch('service.stop', caller, {})).toEqual(problem('forbidden'));
  expect(await dispatch('health.get', { kind: 'kiosk', id: 'two' }, {})).toEqual(problem('unauthenticated'));
  expect(await dispatch('health.get', { kind: 'embed', id: 'one' }, {})).toEqual(problem('forbidden'));
});

test('whatever comes in, a handler sees only what its schema allows', async () => {
  const anything = fc.oneof(fc.anything(), fc.record({ id: fc.string(), otp: fc.anything() }));
  await fc.assert(
    fc.asyncProperty(anything, async (input) => {
      const seen: unknown[] = [];
      const dispatch = buildDispatch(noteHandlers(seen), locked, () => 'internal');
      const answered = await dispatch('verification.submitOtp', caller, input);
      if (answered.ok) {
        expect(seen).toEqual([{ id: expect.stringMatching(/^[\w-]{22,64}$/), otp: expect.any(String) }]);
      } else {
        expect(answered.error.code).toBe('invalid-input');
        expect(seen).toEqual([]);
      }
    }),
  );
});

test('the answer to bad input names fields of ours, never what was given', async () => {
  const secret = fc.string({ minLength: 6, unit: fc.constantFrom('Q', 'Z', '7', '#') });
  const dispatch = buildDispatch(noteHandlers([]), locked, () => 'internal');
  await fc.assert(
    fc.asyncProperty(secret, secret, async (key, value) => {
      const input = { [key]: value, fullName: [value], mobileNumber: { [key]: value }, consent: { [key]: 1 } };
      const answered = JSON.stringify(await dispatch('verification.start', caller, input));
      expect(answered).not.toContain(key);
      expect(answered).not.toContain(value);
    }),
  );
});

test('what a handler throws becomes a code, and its text goes nowhere', async () => {
  const judged: unknown[] = [];
  const fail = new Error('SELECT 9876543210');
  const dispatch = buildDispatch(noteHandlers([], fail), locked, (name, error) => {
    judged.push([name, error]);
    return 'internal';
  });
  const version = 'v';
  const input = { purpose: 'visitor', locale: 'en', version };
  expect(await dispatch('consent.decline', caller, input)).toEqual(problem('internal'));
  expect(judged).toEqual([['consent.decline', fail]]);
});
