/**
 * The words of "Use my own phone" in Gujarati.
 * Runs in the face.
 */
import type { PhoneWords } from './en.ts';

export const gu: PhoneWords = {
  offer: 'મારા ફોન પર કરીશ',
  title: 'તમારા ફોન પર આગળ વધો',
  asked: 'એક ક્ષણ, કોડ બની રહ્યો છે.',
  scan: 'ફોનનો કૅમેરા આ કોડ સામે ધરો.',
  open: 'ફોન બતાવે તે પાનું ખોલો.',
  answer: 'ત્યાં જવાબ આપો. પરિણામ અહીં દેખાશે.',
  code: 'QR કોડ: તે આ તપાસ તમારા ફોન પર ખોલે છે',
  here: 'અહીં જ કરીશ',
  openedTitle: 'હવે તમારા ફોન પર આગળ વધો',
  openedText: 'પાનું તમારા ફોન પર ખૂલ્યું છે. ત્યાં પૂરું થાય એટલે પરિણામ અહીં દેખાશે.',
  expiredTitle: 'આ કોડની મુદત પૂરી થઈ',
  expiredText: 'તે બે મિનિટ ચાલે છે. નવો કોડ લો, અથવા અહીં જ કરો.',
  endedTitle: 'ફોન પર કોઈ નિર્ણય થયો નથી',
  endedText: 'નવો કોડ લો, અહીં જ કરો, અથવા રિસેપ્શન પર જાઓ.',
  failedTitle: 'આ હમણાં થઈ શકતું નથી',
  failedText: 'કૃપા કરી અહીં જ કરો.',
  again: 'નવો કોડ',
};
