/**
 * `site`: which venue and which terminal this is.
 * Part of the core.
 */
import * as z from 'zod';
import { group, line, word } from './schema-parts.ts';

/** Whether the platform knows a name of the IANA time zone database. */
function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    // Offsets as +05:30 are accepted by the platform too, but they know no summer time.
    return /^[A-Za-z]/.test(name);
  } catch {
    return false;
  }
}

export const siteSchema = group({
  id: word,
  name: line(80),
  terminal: word,
  timezone: z
    .string()
    .refine(isTimeZone, 'must be a zone of the IANA list, as Asia/Kolkata or Europe/Berlin')
    .default('Asia/Kolkata'),
});
