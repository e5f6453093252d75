/** The words of the desk: both languages have the same texts, with the same values, in every plural form. */
import { describe, expect, it } from 'vitest';
import type { Plural } from '../../../renderer/i18n/catalog.ts';
import { buildDeskSay, defineWords, type Words } from '../../../renderer/operator/words.ts';

const modules = import.meta.glob<Record<string, unknown>>('../../../renderer/operator/**/*words.ts', { eager: true });

function isTable(value: unknown): value is Words<string> {
  return typeof value === 'object' && value !== null && 'en' in value && 'hi' in value;
}

const tables = Object.entries(modules).flatMap(([path, exported]) =>
  Object.entries(exported).flatMap(([name, value]) =>
    isTable(value) ? [{ name: `${name} of ${path.replace(/^.*operator\//, '')}`, table: value }] : [],
  ),
);

const formsOf = (text: string | Plural): string[] => (typeof text === 'string' ? [text] : Object.values(text));
const gapsOf = (text: string) => Array.from(text.matchAll(/\{(\w+)\}/g), ([, name = '']) => name).sort();

it('are found', () => {
  expect(tables.length).toBeGreaterThan(5);
});

describe.each(tables)('$name', ({ table: { en, hi } }) => {
  it('has the keys of English in Hindi, and no text is empty', () => {
    expect(Object.keys(hi).sort()).toEqual(Object.keys(en).sort());
    for (const text of [...Object.values(en), ...Object.values(hi)].flatMap(formsOf)) {
      expect(text.trim()).not.toBe('');
    }
  });

  it('names the same values in both', () => {
    for (const [key, text] of Object.entries(hi)) {
      const gaps = new Set(formsOf(en[key] ?? '').flatMap(gapsOf));
      expect({ key, gaps: new Set(formsOf(text).flatMap(gapsOf)) }).toEqual({ key, gaps });
    }
  });

  it('is Hindi in Hindi', () => {
    for (const [key, text] of Object.entries(hi)) {
      const isSign = /^[\s{}\w.,:;–—·%()/-]*$/.test(String(formsOf(en[key] ?? '')));
      const isScript = formsOf(text).every((form) => /\p{Script=Devanagari}/u.test(form));
      expect({ key, isScript: isScript || isSign }).toEqual({ key, isScript: true });
    }
  });
});

describe('buildDeskSay', () => {
  const words = defineWords(
    { left: { one: '{count} try', other: '{count} tries' }, hello: 'Hello {name}' },
    { left: { one: '{count} मौका', other: '{count} मौके' }, hello: 'नमस्ते {name}' },
  );

  it('chooses the plural and writes numbers as India does', () => {
    expect(buildDeskSay(words, 'en')('left', { count: 1 })).toBe('1 try');
    expect(buildDeskSay(words, 'en')('left', { count: 123456 })).toBe('1,23,456 tries');
    expect(buildDeskSay(words, 'hi')('left', { count: 1 })).toBe('1 मौका');
  });

  it('leaves a gap that has no value', () => {
    expect(buildDeskSay(words, 'en')('hello')).toBe('Hello {name}');
  });
});
