/** The recovery code: 80 bits that forgive handwriting. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeRecoveryCode, readRecoveryCode } from '../../../../main/core/operator/recovery-code.ts';
import { buildRandom } from '../../../../main/platform/random.ts';

const random = buildRandom();
const plain = (code: string) => code.replaceAll('-', '');

test('it is sixteen symbols in groups, none of which is taken for another, and never the same', () => {
  const codes = Array.from({ length: 1_000 }, () => makeRecoveryCode(random));
  for (const code of codes) {
    expect(code).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
  }
  expect(new Set(codes).size).toBe(codes.length);
  expect(new Set(codes.join('')).size).toBe(33);
});

test('it is read in small letters, with other dashes, spaces and letters for digits', () => {
  const separators = fc.array(fc.constantFrom('', ' ', '-', '–', '\u00a0', '. '), { minLength: 16, maxLength: 16 });
  const variants: Record<string, string[]> = { '0': ['0', 'O', 'o', '०'], '1': ['1', 'I', 'l', 'L', '१'] };
  fc.assert(
    fc.property(separators, fc.nat(), fc.boolean(), (between, seed, small) => {
      const code = plain(makeRecoveryCode(random));
      const typed = Array.from(code, (symbol, index) => {
        const options = variants[symbol] ?? [small ? symbol.toLowerCase() : symbol];
        return `${options[seed % options.length]}${between[index]}`;
      }).join('');
      expect(readRecoveryCode(typed)).toBe(code);
    }),
  );
});

test('what is no code is none', () => {
  for (const text of ['', 'ABCD-EFGH', 'UUUU-UUUU-UUUU-UUUU', `${'0'.repeat(17)}`, '0'.repeat(15)]) {
    expect(readRecoveryCode(text)).toBeUndefined();
  }
});
