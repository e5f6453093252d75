/** What a measurement gives, and how it is judged. Part of `npm run bench`. */
import { percentile, ratiosOf, type Spread, spreadAt, spreadOfRounds } from './figures.ts';

/** One line of the table. */
export interface Result {
  readonly name: string;
  readonly unit: '/s' | 'ms' | 's' | 'bytes' | 'MB';
  readonly measured: Spread;
  /** What it is measured against in the same run; missing where there is nothing to compare with. */
  readonly baseline?: Spread;
  /** What the goal speaks of: the quotient of the two, their difference, or the measured value itself. */
  readonly compared: Spread & { readonly kind: 'ratio' | 'added' | 'value' };
  /** Missing where a line is only told for its own sake. */
  readonly goal?: Goal;
}

export interface Goal {
  readonly is: 'at least' | 'at most';
  readonly value: number;
}

/** Where a measurement finds and leaves files. */
export interface BenchPlace {
  /** The root of the repository, with what is built in `dist/`. */
  readonly root: string;
  /** A folder on the disk of the repository that is empty at first and removed at the end. */
  readonly scratch: string;
  /** The data folder of a log of a million rows; made when it is first asked for, removed at the end of the run. */
  readonly largeLog: () => string;
  /** Tells something that is no result, such as what is left out and why. */
  readonly say: (line: string) => void;
}

/** A measurement; it reports as many lines as it has something to tell. */
export type Measure = (place: BenchPlace) => Promise<readonly Result[]>;

/** Samples of both sides from the same rounds. */
export interface Sides {
  readonly measured: readonly number[];
  readonly baseline: readonly number[];
}

/** Compares rates round by round. */
export function compareRates(name: string, sides: Sides, goal?: Goal): Result {
  return compareRounds(name, '/s', sides, goal);
}

/** Compares the seconds that whole runs take, round by round. */
export function compareTimes(name: string, sides: Sides, goal: Goal): Result {
  return compareRounds(name, 's', sides, goal);
}

/** Compares one percentile of each round's latencies, in milliseconds, as a quotient. */
export function compareTails(
  name: string,
  { measured, baseline }: Record<keyof Sides, readonly (readonly number[])[]>,
  share: number,
  goal: Goal,
): Result {
  const tails = (rounds: readonly (readonly number[])[]) => rounds.map((samples) => percentile(samples, share));
  return compareRounds(name, 'ms', { measured: tails(measured), baseline: tails(baseline) }, goal);
}

function compareRounds(name: string, unit: Result['unit'], { measured, baseline }: Sides, goal?: Goal): Result {
  return {
    name,
    unit,
    measured: spreadOfRounds(measured),
    baseline: spreadOfRounds(baseline),
    compared: { kind: 'ratio', ...spreadOfRounds(ratiosOf(measured, baseline)) },
    ...(goal === undefined ? {} : { goal }),
  };
}

/** What the measured side takes longer than the baseline at one percentile of each, in milliseconds. */
export function compareLatencies(name: string, sides: Sides, share: number, goal?: Goal): Result {
  const measured = spreadAt(sides.measured, share);
  const baseline = spreadAt(sides.baseline, share);
  const added = {
    middle: measured.middle - baseline.middle,
    low: measured.low - baseline.low,
    high: measured.high - baseline.high,
  };
  return reportAdded(name, { measured, baseline, added }, goal);
}

/** What a round costs more than the baseline, a visit or a row, in milliseconds. */
export function compareCosts(name: string, { measured, baseline }: Sides): Result {
  const added = measured.map((cost, round) => cost - (baseline[round] ?? Number.NaN));
  const spreads = { measured: spreadOfRounds(measured), baseline: spreadOfRounds(baseline) };
  return reportAdded(name, { ...spreads, added: spreadOfRounds(added) });
}

/** What each measured sample holds beyond the baseline that is a part of it, at one percentile, in milliseconds. */
export function compareParts(name: string, { measured, baseline }: Sides, share: number, goal?: Goal): Result {
  const rest = measured.map((whole, sample) => whole - (baseline[sample] ?? Number.NaN));
  const spreads = { measured: spreadAt(measured, share), baseline: spreadAt(baseline, share) };
  return reportAdded(name, { ...spreads, added: spreadAt(rest, share) }, goal);
}

function reportAdded(name: string, spreads: Record<'measured' | 'baseline' | 'added', Spread>, goal?: Goal): Result {
  const { measured, baseline, added } = spreads;
  const compared = { kind: 'added', ...added } as const;
  return { name, unit: 'ms', measured, baseline, compared, ...(goal === undefined ? {} : { goal }) };
}

/** A value that has no baseline. */
export function reportValue(name: string, unit: Result['unit'], value: Spread, goal: Goal): Result {
  return { name, unit, measured: value, compared: { kind: 'value', ...value }, goal };
}

/** Whether a goal is met; true where there is none. */
export function holds({ compared, goal }: Result): boolean {
  if (goal === undefined) {
    return true;
  }
  return goal.is === 'at least' ? compared.middle >= goal.value : compared.middle <= goal.value;
}
