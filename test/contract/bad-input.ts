/** Bad input at every operation: a problem with a code, no row, no crash, and nothing of the input in the answer. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CallName, callNames, commonErrors, type ErrorCode, operations } from '../../main/contract/public.ts';
import type { Connect } from '../support/connections.ts';
import { openWorld, startInput } from './world.ts';

/** No field of any operation takes one of these, but for the words of a version, which is then outdated. */
const wrong = fc.oneof(
  fc.constantFrom<unknown>(null, '', '123', '\u0000\u0007', '<script>alert(1)</script>', "'; DROP TABLE entries; --"),
  fc.double(),
  fc.boolean(),
  fc.array(fc.jsonValue(), { maxLength: 3 }),
  fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 3 }),
  fc.string({ minLength: 401, maxLength: 500, unit: 'binary' }),
);

/** What would be right, for each field of each operation; an identifier is right in form and nobody's. */
async function readGoodInputs(client: Parameters<typeof startInput>[0]): Promise<Record<CallName, object>> {
  const start = await startInput(client);
  const ofNobody = { id: 'x'.repeat(22) };
  const { purpose, consent } = start;
  return {
    'kiosk.describe': {},
    'consent.read': { locale: 'en' },
    'consent.decline': { purpose, locale: 'en', version: consent.version },
    'verification.start': start,
    'verification.get': ofNobody,
    'verification.submitOtp': { ...ofNobody, otp: '123456' },
    'verification.resendOtp': ofNobody,
    'verification.cancel': ofNobody,
    'entry.receipt': ofNobody,
    'entries.erase': { mobileNumber: '9000000009', reason: 'asked' },
    'export.drives': {},
    'export.start': { drive: 'of nobody', from: '2026-01-31' },
    'export.get': ofNobody,
    'export.cancel': ofNobody,
    'health.get': {},
    'demo.phone': ofNobody,
  };
}

function without(good: object, key: string): object {
  return Object.fromEntries(Object.entries(good).filter(([name]) => name !== key));
}

/** Any JSON at all; a good input with one wrong field, with one field too many, or without one that it needs. */
function badInputs(name: CallName, good: object): fc.Arbitrary<unknown> {
  const pick = (keys: string[]) => (keys.length === 0 ? fc.constant('unknown') : fc.constantFrom(...keys));
  const one = pick(Object.keys(good));
  const needed = pick(Object.keys(good).filter((key) => !operations[name].input.safeParse(without(good, key)).success));
  return fc.oneof(
    fc.jsonValue(),
    fc.tuple(one, wrong).map(([key, value]) => ({ ...good, [key]: value })),
    fc.tuple(fc.string({ minLength: 8 }), fc.jsonValue()).map(([key, value]) => ({ ...good, [`no ${key}`]: value })),
    needed.map((key) => without(good, key)),
  );
}

/** The texts of an input, keys included, that are long enough not to stand in an answer by chance. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') {
    return value.length >= 10 ? [value] : [];
  }
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  return Object.entries(value).flatMap(([key, inner]) => [...textsOf(key), ...textsOf(inner)]);
}

/** Runs the properties at every operation of the table. */
export function describeBadInput(connect: Connect): void {
  describe('bad input', () => {
    it.each(callNames)('at %s is a problem with a code, without a row or a trace of the input', async (name) => {
      const { client, connection, rows, log } = await openWorld(connect);
      const good = (await readGoodInputs(client))[name];
      const { input: schema, errors } = operations[name];
      const codes: readonly ErrorCode[] = [...errors, ...commonErrors, 'not-found'];
      // What the answer may repeat: it is known without the input.
      const known = new Set(textsOf(good));
      await fc.assert(
        fc.asyncProperty(badInputs(name, good), async (input) => {
          const answered = await connection.transport.call(name, input);
          if (answered.ok) {
            expect(schema.safeParse(connection.arrived(name, input)).error).toBeUndefined();
            return;
          }
          expect(codes).toContain(answered.error.code);
          expect(answered.error.code).not.toBe('internal');
          const written = [JSON.stringify(answered), ...log].join('\n');
          for (const text of textsOf(input).filter((given) => !known.has(given))) {
            expect(written).not.toContain(JSON.stringify(text).slice(1, -1));
          }
        }),
        { numRuns: 60 },
      );
      expect(rows()).toEqual([]);
      expect(await client['kiosk.describe']({})).toMatchObject({ ok: true });
    });
  });
}
