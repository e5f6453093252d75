/** The same word for the same thing in every text of a language, as docs/glossary.md has it. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Locale, locales } from '../../main/contract/public.ts';
import type { WordKey } from '../../renderer/i18n/catalog.ts';
import { en } from '../../renderer/i18n/en.ts';
import { catalogs } from '../support/pages/view.ts';

const page = readFileSync('docs/glossary.md', 'utf8');
const rows = page
  .slice(page.indexOf('| language |'))
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .map((line) =>
    line
      .split('|')
      .map((cell) => cell.trim())
      .slice(1, -1),
  );
const [head = [], , ...words] = rows;
const terms = head.slice(1);

function formsOf(locale: Locale, key: WordKey): string[] {
  const text = catalogs[locale][key];
  return typeof text === 'string' ? [text] : Object.values(text);
}

const keys = (Object.keys(en) as WordKey[]).filter((key) => !key.startsWith('demo.'));

it('has a row for every language', () => {
  expect(words.map(([locale]) => locale).sort()).toEqual([...locales].sort());
  expect(terms).toEqual(['code', 'reception', 'machine']);
});

describe.each(words)('in %s', (locale, ...stems) => {
  it.each(terms.map((term, index) => [term, stems[index] ?? ''] as const))('"%s" is "%s"', (term, stem) => {
    const own = locales.find((known) => known === locale) ?? 'en';
    const told = keys.filter((key) =>
      formsOf('en', key).some((text) => new RegExp(`\\b${term}\\b`, 'i').test(text.replace(/\{\w+\}/g, ''))),
    );
    expect(told.length).toBeGreaterThan(3);
    const others = told.filter((key) => !formsOf(own, key).every((text) => text.toLowerCase().includes(stem)));
    expect(others.map((key) => `${key}: ${formsOf(own, key).join(' / ')}`)).toEqual([]);
  });
});
