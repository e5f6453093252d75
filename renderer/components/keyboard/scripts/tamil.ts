/**
 * The keys of Tamil, in the order of the alphabet. It has few consonants: those that come from Sanskrit stand on the first layer too, and doubled letters on the second.
 * Runs in the faces.
 */
import { buildKeys } from '../brahmic.ts';
import type { ScriptKeys } from './script-keys.ts';

export const tamil: ScriptKeys = {
  ...buildKeys({ block: 0x0b80 }),
  letters: {
    wide: [
      'அ ஆ இ ஈ உ ஊ எ ஏ ஐ ஒ ஓ ஔ ஃ {bksp}',
      'க ங ச ஞ ட ண த ந ப ம ய ர ல வ',
      'ழ ள ற ன ஜ ஷ ஸ ஹ ஶ க்ஷ ஸ்ரீ . -',
      "{latin} {more} ' {space} {done}",
    ],
    tall: [
      'அ ஆ இ ஈ உ ஊ எ ஏ ஐ ஒ ஓ',
      'க ங ச ஞ ட ண த ந ப ம ஔ',
      'ய ர ல வ ழ ள ற ன ஜ ஷ ஸ',
      "ஹ ஶ க்ஷ ஸ்ரீ ஃ ஜ்ஞ ஸ்வ ' . - {bksp}",
      '{latin} {more} {space} {done}',
    ],
  },
  more: {
    wide: [
      'அ ஆ இ ஈ உ ஊ எ ஏ ஐ ஒ ஓ ஔ ஃ {bksp}',
      '் ா ி ீ ு ூ ெ ே ை ொ ோ ௌ ங்க',
      'க்க ச்ச ட்ட த்த ப்ப ம்ம ண்ண ந்த ன்ன ல்ல ள்ள ற்ற ம்ப',
      "{latin} {letters} ' . - {space} {done}",
    ],
    tall: [
      'அ ஆ இ ஈ உ ஊ எ ஏ ஐ ஒ ஓ',
      '் ா ி ீ ு ூ ெ ே ை ொ ோ',
      'ௌ ஃ ஔ க்க ச்ச ட்ட த்த ப்ப ம்ம ண்ண ந்த',
      "ன்ன ல்ல ள்ள ற்ற ங்க ம்ப ஞ்ச ' . - {bksp}",
      '{latin} {letters} {space} {done}',
    ],
  },
};
