/**
 * The small schemas that the operations share.
 * Runs everywhere.
 */
import * as z from 'zod/mini';

export const nothing = z.strictObject({});

/** Text with something in it. */
export const text = (longest: number) => z.string().check(z.minLength(1), z.maxLength(longest));
