/**
 * How long the upstream takes to answer: a histogram for machines, and for staff the newest calls in two figures.
 * All of it counts from the start of the program. Part of the core.
 */
import type { CallEnding, TimedCall } from '../upstream/timed-call.ts';

/** The upper ends of the histogram's classes, in seconds; what takes longer is in the class without an end. */
export const callTimeBounds = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 25] as const;

/** The calls of one kind that ended in one way. */
export interface CallTimes {
  readonly call: TimedCall['call'];
  readonly ending: CallEnding;
  readonly count: number;
  readonly sumSeconds: number;
  /** How many took as long as each bound or less, in the order of {@link callTimeBounds}. */
  readonly upTo: readonly number[];
}

/** The newest answers in figures; without an answer there are none. */
export interface RecentAnswers {
  readonly count: number;
  /** Half of them came within so many milliseconds ... */
  readonly p50Ms?: number;
  /** ... and nineteen of twenty within so many. */
  readonly p95Ms?: number;
  /** When the newest call went well, in milliseconds since 1970. */
  readonly wellAt?: number;
}

export interface CallTimesKeeper {
  note(call: TimedCall): void;
  /** By call and ending, of those that there were. */
  times(): CallTimes[];
  recent(): RecentAnswers;
}

/** Staff want to know how it is now: so many answers are as many as a busy hour brings. */
const mostRecent = 100;

/** Builds it. */
export function buildCallTimes(clock: { now(): number }): CallTimesKeeper {
  const kinds = new Map<string, { call: TimedCall['call']; ending: CallEnding; seconds: number; counts: number[] }>();
  const answers: number[] = [];
  let wellAt: number | undefined;
  return {
    note({ call, ending, ms, answered }) {
      const key = `${call} ${ending}`;
      const kind = kinds.get(key) ?? { call, ending, seconds: 0, counts: [...callTimeBounds, 0].map(() => 0) };
      const found = callTimeBounds.findIndex((bound) => ms <= bound * 1000);
      const place = found < 0 ? callTimeBounds.length : found;
      kind.counts[place] = (kind.counts[place] ?? 0) + 1;
      kind.seconds += ms / 1000;
      kinds.set(key, kind);
      if (answered) {
        answers.push(ms);
        answers.splice(0, answers.length - mostRecent);
      }
      if (ending === 'ok') {
        wellAt = clock.now();
      }
    },
    times: () =>
      Array.from(kinds.values(), ({ call, ending, seconds, counts }) => {
        const sums = cumulate(counts);
        return { call, ending, count: sums.at(-1) ?? 0, sumSeconds: seconds, upTo: sums.slice(0, -1) };
      }),
    recent() {
      const sorted = answers.toSorted((a, b) => a - b);
      const well = wellAt === undefined ? {} : { wellAt };
      const [p50Ms, p95Ms] = [0.5, 0.95].map((part) => sorted[Math.ceil(part * sorted.length) - 1]);
      return p50Ms === undefined || p95Ms === undefined
        ? { count: 0, ...well }
        : { count: sorted.length, p50Ms, p95Ms, ...well };
    },
  };
}

function cumulate(counts: readonly number[]): number[] {
  let sum = 0;
  return counts.map((count) => {
    sum += count;
    return sum;
  });
}
