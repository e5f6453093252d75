/**
 * What staff do with the terminal itself: out of order and back, leaving it, what it says of itself.
 * Runs everywhere.
 */
import * as z from 'zod/mini';

/** What visitors read on a terminal that staff have taken out of order; one or two lines in the venue's words. */
export const ServiceMessage = z.string().check(z.trim(), z.maxLength(160), z.regex(/^[^\p{Cc}<>]*$/u));

/** A report without personal data, to be saved and sent. */
export const Diagnostics = z.strictObject({ text: z.string() });
