/**
 * The words of passes, apart from the catalogues: only a venue that gives out passes fetches them.
 * Runs in the face.
 */
import type { Locale } from '../../../main/contract/public.ts';
import { useSpeech } from '../../components/face-context.ts';
import { assamese } from './words/as.ts';
import { bn } from './words/bn.ts';
import { en, type PassWords } from './words/en.ts';
import { gu } from './words/gu.ts';
import { hi } from './words/hi.ts';
import { kn } from './words/kn.ts';
import { ml } from './words/ml.ts';
import { mr } from './words/mr.ts';
import { or } from './words/or.ts';
import { pa } from './words/pa.ts';
import { ta } from './words/ta.ts';
import { te } from './words/te.ts';

/** The key of a text. */
export type PassWord = keyof typeof en;

const words: Readonly<Record<Locale, PassWords>> = { as: assamese, bn, en, gu, hi, kn, ml, mr, or, pa, ta, te };

/** Says a text, with a value for its gap where it has one. */
export type PassSay = (key: PassWord, value?: string) => string;

/** The words of one language. */
export function passWordsOf(locale: Locale): PassWords {
  return words[locale];
}

/** The words in the language of the moment; the component follows when it changes. */
export function usePassWords(): PassSay {
  const words = passWordsOf(useSpeech().locale);
  return (key, value = '') => words[key].replace(/\{\w+\}/, () => value);
}

/** Why a pass does not hold, in words; `other` for a word of the core that this face does not know. */
export function reasonWord(reason: string): PassWord {
  return isWord(reason) && reasons.includes(reason) ? reason : 'other';
}

const reasons: readonly PassWord[] = [
  'not-a-pass',
  'not-ours',
  'not-genuine',
  'expired',
  'not-yet',
  'revoked',
  'not-offered',
  'clock',
  'consent-outdated',
  'too-many-requests',
];

function isWord(text: string): text is PassWord {
  return Object.hasOwn(en, text);
}
