/**
 * The keys of Kannada, in the order of the alphabet.
 * Runs in the faces.
 */
import { buildKeys } from '../brahmic.ts';
import type { ScriptKeys } from './script-keys.ts';

export const kannada: ScriptKeys = {
  ...buildKeys({ block: 0x0c80, nukta: 'ಜಫ' }),
  letters: {
    wide: [
      'ಅ ಆ ಇ ಈ ಉ ಊ ಎ ಏ ಐ ಒ ಓ ಔ ಂ {bksp}',
      'ಕ ಖ ಗ ಘ ಙ ಚ ಛ ಜ ಝ ಞ ಯ ರ ಲ ವ',
      'ಟ ಠ ಡ ಢ ಣ ತ ಥ ದ ಧ ನ ಶ ಷ ಸ ಹ',
      '{latin} {more} ಪ ಫ ಬ ಭ ಮ ಳ ಋ {space} {done}',
    ],
    tall: [
      'ಅ ಆ ಇ ಈ ಉ ಊ ಎ ಏ ಐ ಒ ಓ',
      'ಕ ಖ ಗ ಘ ಚ ಛ ಜ ಝ ಞ ಋ ಂ',
      'ಟ ಠ ಡ ಢ ಣ ತ ಥ ದ ಧ ನ ಔ',
      'ಪ ಫ ಬ ಭ ಮ ಯ ರ ಲ ವ ಳ {bksp}',
      '{latin} {more} ಶ ಷ ಸ ಹ {space} {done}',
    ],
  },
  more: {
    wide: [
      'ಅ ಆ ಇ ಈ ಉ ಊ ಎ ಏ ಐ ಒ ಓ ಔ ಱ {bksp}',
      '್ ಾ ಿ ೀ ು ೂ ೃ ೆ ೇ ೈ ೊ ೋ ೌ ಃ',
      'ಕ್ಷ ಜ್ಞ ತ್ರ ಶ್ರ ಪ್ರ ದ್ರ ಕ್ರ ಸ್ವ ಲ್ಲ ಮ್ಮ ನ್ನ ಪ್ಪ ಯ್ಯ ಕ್ಕ',
      "{latin} {letters} {half} {apart} ಼ ' . - {space} {done}",
    ],
    tall: [
      'ಅ ಆ ಇ ಈ ಉ ಊ ಎ ಏ ಐ ಒ ಓ',
      '್ ಾ ಿ ೀ ು ೂ ೃ ೆ ೇ ೈ ೊ',
      "ೋ ೌ ಃ ಼ ಱ ಙ ಮ್ಮ ನ್ನ ' . -",
      'ಕ್ಷ ಜ್ಞ ತ್ರ ಶ್ರ ಪ್ರ ದ್ರ ಕ್ರ ಸ್ವ ಲ್ಲ ಪ್ಪ {bksp}',
      '{latin} {letters} {half} {apart} {space} {done}',
    ],
  },
};
