/**
 * What the embedded page says in English: in place of the terminal's words, which speak of a machine or of a door, and
 * the few that only it says. The other languages follow it.
 * Runs in the embedded page.
 */
import type { Catalog, WordKey } from '../../i18n/catalog.ts';

/** What a page that stands in another says by itself. */
export const own = {
  left: 'This check has ended',
  leftText: 'What you typed is deleted. Nothing was decided.',
  again: 'Start again',
  finished: 'Finished',
  finishedText: 'You can close this page now.',
  finishedPhoneText: 'You can put your phone away, and go on at the screen at the entrance.',
  putAway: 'You can put your phone away: the screen at the entrance shows the result too.',
  overPhone: 'This link does not work any longer',
  overPhoneText: 'It works once, and for a short time. The terminal shows you a new one.',
  overParty: 'This page cannot be used',
  overPartyText: 'The page that you came from asks for something that is not offered here. Please tell its people.',
} as const;

/** The words of the embedded page in one language. */
export interface PageWords {
  /** Said in place of the terminal's words. */
  readonly instead: { readonly [K in InsteadKey]: Catalog[K] };
  readonly own: Readonly<Record<OwnWord, string>>;
}

/** The key of a text of this page alone. */
export type OwnWord = keyof typeof own;

/** The keys of the terminal's words that this page says in its own way. */
export type InsteadKey = keyof typeof instead;

const instead = {
  'common.done': 'Close',
  'result.admittedTodo': 'You are admitted. You can go on.',
  'failure.terminal': 'This page cannot do its work at the moment.',
  'help.text': 'Please go to the reception. They can help you without this page.',
  'order.title': 'Not available now',
  'order.text': 'This page cannot be used at the moment. Please go to the reception.',
  'moment.text': 'This page will be ready again soon. If it takes long, please go to the reception.',
} satisfies { readonly [K in WordKey]?: Catalog[K] };

export const en: PageWords = { instead, own };
