/**
 * The words of the face's own screen "Out of order", by language: the still page has nothing of the face but these.
 * Runs in Node and in Electron's main process.
 */
import type { Locale } from '../contract/public.ts';

/** What the page says in one language; `{place}` and `{phone}` are filled in. */
export interface StillWords {
  readonly title: string;
  readonly text: string;
  readonly where: string;
  readonly phone: string;
}

/** All languages of the face. */
export const stillWords = {
  en: {
    title: 'Out of order',
    text: 'This machine cannot be used at the moment. Please go to the reception.',
    where: 'Where: {place}',
    phone: 'Phone: {phone}',
  },
  hi: {
    title: 'मशीन बंद है',
    text: 'यह मशीन अभी काम नहीं कर रही है। कृपया रिसेप्शन पर जाएँ।',
    where: 'कहाँ: {place}',
    phone: 'फ़ोन: {phone}',
  },
  mr: {
    title: 'यंत्र बंद आहे',
    text: 'हे यंत्र सध्या वापरता येत नाही. कृपया स्वागतकक्षात जा.',
    where: 'कोठे: {place}',
    phone: 'फोन: {phone}',
  },
} as const satisfies Partial<Record<Locale, StillWords>>;
