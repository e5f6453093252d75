/**
 * The words of "Use my own phone", apart from the catalogues: only a venue that offers it fetches them.
 * Runs in the face.
 */
import type { Locale } from '../../../main/contract/public.ts';
import { useSpeech } from '../../components/face-context.ts';
import { assamese } from './words/as.ts';
import { bn } from './words/bn.ts';
import { en, type PhoneWords } from './words/en.ts';
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
export type PhoneWord = keyof typeof en;

const words: Readonly<Record<Locale, PhoneWords>> = { as: assamese, bn, en, gu, hi, kn, ml, mr, or, pa, ta, te };

/** The words of one language. */
export function phoneWordsOf(locale: Locale): PhoneWords {
  return words[locale];
}

/** The words in the language of the moment; the component follows when it changes. */
export function usePhoneWords(): PhoneWords {
  return phoneWordsOf(useSpeech().locale);
}
