/** Bad input at every operation: a problem with a code, no row, no crash, and nothing of the input in the answer. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CallName, callNames, commonErrors, type ErrorCode, operations } from '../../main/contract/public.ts';
import type { Connect } from '../support/connections.ts';
import { addOperator } from '../support/operators.ts';
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
    'operator.door': {},
    'operator.begin': { name: 'Desk', pin: '482915' },
    'operator.unlock': { operator: 'nobody', pin: '482915' },
    'operator.recover': { operator: 'nobody', code: 'ABCD-EFGH', pin: '482915' },
    'operator.get': {},
    'operator.touch': {},
    'operator.lock': {},
    'operator.list': {},
    'operator.add': { name: 'Desk', role: 'reception', pin: '482915' },
    'operator.disable': { id: 'nobody' },
    'operator.reset': { id: 'nobody', pin: '482915' },
    'operator.recoveryCode': {},
    'entries.list': { from: '2026-01-31', limit: 10 },
    'entries.find': { mobileNumber: '9000000009' },
    'entries.stats': { day: '2026-01-31' },
    'entries.get': { seq: 999_999 },
    'entries.reveal': { seq: 999_999, reason: 'asked' },
    'entries.decide': { decision: 'referred', purpose, reason: 'asked' },
    'inside.list': {},
    'inside.leave': { entry: '999999' },
    'inside.close': {},
    'pass.issue': ofNobody,
    'pass.use': { token: 'x'.repeat(40), locale: 'en' },
    'pass.list': {},
    'pass.revoke': { pass: '999999', reason: 'asked' },
    'roster.preview': { text: 'name,mobile,id\nAsha,9000000009,1\n' },
    'roster.import': { text: 'name,mobile,id\nAsha,9000000009,1\n', mapping: { name: 0, mobile: 1, reference: 2 } },
    'roster.get': {},
    'roster.list': { limit: 10 },
    'roster.coverage': {},
    'roster.remove': {},
    'service.stop': { message: 'Back soon' },
    'service.resume': {},
    'kiosk.begin': { locale: 'en' },
    'kiosk.leave': {},
    'kiosk.restart': {},
    'health.diagnose': {},
    'health.get': {},
    'voice.report': { locale: 'or', speaks: false },
    'phone.invite': { locale: 'en' },
    'phone.get': ofNobody,
    'phone.cancel': ofNobody,
    'phone.accept': { token: 'x'.repeat(43) },
    'embed.begin': { party: 'nobody00', purpose },
    'party.add': { name: 'HR portal', origins: ['https://hr.example.in'], purposes: [purpose] },
    'party.list': {},
    'party.rotate': { id: 'nobody00' },
    'party.remove': { id: 'nobody00' },
    'webhook.list': {},
    'webhook.replay': { party: 'nobody00' },
    'receipt.keys': {},
    'receipt.rotate': {},
    'entry.proof': { entryId: '01890000-0000-7000-8000-000000000000' },
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
      const { client, connection, kiosk, rows, log } = await openWorld(connect);
      // A name may be anything: without an operator one of these would be the first.
      await addOperator(kiosk);
      const before = rows();
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
      expect(rows()).toEqual(before);
      expect(await client['kiosk.describe']({})).toMatchObject({ ok: true });
    });
  });
}
