/**
 * The keys of Malayalam, in the order of the alphabet. Taking the vowel away twice makes the chillu of a consonant that has one.
 * Runs in the faces.
 */
import { buildKeys } from '../brahmic.ts';
import type { ScriptKeys } from './script-keys.ts';

export const malayalam: ScriptKeys = {
  ...buildKeys({ block: 0x0d00, au: 'ൗ', bare: ['നൻ', 'രർ', 'ലൽ', 'ളൾ', 'ണൺ'] }),
  letters: {
    wide: [
      'അ ആ ഇ ഈ ഉ ഊ എ ഏ ഐ ഒ ഓ ഔ ം {bksp}',
      'ക ഖ ഗ ഘ ങ ച ഛ ജ ഞ യ ര റ ല വ',
      'ട ഠ ഡ ണ ത ഥ ദ ധ ന ശ ഷ സ ഹ ള',
      '{latin} {more} പ ഫ ബ ഭ മ ഴ ഋ {space} {done}',
    ],
    tall: [
      'അ ആ ഇ ഈ ഉ ഊ എ ഏ ഐ ഒ ഓ',
      'ക ഖ ഗ ഘ ങ ച ഛ ജ ഞ ഋ ം',
      'ട ഠ ഡ ണ ത ഥ ദ ധ ന ള ഴ',
      'പ ഫ ബ ഭ മ യ ര റ ല വ {bksp}',
      '{latin} {more} ശ ഷ സ ഹ {space} {done}',
    ],
  },
  more: {
    wide: [
      'അ ആ ഇ ഈ ഉ ഊ എ ഏ ഐ ഒ ഓ ഔ ഃ {bksp}',
      '് ാ ി ീ ു ൂ ൃ െ േ ൈ ൊ ോ ൗ',
      'ൻ ർ ൽ ൾ ൺ ഝ ഢ ക്ഷ ജ്ഞ ത്ര ശ്ര പ്ര ന്ന മ്മ',
      "{latin} {letters} {half} {apart} ' . - {space} {done}",
    ],
    tall: [
      'അ ആ ഇ ഈ ഉ ഊ എ ഏ ഐ ഒ ഓ',
      '് ാ ി ീ ു ൂ ൃ െ േ ൈ ൊ',
      "ോ ൗ ഔ ഃ ഝ ഢ ങ്ക ന്ത ' . -",
      'ൻ ർ ൽ ൾ ൺ ക്ഷ ജ്ഞ ത്ര ശ്ര പ്ര {bksp}',
      '{latin} {letters} {half} {apart} {space} {done}',
    ],
  },
};
