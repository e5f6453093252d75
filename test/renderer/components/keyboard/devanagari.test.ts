/** Names typed in Devanagari, and that no order of keys writes what cannot be read. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFullName } from '../../../../main/contract/public.ts';
import { rowsOf } from '../../../../renderer/components/keyboard/layouts.ts';
import { scripts } from '../../../../renderer/components/keyboard/scripts/scripts.ts';
import { typeKeys } from './type-keys.ts';

const devanagariKey = scripts.devanagari.keyAt;
const halant = '\u094d';

/** What the keys of the first layer show after a text. */
function shownAfter(before: string, ...names: string[]): string[] {
  return names.map((name) => devanagariKey(name, before, true).shown);
}

describe('a Hindi name', () => {
  it.each([
    ['आ श आ {space} क उ म आ र ई', 'आशा कुमारी'],
    ['क ऋ ष अ ण', 'कृष्ण'],
    ['प अ र इ य आ ं श उ', 'प्रियांशु'],
    ['भ आ ई', 'भाई'],
    ['स {more} ई द', 'सईद'],
    ['र आ ठ औ ड ़', 'राठौड़'],
    ['{more} ज्ञ आ न', 'ज्ञान'],
    ['{more} ज़ ऐ द', 'ज़ैद'],
    ['च आ ँ द', 'चाँद'],
    ['अ ं क इ त', 'अंकित'],
    ['ज {more} ॉ न', 'जॉन'],
    ['{latin} a s h a {script} र आ म', 'Ashaराम'],
  ])('typed %s is %s', (keys, name) => {
    expect(typeKeys('devanagari', keys.split(' '))).toBe(name.normalize('NFC'));
  });
});

describe('a vowel key', () => {
  it('shows the vowel, or the syllable that it makes', () => {
    expect(shownAfter('', 'अ', 'आ', 'इ')).toEqual(['अ', 'आ', 'इ']);
    expect(shownAfter('राम', 'अ', 'आ', 'इ')).toEqual([`म${halant}`, 'मा', 'मि']);
    expect(shownAfter('रा', 'आ', 'ई')).toEqual(['आ', 'ई']);
    expect(shownAfter('क्ष', 'आ')).toEqual(['क्षा']);
  });

  it('takes the vowel out of a consonant and puts it back', () => {
    expect(typeKeys('devanagari', ['क', 'अ'])).toBe(`क${halant}`);
    expect(typeKeys('devanagari', ['क', 'अ', 'अ'])).toBe('क');
    expect(typeKeys('devanagari', ['क', 'अ', 'आ'])).toBe('का');
  });

  it('shows the last letter of a cluster that is too long for a key', () => {
    expect(shownAfter('र्त्स्न्य', 'आ')).toEqual(['या']);
  });
});

describe('a sign that fits nothing', () => {
  it.each(['ं', 'ँ', '़', 'ा', 'ः', halant, '{half}', '{apart}'])('%s has nothing to do in an empty field', (name) => {
    expect(devanagariKey(name, '', false).stroke).toBeUndefined();
  });

  it('has nothing to do after a space, a Latin letter or another such sign', () => {
    for (const before of ['राम ', 'Ram', 'अं']) {
      expect(devanagariKey('ं', before, true).stroke).toBeUndefined();
      expect(devanagariKey('ा', before, false).stroke).toBeUndefined();
    }
  });
});

describe('the nukta', () => {
  it('goes to the consonant, also when its vowel stands there already', () => {
    expect(typeKeys('devanagari', ['ज', 'आ', '़'])).toBe('ज\u093cा');
    expect(devanagariKey('़', 'ज\u093c', true).stroke).toBeUndefined();
    expect(devanagariKey('़', 'म', true).stroke).toBeUndefined();
  });
});

describe('the joiners', () => {
  it('make the half form of a consonant, or of a halant that stands there', () => {
    expect(typeKeys('devanagari', ['क', '{more}', '{half}', 'ष'])).toBe(`क${halant}\u200dष`);
    expect(typeKeys('devanagari', ['क', 'अ', '{more}', '{apart}', 'ष'])).toBe(`क${halant}\u200cष`);
  });
});

describe('any order of keys', () => {
  const keys = [
    ...new Set(
      (['letters', 'more'] as const).flatMap((layer) =>
        (['wide', 'tall'] as const).flatMap((room) =>
          rowsOf('devanagari', layer, room, 'devanagari').flatMap((row) => row.split(' ')),
        ),
      ),
    ),
  ].filter((key) => !['{bksp}', '{done}', '{latin}'].includes(key));
  const typed = fc.array(fc.constantFrom(...keys), { maxLength: 40 }).map((names) => typeKeys('devanagari', names));

  it('leaves no sign without the letter that it belongs to', () => {
    fc.assert(
      fc.property(typed, (text) => {
        // A vowel sign, a halant or a nukta without a consonant; two vowel signs; a breath or nasal sign without a letter.
        expect(text).not.toMatch(/(?:^|[^\p{L}\u093c])[\u093c\u093e-\u094d]/u);
        expect(text).not.toMatch(/[\u0904-\u0914\u0972][\u093e-\u094d\u093c]/u);
        expect(text).not.toMatch(/[\u093e-\u094d]\u093c/u);
        expect(text).not.toMatch(/(?:^|[\s.'\-\u094d\u0901-\u0903])[\u0901-\u0903]/u);
        expect(text).not.toMatch(/(?:^|[^\u094d])[\u200c\u200d]/u);
      }),
      { numRuns: 500 },
    );
  });

  it('is a name that the core takes, as soon as it holds a letter', () => {
    fc.assert(
      fc.property(typed, (text) => {
        fc.pre(/\p{L}/u.test(text));
        expect(parseFullName(text)).toBeDefined();
      }),
    );
  });
});
