/**
 * The keys of Odia, in the order of the alphabet.
 * Runs in the faces.
 */
import { buildKeys } from '../brahmic.ts';
import type { ScriptKeys } from './script-keys.ts';

export const odia: ScriptKeys = {
  ...buildKeys({ block: 0x0b00, consonants: 'ୟୱ', nukta: 'ଡଢ' }),
  letters: {
    wide: [
      'ଅ ଆ ଇ ଈ ଉ ଊ ଋ ଏ ଐ ଓ ଔ ୟ ଂ {bksp}',
      'କ ଖ ଗ ଘ ଙ ଚ ଛ ଜ ଝ ଞ ଯ ର ଲ ୱ',
      'ଟ ଠ ଡ ଢ ଣ ତ ଥ ଦ ଧ ନ ଶ ଷ ସ ହ',
      '{latin} {more} ପ ଫ ବ ଭ ମ ଳ ଁ {space} {done}',
    ],
    tall: [
      'ଅ ଆ ଇ ଈ ଉ ଊ ଋ ଏ ଐ ଓ ଔ',
      'କ ଖ ଗ ଘ ଙ ଚ ଛ ଜ ଝ ଞ ଂ',
      'ଟ ଠ ଡ ଢ ଣ ତ ଥ ଦ ଧ ନ ଁ',
      'ପ ଫ ବ ଭ ମ ଯ ର ଲ ଳ ୟ {bksp}',
      '{latin} {more} ଶ ଷ ସ ହ {space} {done}',
    ],
  },
  more: {
    wide: [
      'ଅ ଆ ଇ ଈ ଉ ଊ ଋ ଏ ଐ ଓ ଔ ଡ଼ ଢ଼ {bksp}',
      '୍ ା ି ୀ ୁ ୂ ୃ େ ୈ ୋ ୌ ଃ ଂ ଁ',
      'କ୍ଷ ଜ୍ଞ ତ୍ର ଶ୍ର ପ୍ର ଦ୍ର କ୍ର ସ୍ତ ନ୍ଦ ନ୍ତ ଦ୍ଧ ଷ୍ଣ ଲ୍ଲ ମ୍ବ',
      "{latin} {letters} {half} {apart} ' . - {space} {done}",
    ],
    tall: [
      'ଅ ଆ ଇ ଈ ଉ ଊ ଋ ଏ ଐ ଓ ଔ',
      '୍ ା ି ୀ ୁ ୂ ୃ େ ୈ ୋ ୌ',
      "ଡ଼ ଢ଼ ୱ ଃ ଂ ଁ ଷ୍ଣ ମ୍ବ ' . -",
      'କ୍ଷ ଜ୍ଞ ତ୍ର ଶ୍ର ପ୍ର ଦ୍ର କ୍ର ସ୍ତ ନ୍ଦ ନ୍ତ {bksp}',
      '{latin} {letters} {half} {apart} {space} {done}',
    ],
  },
};
