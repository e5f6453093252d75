/**
 * The words of "Use my own phone", apart from the catalogues: only a venue that offers it fetches them.
 * Runs in the face.
 */
import type { Locale } from '../../../main/contract/public.ts';
import { useSpeech } from '../../components/face-context.ts';
import { en, type PhoneWords } from './words/en.ts';
import { hi } from './words/hi.ts';
import { mr } from './words/mr.ts';

/** The key of a text. */
export type PhoneWord = keyof typeof en;

const words: Partial<Readonly<Record<Locale, PhoneWords>>> = { en, hi, mr };

/** The words of one language. */
export function phoneWordsOf(locale: Locale): PhoneWords {
  return words[locale] ?? en;
}

/** The words in the language of the moment; the component follows when it changes. */
export function usePhoneWords(): PhoneWords {
  return phoneWordsOf(useSpeech().locale);
}
