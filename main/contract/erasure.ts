/**
 * What is said and answered when a person wants gone what the log holds of them.
 * Runs everywhere.
 */
import * as z from 'zod/mini';

/** The reason stays in the log for good: one line of words, in any script, with a letter in it. */
const reason = z
  .string()
  .check(z.maxLength(200), z.regex(/^[\p{L}\p{M}\p{N} .,:'’()/\-\u200c\u200d]+$/u), z.regex(/\p{L}/u));

/** Whom it is about, and why. Without a name everybody on the number. */
export const EraseOrder = z.strictObject({
  mobileNumber: z.string().check(z.maxLength(40)),
  fullName: z.optional(z.string().check(z.maxLength(400))),
  reason,
  /** Erases also what the configuration wants kept longer; the log keeps that it was used. */
  override: z.optional(z.boolean()),
});
export type EraseOrder = z.infer<typeof EraseOrder>;

/** What was done, entry by entry. */
export const ErasedEntries = z.strictObject({
  erased: z.array(z.int()),
  /** How many lines of the roster went as well; the file that it came from is the office's own. */
  roster: z.int(),
  kept: z.array(
    z.strictObject({
      seq: z.int(),
      /** When it may go, ISO 8601 in UTC; null while it cannot be told when the entry was written. */
      eraseFrom: z.nullable(z.string()),
      /** The rule in words: `privacy.keep.min is 1 year`. */
      rule: z.string(),
    }),
  ),
});
export type ErasedEntries = z.infer<typeof ErasedEntries>;
