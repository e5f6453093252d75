/**
 * The keys of Devanagari, in the order of the alphabet, which everybody learnt at school, and not in InScript's, which
 * typists learn. Every consonant and vowel is on the first layer. After a consonant the vowels turn into the signs that
 * go with it (brahmic.ts), so that no syllable needs the second layer. The other scripts are laid out like it.
 * Runs in the faces.
 */
import { buildKeys } from '../brahmic.ts';
import type { ScriptKeys } from './script-keys.ts';

export const devanagari: ScriptKeys = {
  ...buildKeys({ block: 0x0900, consonants: '\u0958-\u095f\u0978-\u097f', nukta: 'कखगजझडढनफयरळ' }),
  letters: {
    wide: [
      'अ आ इ ई उ ऊ ऋ ए ऐ ओ औ ऑ ं {bksp}',
      'क ख ग घ ङ च छ ज झ ञ य र ल व',
      'ट ठ ड ढ ण त थ द ध न श ष स ह',
      '{latin} {more} प फ ब भ म ँ ़ {space} {done}',
    ],
    tall: [
      'अ आ इ ई उ ऊ ऋ ए ऐ ओ औ',
      'क ख ग घ ङ च छ ज झ ञ ं',
      'ट ठ ड ढ ण त थ द ध न ँ',
      'प फ ब भ म य र ल व ़ {bksp}',
      '{latin} {more} श ष स ह {space} {done}',
    ],
  },
  more: {
    wide: [
      'अ आ इ ई उ ऊ ऋ ए ऐ ओ औ ऑ ऍ {bksp}',
      '् ा ि ी ु ू ृ े ै ो ौ ॉ ॅ ः',
      'क्ष त्र ज्ञ श्र क़ ख़ ग़ ज़ ड़ ढ़ फ़ य़ ळ ऱ',
      "{latin} {letters} {half} {apart} ं ँ ' . - {space} {done}",
    ],
    tall: [
      'अ आ इ ई उ ऊ ऋ ए ऐ ओ औ',
      '् ा ि ी ु ू ृ े ै ो ौ',
      'ऑ ॉ ऍ ॅ ः ं ँ ळ ऱ . -',
      'क्ष त्र ज्ञ श्र क़ ख़ ग़ ज़ ड़ ढ़ {bksp}',
      '{latin} {letters} फ़ य़ {half} {apart} {space} {done}',
    ],
  },
};
