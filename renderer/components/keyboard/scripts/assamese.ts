/**
 * The keys of Assamese, in the order of the alphabet. It is written in the block of Bengali, with letters of its own for `ra` and `wa`.
 * Runs in the faces.
 */
import { buildKeys } from '../brahmic.ts';
import type { ScriptKeys } from './script-keys.ts';

export const assamese: ScriptKeys = {
  ...buildKeys({ block: 0x0980, consonants: 'ৰৱ', nukta: 'ডঢয' }),
  letters: {
    wide: [
      'অ আ ই ঈ উ ঊ ঋ এ ঐ ও ঔ ৎ ং {bksp}',
      'ক খ গ ঘ ঙ চ ছ জ ঝ ঞ য ৰ ল ৱ',
      'ট ঠ ড ঢ ণ ত থ দ ধ ন শ ষ স হ',
      '{latin} {more} প ফ ব ভ ম য় ঁ {space} {done}',
    ],
    tall: [
      'অ আ ই ঈ উ ঊ ঋ এ ঐ ও ঔ',
      'ক খ গ ঘ ঙ চ ছ জ ঝ ঞ ং',
      'ট ঠ ড ঢ ণ ত থ দ ধ ন ঁ',
      'প ফ ব ভ ম য ৰ ল ৱ য় {bksp}',
      '{latin} {more} শ ষ স হ {space} {done}',
    ],
  },
  more: {
    wide: [
      'অ আ ই ঈ উ ঊ ঋ এ ঐ ও ঔ ড় ঢ় {bksp}',
      '্ া ি ী ু ূ ৃ ে ৈ ো ৌ ঁ ং ৎ',
      'ক্ষ ত্ৰ জ্ঞ শ্ৰ ন্দ ন্ত স্ত প্ৰ ক্ৰ ষ্ণ ঞ্জ ম্ব ল্ল দ্ধ',
      "{latin} {letters} {half} {apart} ঃ ' . - {space} {done}",
    ],
    tall: [
      'অ আ ই ঈ উ ঊ ঋ এ ঐ ও ঔ',
      '্ া ি ী ু ূ ৃ ে ৈ ো ৌ',
      "ড় ঢ় ৎ ঃ ং ঁ ষ্ণ ঞ্জ ' . -",
      'ক্ষ ত্ৰ জ্ঞ শ্ৰ ন্দ ন্ত স্ত প্ৰ ক্ৰ দ্ধ {bksp}',
      '{latin} {letters} {half} {apart} {space} {done}',
    ],
  },
};
