/**
 * Between which days the person of a row is erased, by the calendar. Pure; part of the core.
 */
import { addPeriod, type Period, parsePeriod } from '../config/period.ts';
import type { Keep, Settings } from '../config/settings.ts';

/** A rule of the configuration, read. */
export interface KeepRule {
  readonly min: Period;
  readonly max: Period;
  /** As people read it: `privacy.keep.min is 1 year`. */
  readonly words: string;
}

type Rules = Pick<Settings, 'policy' | 'privacy'>;

/** The rule for a purpose: its own, else that of `privacy`; a purpose that is configured no longer has the latter. */
export function keepRuleOf({ policy, privacy }: Rules, purpose: string | null): KeepRule {
  const own = purpose !== null && Object.hasOwn(policy.purposes, purpose) ? policy.purposes[purpose]?.keep : undefined;
  return own === undefined
    ? readKeep(privacy.keep, 'privacy.keep.min')
    : readKeep(own, `policy.purposes.${purpose}.keep.min`);
}

function readKeep(keep: Keep, key: string): KeepRule {
  const [min, max] = [parsePeriod(keep.min), parsePeriod(keep.max)];
  if (min === undefined || max === undefined) {
    throw new TypeError('a period that the configuration should not have let through');
  }
  return { min, max, words: `${key} is ${keep.min}` };
}

/** The earliest and the latest moment of erasing what was written then; milliseconds since 1970. */
export function erasureSpan(at: number, { min, max }: KeepRule): { readonly from: number; readonly by: number } {
  return { from: addPeriod(at, min), by: addPeriod(at, max) };
}

const dayMs = 24 * 60 * 60 * 1000;

/** Months differ by up to three days, and several days of one month may end on the same day of another. */
const slackMs = 4 * dayMs;

/**
 * A moment before which lies whatever must be gone by `by`: a bound for the search, not the rule itself. The day of
 * the month cannot simply be counted back: both 30 and 31 January are one month before the last of February.
 */
export function oldestKept(by: number, { max }: KeepRule): number {
  const { count, unit } = max;
  if (unit === 'day' || unit === 'week') {
    return by - count * (unit === 'week' ? 7 : 1) * dayMs;
  }
  const date = new Date(by);
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() - count * (unit === 'year' ? 12 : 1));
  return date.getTime() + (new Date(by).getUTCDate() - 1) * dayMs + slackMs;
}
