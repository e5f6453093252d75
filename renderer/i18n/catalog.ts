/**
 * What a catalogue of words must hold, worked out from the English one: a missing key does not compile, and a text
 * is filled with exactly the values that it names.
 * Runs in the face.
 */
import type { en } from './en.ts';

/** A text in the forms of `Intl.PluralRules`; each language fills those that it has. */
export type Plural = { readonly [F in Intl.LDMLPluralRule]?: string } & { readonly other: string };

type English = typeof en;

/** The key of a text. */
export type WordKey = keyof English;

/** Every key with a text, or with a plural where English has one. */
export type Catalog = { readonly [K in WordKey]: English[K] extends string ? string : Plural };

type Names<T> = T extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;
type Forms<T> = T extends string ? T : T[keyof T];

/** The values that a text names; a plural's `count` is a number, all else is text. */
export type Values<K extends WordKey> = {
  readonly [N in Names<Forms<English[K]>> | (English[K] extends string ? never : 'count')]: N extends 'count'
    ? number
    : string;
};

/** Keys whose text stands as it is. */
export type PlainKey = { [K in WordKey]: keyof Values<K> extends never ? K : never }[WordKey];

/** Says a text in the language of the moment. */
export interface Say {
  <K extends PlainKey>(key: K): string;
  <K extends Exclude<WordKey, PlainKey>>(key: K, values: Values<K>): string;
}
