/**
 * The keys of Gurmukhi, in the order of the alphabet. Tippi and addak end syllables too; half forms do not occur.
 * Runs in the faces.
 */
import { buildKeys } from '../brahmic.ts';
import type { ScriptKeys } from './script-keys.ts';

export const gurmukhi: ScriptKeys = {
  ...buildKeys({ block: 0x0a00, consonants: 'ੜ', nukta: 'ਸਖਗਜਫਲ', endings: 'ੰੱ' }),
  letters: {
    wide: [
      'ਅ ਆ ਇ ਈ ਉ ਊ ਏ ਐ ਓ ਔ ੱ ੰ ਂ {bksp}',
      'ਕ ਖ ਗ ਘ ਙ ਚ ਛ ਜ ਝ ਞ ਯ ਰ ਲ ਵ',
      'ਟ ਠ ਡ ਢ ਣ ਤ ਥ ਦ ਧ ਨ ਸ ਸ਼ ਹ ੜ',
      '{latin} {more} ਪ ਫ ਬ ਭ ਮ ਜ਼ ਫ਼ {space} {done}',
    ],
    tall: [
      'ਅ ਆ ਇ ਈ ਉ ਊ ਏ ਐ ਓ ਔ ੱ',
      'ਕ ਖ ਗ ਘ ਙ ਚ ਛ ਜ ਝ ਞ ੰ',
      'ਟ ਠ ਡ ਢ ਣ ਤ ਥ ਦ ਧ ਨ ਂ',
      'ਪ ਫ ਬ ਭ ਮ ਯ ਰ ਲ ਵ ੜ {bksp}',
      '{latin} {more} ਸ ਸ਼ ਹ ਜ਼ {space} {done}',
    ],
  },
  more: {
    wide: [
      'ਅ ਆ ਇ ਈ ਉ ਊ ਏ ਐ ਓ ਔ ਁ ਃ ਼ {bksp}',
      '੍ ਾ ਿ ੀ ੁ ੂ ੇ ੈ ੋ ੌ ੱ ੰ ਂ',
      'ਖ਼ ਗ਼ ਲ਼ ਫ਼ ਜ਼ ਸ਼ ਪ੍ਰ ਸ੍ਰ ਕ੍ਰ ਤ੍ਰ ਨ੍ਹ ਲ੍ਹ ਮ੍ਹ',
      "{latin} {letters} ' . - {space} {done}",
    ],
    tall: [
      'ਅ ਆ ਇ ਈ ਉ ਊ ਏ ਐ ਓ ਔ ਼',
      '੍ ਾ ਿ ੀ ੁ ੂ ੇ ੈ ੋ ੌ ਃ',
      "ੱ ੰ ਂ ਁ ਖ਼ ਗ਼ ਲ਼ ਫ਼ ' . -",
      'ਪ੍ਰ ਸ੍ਰ ਕ੍ਰ ਤ੍ਰ ਦ੍ਰ ਬ੍ਰ ਗ੍ਰ ਨ੍ਹ ਲ੍ਹ ਮ੍ਹ {bksp}',
      '{latin} {letters} {space} {done}',
    ],
  },
};
