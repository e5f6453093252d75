/** What a soak looks at while it runs, and what it makes of that. Part of `npm run soak`. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { databaseName } from '../../main/core/db/data-folder.ts';

/** The program at one moment. */
export interface Sample {
  /** How many visits were over. */
  readonly visits: number;
  /** What lies in memory, in MB; undefined on systems without `/proc`. */
  readonly megabytes: number | undefined;
  readonly walBytes: number;
}

/** Fewer visits than this tell nothing of memory. */
const leastVisits = 5_000;

/** Looks at a running program and its data folder. */
export function look(pid: number, data: string, visits: number): Sample {
  const walBytes = statSync(join(data, `${databaseName}-wal`), { throwIfNoEntry: false })?.size ?? 0;
  return { visits, megabytes: readResident(pid), walBytes };
}

/**
 * How much more memory the program has after ten thousand more visits, in MB: the line of least squares through the second
 * half of the samples, when caches are full. Undefined where there are too few visits to tell.
 */
export function slopeOf(samples: readonly Sample[]): number | undefined {
  const half = (samples.at(-1)?.visits ?? 0) / 2;
  const points = samples.flatMap(({ visits, megabytes }) =>
    visits >= half && megabytes !== undefined ? [{ x: visits, y: megabytes }] : [],
  );
  if (half < leastVisits || points.length < 3) {
    return undefined;
  }
  const meanX = mean(points.map(({ x }) => x));
  const meanY = mean(points.map(({ y }) => y));
  const spread = sum(points.map(({ x }) => (x - meanX) ** 2));
  const slope = sum(points.map(({ x, y }) => (x - meanX) * (y - meanY))) / spread;
  return slope * 10_000;
}

function readResident(pid: number): number | undefined {
  try {
    const kibibytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kibibytes === undefined ? undefined : (Number(kibibytes) * 1024) / 1e6;
  } catch {
    return undefined;
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}

function mean(numbers: readonly number[]): number {
  return sum(numbers) / numbers.length;
}
