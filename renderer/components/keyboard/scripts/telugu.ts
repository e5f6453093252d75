/**
 * The keys of Telugu, in the order of the alphabet.
 * Runs in the faces.
 */
import { buildKeys } from '../brahmic.ts';
import type { ScriptKeys } from './script-keys.ts';

export const telugu: ScriptKeys = {
  ...buildKeys({ block: 0x0c00 }),
  letters: {
    wide: [
      'అ ఆ ఇ ఈ ఉ ఊ ఎ ఏ ఐ ఒ ఓ ఔ ం {bksp}',
      'క ఖ గ ఘ ఙ చ ఛ జ ఝ ఞ య ర ల వ',
      'ట ఠ డ ఢ ణ త థ ద ధ న శ ష స హ',
      '{latin} {more} ప ఫ బ భ మ ళ ఋ {space} {done}',
    ],
    tall: [
      'అ ఆ ఇ ఈ ఉ ఊ ఎ ఏ ఐ ఒ ఓ',
      'క ఖ గ ఘ చ ఛ జ ఝ ఞ ఋ ం',
      'ట ఠ డ ఢ ణ త థ ద ధ న ఔ',
      'ప ఫ బ భ మ య ర ల వ ళ {bksp}',
      '{latin} {more} శ ష స హ {space} {done}',
    ],
  },
  more: {
    wide: [
      'అ ఆ ఇ ఈ ఉ ఊ ఎ ఏ ఐ ఒ ఓ ఔ ఱ {bksp}',
      '్ ా ి ీ ు ూ ృ ె ే ై ొ ో ౌ ః',
      'క్ష జ్ఞ త్ర శ్ర ప్ర ద్ర క్ర స్వ ల్ల మ్మ న్న ప్ప య్య క్క',
      "{latin} {letters} {half} {apart} ఁ ' . - {space} {done}",
    ],
    tall: [
      'అ ఆ ఇ ఈ ఉ ఊ ఎ ఏ ఐ ఒ ఓ',
      '్ ా ి ీ ు ూ ృ ె ే ై ొ',
      "ో ౌ ః ఁ ఱ ఙ మ్మ న్న ' . -",
      'క్ష జ్ఞ త్ర శ్ర ప్ర ద్ర క్ర స్వ ల్ల య్య {bksp}',
      '{latin} {letters} {half} {apart} {space} {done}',
    ],
  },
};
