/**
 * The keys of Gujarati, in the order of the alphabet.
 * Runs in the faces.
 */
import { buildKeys } from '../brahmic.ts';
import type { ScriptKeys } from './script-keys.ts';

export const gujarati: ScriptKeys = {
  ...buildKeys({ block: 0x0a80 }),
  letters: {
    wide: [
      'અ આ ઇ ઈ ઉ ઊ ઋ એ ઐ ઓ ઔ ઑ ં {bksp}',
      'ક ખ ગ ઘ ઙ ચ છ જ ઝ ઞ ય ર લ વ',
      'ટ ઠ ડ ઢ ણ ત થ દ ધ ન શ ષ સ હ',
      '{latin} {more} પ ફ બ ભ મ ળ ઁ {space} {done}',
    ],
    tall: [
      'અ આ ઇ ઈ ઉ ઊ ઋ એ ઐ ઓ ઔ',
      'ક ખ ગ ઘ ઙ ચ છ જ ઝ ઞ ં',
      'ટ ઠ ડ ઢ ણ ત થ દ ધ ન ઁ',
      'પ ફ બ ભ મ ય ર લ વ ળ {bksp}',
      '{latin} {more} શ ષ સ હ {space} {done}',
    ],
  },
  more: {
    wide: [
      'અ આ ઇ ઈ ઉ ઊ ઋ એ ઐ ઓ ઔ ઑ ઍ {bksp}',
      '્ ા િ ી ુ ૂ ૃ ે ૈ ો ૌ ૉ ૅ ઃ',
      'ક્ષ જ્ઞ ત્ર શ્ર પ્ર દ્ર ક્ર સ્ત ન્દ ત્ત દ્ધ ષ્ણ લ્લ મ્બ',
      "{latin} {letters} {half} {apart} ં ઁ ' . - {space} {done}",
    ],
    tall: [
      'અ આ ઇ ઈ ઉ ઊ ઋ એ ઐ ઓ ઔ',
      '્ ા િ ી ુ ૂ ૃ ે ૈ ો ૌ',
      "ઑ ૉ ઍ ૅ ઃ ં ઁ ષ્ણ ' . -",
      'ક્ષ જ્ઞ ત્ર શ્ર પ્ર દ્ર ક્ર સ્ત ન્દ ત્ત {bksp}',
      '{latin} {letters} {half} {apart} {space} {done}',
    ],
  },
};
