/**
 * The hours of a day as the chart and its table show them: one bar an hour, of one part for each way a visit can end.
 * Runs in the operator face. Pure.
 */
import type { EntryStats, OutcomeCounts } from '../../../../main/contract/public.ts';
import { type OutcomeName, outcomeOrder } from '../../controls/outcome.tsx';

/** The parts of a bar from its foot upwards; what was decided by hand stands apart, at its head. */
export const barParts = [...outcomeOrder, 'by-hand'] as const;
export type BarPart = Exclude<OutcomeName, 'act'> | 'by-hand';

/** One hour. */
export interface HourBar {
  /** By the clock on the site's wall, 0 to 23. */
  readonly hour: number;
  readonly parts: Readonly<Record<BarPart, number>>;
  readonly all: number;
}

/** The hours that a venue is usually open; a day is never shown narrower. */
const openFrom = 8;
const openTo = 18;

/** How many visits ended in each way. */
export function partsOf(counts: OutcomeCounts): Record<BarPart, number> {
  const { byHand, notVerified, ...rest } = counts;
  return { ...rest, 'not-verified': notVerified, 'by-hand': byHand.admitted + byHand.referred + byHand.refused };
}

function sumOf(parts: Readonly<Record<BarPart, number>>): number {
  return barParts.reduce((sum, part) => sum + parts[part], 0);
}

const nothing: OutcomeCounts = {
  admitted: 0,
  referred: 0,
  refused: 0,
  declined: 0,
  notVerified: 0,
  fault: 0,
  byHand: { admitted: 0, referred: 0, refused: 0 },
};

/** All hours from the first to the last with something in it, and at least those of a usual day. */
export function barsOf(hours: EntryStats['hours']): readonly HourBar[] {
  const known = new Map(hours.map(({ hour, counts }) => [Number(hour), counts]));
  const first = Math.min(openFrom, ...known.keys());
  const last = Math.max(openTo, ...known.keys());
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const hour = first + index;
    const parts = partsOf(known.get(hour) ?? nothing);
    return { hour, parts, all: sumOf(parts) };
  });
}

/** For each part the height of the bars up to and with it: what a chart of parts upon parts draws. */
export function heightsOf(bars: readonly HourBar[]): readonly (readonly number[])[] {
  return barParts.map((_, index) =>
    bars.map(({ parts }) => barParts.slice(0, index + 1).reduce((sum, part) => sum + parts[part], 0)),
  );
}

/** The hour with most visits; undefined on a day without any. */
export function busiestOf(bars: readonly HourBar[]): HourBar | undefined {
  const most = bars.reduce<HourBar | undefined>((best, bar) => (bar.all > (best?.all ?? 0) ? bar : best), undefined);
  return most;
}
