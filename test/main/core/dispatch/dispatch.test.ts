/** The dispatch: who may call, what may come in, and what goes out when a handler fails. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answer, callerKinds, callNames, operations, problem } from '../../../../main/contract/public.ts';
import { buildDispatch, type Handlers, mayNotCall } from '../../../../main/core/dispatch/dispatch.ts';

const caller = { kind: 'kiosk', id: 'one' } as const;

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

test('only the callers of the table get in; unknown ones are told to say who they are', () => {
  for (const name of callNames) {
    const allowed: readonly string[] = operations[name].callers;
    for (const kind of callerKinds) {
      const refused = mayNotCall(name, { kind, id: '' });
      const mayCall = allowed.includes('public') || allowed.includes(kind);
      expect([name, kind, refused]).toEqual([
        name,
        kind,
        mayCall ? undefined : kind === 'public' ? 'unauthenticated' : 'forbidden',
      ]);
    }
  }
});

test('whatever comes in, a handler sees only what its schema allows', async () => {
  const anything = fc.oneof(fc.anything(), fc.record({ id: fc.string(), otp: fc.anything() }));
  await fc.assert(
    fc.asyncProperty(anything, async (input) => {
      const seen: unknown[] = [];
      const dispatch = buildDispatch(noteHandlers(seen), () => 'internal');
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
  const dispatch = buildDispatch(noteHandlers([]), () => 'internal');
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
  const dispatch = buildDispatch(noteHandlers([], fail), (name, error) => {
    judged.push([name, error]);
    return 'internal';
  });
  const version = 'v';
  const input = { purpose: 'visitor', locale: 'en', version };
  expect(await dispatch('consent.decline', caller, input)).toEqual(problem('internal'));
  expect(judged).toEqual([['consent.decline', fail]]);
});
