/**
 * `limits`: how often a number may be sent a code, and how much the upstream is asked.
 * Part of the core.
 */
import * as z from 'zod';
import { group, whole } from './schema-parts.ts';

/** A promise to everybody whose number is typed in by somebody else (trust.md, E4): it may be lowered only. */
function promised(most: number, period: string) {
  return z
    .int()
    .min(1)
    .max(most, `must be ${most} or less: no number is sent more than ${most} codes in ${period}, whoever types it in`)
    .default(most);
}

export const limitsSchema = group({
  perNumber: group({ per10Minutes: promised(3, '10 minutes'), perDay: promised(6, 'a day') }).prefault({}),
  upstream: group({ calls: whole(3, 10_000_000).default(100), seconds: whole(1, 86_400).default(300) }).prefault({}),
  open: whole(1, 10_000).default(256),
}).prefault({});
