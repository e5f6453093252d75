/**
 * People inside: those who were admitted and have not left, where the venue counts them.
 * Runs everywhere.
 */
import * as z from 'zod/mini';

export const InsideLine = z.strictObject({
  seq: z.int(),
  at: z.string(),
  purpose: z.nullable(z.string()),
  checkCode: z.string(),
  /** Masked, as in every list. */
  name: z.nullable(z.string()),
});
export type InsideLine = z.infer<typeof InsideLine>;

/** Who is inside now, those who came first first. */
export const Inside = z.strictObject({
  count: z.int(),
  people: z.array(InsideLine),
  /** Whether there are more than the list holds; the count is whole. */
  more: z.boolean(),
});
export type Inside = z.infer<typeof Inside>;

/** An entry number or a check code, as somebody reads it from a screen or a slip. */
export const EntryMark = z.string().check(z.trim(), z.minLength(1), z.maxLength(20));
