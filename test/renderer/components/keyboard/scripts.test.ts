/** Names typed in each script, and that no order of keys writes what cannot be read. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFullName } from '../../../../main/contract/public.ts';
import { rowsOf } from '../../../../renderer/components/keyboard/layouts.ts';
import { type OwnScript, scripts } from '../../../../renderer/components/keyboard/scripts/scripts.ts';
import { typeKeys } from './type-keys.ts';

const names: readonly (readonly [script: OwnScript, keys: string, name: string])[] = [
  ['devanagari', 'ग आ य क व आ ड', 'गायकवाड'],
  ['bengali', 'স উ ব অ র ত আ {space} দ ত অ ত', 'সুব্রতা দত্ত'],
  ['bengali', 'ই ন অ দ অ র আ ণ ঈ {space} র আ য়', 'ইন্দ্রাণী রায়'],
  ['bengali', 'স ঔ র ভ', 'সৌরভ'],
  ['bengali', 'চ আ ঁ দ', 'চাঁদ'],
  ['assamese', 'ৰ ই ত উ {space} ব ৰ উ ৱ আ', 'ৰিতু বৰুৱা'],
  ['assamese', 'ভ ঊ প এ ন {space} হ আ জ ৰ ই ক আ', 'ভূপেন হাজৰিকা'],
  ['gurmukhi', 'ਗ ਉ ਰ ਪ ਅ ਰ ਈ ਤ {space} ਸ ਇ ੰ ਘ', 'ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ'],
  ['gurmukhi', 'ਬ ੱ ਚ ਈ', 'ਬੱਚੀ'],
  ['gurmukhi', 'ਸ਼ ਏ ਰ', 'ਸ਼ੇਰ'],
  ['gujarati', 'પ અ ર જ અ ઞ આ', 'પ્રજ્ઞા'],
  ['gujarati', 'ક ઋ ષ અ ણ {space} પ ટ ઓ ળ એ', 'કૃષ્ણ પટોળે'],
  ['odia', 'ସ ଉ ଭ ଆ ଷ {space} ନ ଆ ୟ କ', 'ସୁଭାଷ ନାୟକ'],
  ['odia', 'ପ ଅ ର ଇ ୟ ଆ', 'ପ୍ରିୟା'],
  ['tamil', 'ம ஈ ன ஆ ட அ ச ஈ', 'மீனாட்சீ'],
  ['tamil', 'க உ ம ஆ ர அ', 'குமார்'],
  ['tamil', 'ச எ ந அ த இ ல அ', 'செந்தில்'],
  ['telugu', 'వ ఎ ం క ట ఏ శ', 'వెంకటేశ'],
  ['telugu', 'క ఋ ష అ ణ', 'కృష్ణ'],
  ['telugu', 'ర ఆ జ {more} {apart} క ఉ మ ఆ ర అ', 'రాజ్\u200cకుమార్'],
  ['kannada', 'ಲ ಕ ಅ ಷ ಅ ಮ ಈ', 'ಲಕ್ಷ್ಮೀ'],
  ['kannada', 'ಪ ಊ ರ ಅ ಣ ಇ ಮ ಆ', 'ಪೂರ್ಣಿಮಾ'],
  ['malayalam', 'അ ന ഇ ല അ അ', 'അനിൽ'],
  ['malayalam', 'അ ര അ അ ജ ഉ ന അ അ', 'അർജുൻ'],
  ['malayalam', 'ഗ ഔ ര ഇ', 'ഗൗരി'],
];

describe('a name', () => {
  it.each(names)('in %s typed %s is %s', (script, keys, name) => {
    expect(typeKeys(script, keys.split(' '))).toBe(name.normalize('NFC'));
  });
});

describe('taking the vowel away', () => {
  it('gives it back the second time, where the consonant has no form of its own without it', () => {
    expect(typeKeys('tamil', ['க', 'அ', 'அ'])).toBe('க');
    expect(typeKeys('malayalam', ['ക', 'അ', 'അ'])).toBe('ക');
    expect(typeKeys('malayalam', ['ന', 'അ'])).toBe('ന്');
  });
});

describe.each(Object.keys(scripts).map((name) => name as OwnScript))('any order of the keys of %s', (script) => {
  const all = (['letters', 'more'] as const).flatMap((layer) =>
    (['wide', 'tall'] as const).flatMap((room) => rowsOf(script, layer, room, script).flatMap((row) => row.split(' '))),
  );
  const keys = [...new Set(all)].filter((key) => !['{bksp}', '{done}', '{latin}'].includes(key));
  const typed = fc.array(fc.constantFrom(...keys), { maxLength: 40 }).map((pressed) => typeKeys(script, pressed));

  it('leaves no sign without the letter that it belongs to', () => {
    fc.assert(
      fc.property(typed, (text) => {
        expect(text).not.toMatch(/(?:^|[\s.'-])\p{M}/u);
        expect(text).not.toMatch(/(?:^|\P{M})[\u200c\u200d]/u);
      }),
      { numRuns: 300 },
    );
  });

  it('is a name that the core takes, in NFC, as soon as it holds a letter', () => {
    fc.assert(
      fc.property(typed, (text) => {
        fc.pre(/\p{L}/u.test(text));
        const name = parseFullName(text);
        expect(name).toBeDefined();
        expect(name?.normalize('NFC')).toBe(name);
      }),
      { numRuns: 300 },
    );
  });
});
