/**
 * The small schemas that the sections of the configuration are made of.
 * Part of the core.
 */
import * as z from 'zod';
import { explainUnknownKey } from './explain-issue.ts';

/** What a configuration may read beside itself. Paths are absolute or relative to the configuration's folder. */
export interface ConfigSources {
  /** The folder of the configuration file, absolute. */
  readonly folder: string;
  /** The text of a file (UTF-8). Throws when it cannot be read. */
  readFile(path: string): string;
  /** The bytes of a file. Throws when it cannot be read. */
  readBytes(path: string): Uint8Array;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * The message for keys that a group does not know: one line for each, in their order. The schema library reports
 * them as one issue, and each has a place and a suggestion of its own.
 */
export function suggestKeys(known: readonly string[]): z.core.$ZodErrorMap {
  return (issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => explainUnknownKey(key, known)).join('\n') : undefined;
}

/** A group of keys that takes no others. */
export function group<S extends z.core.$ZodLooseShape>(shape: S) {
  return z.strictObject(shape, { error: suggestKeys(Object.keys(shape)) });
}

/** What reading a value came to: the value, or why not, in words that do not repeat it. */
export type Reading<T> = { readonly value: T } | { readonly reason: string };

/** Makes a transform of a function that reads: a reason becomes an issue at the value's place. */
export function reading<I, O>(read: (input: I) => Reading<O>) {
  return (input: I, context: z.core.$RefinementCtx): O => {
    const outcome = read(input);
    if ('value' in outcome) {
      return outcome.value;
    }
    context.addIssue({ code: 'custom', message: outcome.reason });
    return z.NEVER;
  };
}

/** One line of text for people, trimmed, with something in it. */
export function line(longest: number) {
  return z
    .string()
    .trim()
    .regex(/^\P{Cc}+$/u, 'must be one line of text')
    .max(longest);
}

/** A short word for machines. */
export const word = z.string().regex(/^[a-z0-9-]{1,32}$/, 'takes 1 to 32 of a-z, 0-9 and -');

/** A whole number within bounds. */
export function whole(min: number, max: number) {
  return z.int().min(min).max(max);
}

/** A time in seconds, fractions allowed. */
export function seconds(min: number, max: number) {
  return z.number().min(min).max(max);
}

/** A list whose entries differ. */
export function distinct<T extends z.ZodType>(entry: T) {
  return z.array(entry).superRefine((entries, context) => {
    for (const [index, each] of entries.entries()) {
      if (entries.indexOf(each) < index) {
        context.addIssue({ code: 'custom', path: [index], message: 'stands in the list a second time' });
      }
    }
  });
}
