/**
 * The keys of Bengali, in the order of the alphabet.
 * Runs in the faces.
 */
import { buildKeys } from '../brahmic.ts';
import type { ScriptKeys } from './script-keys.ts';

export const bengali: ScriptKeys = {
  ...buildKeys({ block: 0x0980, nukta: 'ডঢয' }),
  letters: {
    wide: [
      'অ আ ই ঈ উ ঊ ঋ এ ঐ ও ঔ ৎ ং {bksp}',
      'ক খ গ ঘ ঙ চ ছ জ ঝ ঞ য র ল য়',
      'ট ঠ ড ঢ ণ ত থ দ ধ ন শ ষ স হ',
      '{latin} {more} প ফ ব ভ ম ড় ঁ {space} {done}',
    ],
    tall: [
      'অ আ ই ঈ উ ঊ ঋ এ ঐ ও ঔ',
      'ক খ গ ঘ ঙ চ ছ জ ঝ ঞ ং',
      'ট ঠ ড ঢ ণ ত থ দ ধ ন ঁ',
      'প ফ ব ভ ম য র ল ড় য় {bksp}',
      '{latin} {more} শ ষ স হ {space} {done}',
    ],
  },
  more: {
    wide: [
      'অ আ ই ঈ উ ঊ ঋ এ ঐ ও ঔ ঢ় ঃ {bksp}',
      '্ া ি ী ু ূ ৃ ে ৈ ো ৌ ঁ ং ৎ',
      'ক্ষ ত্র জ্ঞ শ্র ন্দ ন্ত স্ত প্র ক্র ষ্ণ ঞ্জ ম্ব ল্ল দ্ধ',
      "{latin} {letters} {half} {apart} ' . - {space} {done}",
    ],
    tall: [
      'অ আ ই ঈ উ ঊ ঋ এ ঐ ও ঔ',
      '্ া ি ী ু ূ ৃ ে ৈ ো ৌ',
      "ঢ় ৎ ঃ ং ঁ ষ্ণ ঞ্জ ম্ব ' . -",
      'ক্ষ ত্র জ্ঞ শ্র ন্দ ন্ত স্ত প্র ক্র দ্ধ {bksp}',
      '{latin} {letters} {half} {apart} {space} {done}',
    ],
  },
};
