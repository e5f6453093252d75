/** What the log hashes is RFC 8785 to the byte, also where it is not written by the general serialiser. */
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalInOrder } from '../../../../main/core/entry-log/canonical.ts';
import type { EntryEvidence } from '../../../../main/core/entry-log/entry.ts';
import { canonicalEvidence } from '../../../../main/core/entry-log/leaf.ts';

/** Any text, also one that holds half a character or reads like the escape of one. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.constantFrom('\\ud8', '\\udfff', '"', '\\', '\0', '\x1f', '\u2028', '😀', '\ud83d', '\ude00', 'a'))
    .map((parts) => parts.join('')),
);
const word = fc.option(text);

const evidence: fc.Arbitrary<EntryEvidence> = fc.record({
  seq: fc.maxSafeInteger(),
  id: text,
  at: text,
  site: text,
  terminal: text,
  purpose: word,
  channel: fc.constantFrom('kiosk', 'embed', 'api', 'operator'),
  outcome: fc.constantFrom('admitted', 'referred', 'refused', 'declined', 'not-verified', 'fault', 'act'),
  status: fc.constantFrom(0, 1, 2, null),
  reason: word,
  consent_version: word,
  consent_locale: word,
  consent_hash: word,
  policy: word,
  operator: word,
  upstream_ref: word,
  clock: text,
  subject_commitment: word,
});

/** What a serialiser makes of something: its text, or that it refuses it. */
function madeBy<T>(serialise: (value: T) => string | undefined, value: T): string | undefined {
  try {
    return serialise(value);
  } catch (error) {
    return error instanceof Error ? `refused: ${error.message}` : undefined;
  }
}

test('of any row', () => {
  fc.assert(
    fc.property(evidence, (row) => {
      expect(madeBy(canonicalEvidence, row)).toBe(madeBy(canonicalize, row));
    }),
    { numRuns: 2000 },
  );
});

test('of any person', () => {
  fc.assert(
    fc.property(word, word, (mobile, name) => {
      expect(madeBy(canonicalInOrder, { mobile, name })).toBe(madeBy(canonicalize, { mobile, name }));
      expect(madeBy(canonicalInOrder, { mobile })).toBe(madeBy(canonicalize, { mobile }));
    }),
  );
});

test('half a character is refused, and what only reads like the escape of one is not', () => {
  expect(() => canonicalInOrder({ name: 'a\ud800' })).toThrow(/surrogate/);
  expect(canonicalInOrder({ name: '\\ud800 😀' })).toBe('{"name":"\\\\ud800 😀"}');
});
