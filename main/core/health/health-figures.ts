/** `health.get` in figures: the same that machines read, as times that staff can look at. Part of the core. */
import type { HealthFigures } from '../../contract/public.ts';
import type { ReadDatabase } from '../db/database.ts';
import { judgeClock } from '../entry-log/clock-judgement.ts';
import { selectNewest } from '../entry-log/entries-sql.ts';
import type { Clock } from '../ports.ts';
import type { Beat } from './beat.ts';
import type { CallTimesKeeper } from './call-times.ts';
import type { CrashList } from './crash-list.ts';
import { readLastTimes } from './last-times.ts';

export interface HealthFiguresParts {
  readonly database: ReadDatabase;
  readonly callTimes: Pick<CallTimesKeeper, 'recent'>;
  readonly beat: Pick<Beat, 'times'>;
  readonly crashes: Pick<CrashList, 'ofDay'>;
  readonly freeBytes: () => number;
  readonly walBytes: () => number;
  /** Beside the upstream's. */
  readonly clockIsWrong: () => boolean;
  readonly clock: Pick<Clock, 'now'>;
}

/** Builds what reads them; each call looks anew. */
export function buildHealthFigures(parts: HealthFiguresParts): () => HealthFigures {
  const { database, clock } = parts;
  const startedAt = toText(clock.now());
  return () => {
    const { seq, at } = selectNewest(database);
    const { count, p50Ms, p95Ms, wellAt } = parts.callTimes.recent();
    const beat = parts.beat.times();
    return {
      startedAt,
      upstream: {
        answers: count,
        ...(wellAt !== undefined && { wellAt: toText(wellAt) }),
        ...(p50Ms !== undefined && { p50Ms }),
        ...(p95Ms !== undefined && { p95Ms }),
      },
      freeBytes: parts.freeBytes(),
      log: { entries: seq, walBytes: parts.walBytes(), ...(at !== null && { newestAt: at }) },
      last: readLastTimes(database),
      clockIsPlausible: !parts.clockIsWrong() && judgeClock(clock.now(), at) === 'ok',
      ...(beat !== undefined && { heartbeat: pickTimes(beat) }),
      crashes: countCrashes(parts.crashes.ofDay()),
    };
  };
}

function pickTimes({ takenAt, failsSince }: { readonly takenAt?: string; readonly failsSince?: string }) {
  return { ...(takenAt !== undefined && { takenAt }), ...(failsSince !== undefined && { failsSince }) };
}

function countCrashes(crashes: ReturnType<CrashList['ofDay']>): HealthFigures['crashes'] {
  const program = crashes.filter((crash) => crash.of === 'program').length;
  const newestAt = crashes.at(-1)?.at;
  return { program, page: crashes.length - program, ...(newestAt !== undefined && { newestAt }) };
}

function toText(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
