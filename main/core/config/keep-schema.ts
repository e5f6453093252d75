/**
 * How long what is of a person is kept: a least and a longest time of the calendar.
 * Part of the core.
 */
import * as z from 'zod';
import { formatPeriod, isNeverLonger, type Period, parsePeriod } from './period.ts';
import { group, reading } from './schema-parts.ts';

const period = z.string().transform(
  reading((text: string): { value: Period } | { reason: string } => {
    const value = parsePeriod(text);
    return value === undefined ? { reason: 'must be a period, as 90 days, 6 weeks, 13 months or 1 year' } : { value };
  }),
);

interface Keep {
  readonly min: Period;
  readonly max: Period;
}

/** Refuses a longest time that is, or can be, shorter than the least one. */
function inOrder({ min, max }: Keep, context: z.core.$RefinementCtx): void {
  if (!isNeverLonger(min, max)) {
    const message = `is shorter than the min beside it (${formatPeriod(min)}): rows must go between the two`;
    context.addIssue({ code: 'custom', path: ['max'], message });
  }
}

/** `privacy.keep`, with its defaults. */
export const keepSchema = group({ min: period.prefault('1 year'), max: period.prefault('13 months') }).superRefine(
  inOrder,
);

/** `policy.purposes.<purpose>.keep`: both, or it would not be clear whose the other one is. */
export const purposeKeepSchema = group({ min: period, max: period }).superRefine(inOrder);

/** As the settings hold it. */
export function formatKeep({ min, max }: Keep): { min: string; max: string } {
  return { min: formatPeriod(min), max: formatPeriod(max) };
}
