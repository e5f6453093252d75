/** The leaf is the hash of the row's canonical bytes; the check code is eight characters that nobody misreads. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EntryEvidence } from '../../../../main/core/entry-log/entry.ts';
import { canonicalEvidence, checkCodeOf, leafHash, readCheckCode } from '../../../../main/core/entry-log/leaf.ts';

test('known values', () => {
  expect(checkCodeOf(new Uint8Array(32))).toBe('00000000');
  expect(checkCodeOf(new Uint8Array(32).fill(255))).toBe('ZZZZZZZZ');
  expect(checkCodeOf(Uint8Array.of(0, 0, 0, 0, 1))).toBe('00000001');
});

test('it tells apart any two leaves that differ in their first 40 bits, and only these', () => {
  const leaf = fc.uint8Array({ minLength: 32, maxLength: 32 });
  fc.assert(
    fc.property(leaf, leaf, (one, other) => {
      const same = one.subarray(0, 5).join() === other.subarray(0, 5).join();
      expect(checkCodeOf(one) === checkCodeOf(other)).toBe(same);
      expect(checkCodeOf(one)).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
    }),
  );
});

test('a leaf is SHA-256 over a zero byte and the canonical bytes, in any script', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (reason) => {
      const evidence: EntryEvidence = {
        seq: 1,
        id: '019ab000-0000-7000-8000-000000000001',
        at: '2026-11-01T09:30:00.000Z',
        site: 'hq',
        terminal: 'gate-1',
        purpose: 'visitor',
        channel: 'operator',
        outcome: 'act',
        status: null,
        reason,
        consent_version: null,
        consent_locale: null,
        consent_hash: null,
        policy: null,
        operator: null,
        upstream_ref: null,
        clock: 'ok',
        subject_commitment: null,
      };
      const bytes = Buffer.concat([Buffer.of(0), Buffer.from(canonicalEvidence(evidence), 'utf8')]);
      expect(Buffer.from(leafHash(evidence)).equals(createHash('sha256').update(bytes).digest())).toBe(true);
    }),
  );
});

test('a check code is read back, however it was written down', () => {
  const bytes = fc.uint8Array({ minLength: 5, maxLength: 5 });
  fc.assert(
    fc.property(bytes, (start) => {
      const code = checkCodeOf(start);
      const read = (written: string) => Array.from(readCheckCode(written) ?? []);
      expect(read(code)).toEqual(Array.from(start));
      expect(read(` ${code.slice(0, 4).toLowerCase()} ${code.slice(4)} `)).toEqual(Array.from(start));
      expect(read(`${code.slice(0, 4)}-${code.slice(4)}`)).toEqual(Array.from(start));
      expect(read(code.replaceAll('0', 'o').replace('1', 'l').replaceAll('1', 'I'))).toEqual(Array.from(start));
    }),
  );
});

test('what is no check code is not read as one', () => {
  for (const written of ['', 'ABCDEFG', 'ABCDEFGHJ', 'ABCDEFGU', 'ABCDEFG!', 'ABCDEFGß', '٠٠٠٠٠٠٠٠']) {
    expect(readCheckCode(written)).toBeUndefined();
  }
});
