/**
 * The terminal in figures, for machines that watch it: counts and ages, never a person, an identifier or a name.
 * Part of the core.
 */
import { type ErrorCode, isErrorCode, Outcome, type ServiceState } from '../../contract/public.ts';
import type { ReadDatabase } from '../db/database.ts';
import { judgeClock } from '../entry-log/clock-judgement.ts';
import { selectNewest } from '../entry-log/entries-sql.ts';
import type { EntryDraft } from '../entry-log/entry.ts';
import { sumCalls } from '../limits/limits-sql.ts';
import type { Clock } from '../ports.ts';
import { countEvents } from '../webhooks/outbox-sql.ts';
import type { Beat } from './beat.ts';
import type { CallTimes, CallTimesKeeper } from './call-times.ts';
import type { CrashList } from './crash-list.ts';
import { readLastTimes } from './last-times.ts';
import type { Condition, UpstreamCondition } from './service-health.ts';

type OutcomeName = EntryDraft['outcome'];

export interface Figures {
  readonly state: ServiceState;
  /** Rows since the program has started, by their outcome; each outcome is there. */
  readonly rows: Readonly<Record<OutcomeName, number>>;
  /** Of visits that came to nothing since then: why, by error code. */
  readonly faults: Readonly<Partial<Record<ErrorCode, number>>>;
  /** Rows of the log. */
  readonly entries: number;
  /** Seconds since the newest row, by the machine's clock; undefined in an empty log. */
  readonly newestRowAge?: number;
  readonly upstream: UpstreamCondition['state'];
  readonly openVisits: number;
  readonly calls: { readonly made: number; readonly allowed: number; readonly seconds: number };
  readonly freeBytes: number;
  /** Events of other systems: how many wait, and how many were given up. */
  readonly events: { readonly waiting: number; readonly dead: number };
  /** Whether the clock is plausible beside the log and the upstream. */
  readonly clockIsPlausible: boolean;
  /** Bytes of the log's write-ahead file. */
  readonly walBytes: number;
  /** Seconds since each, by the machine's clock; what has never happened is not there. */
  readonly ages: Readonly<Partial<Record<'checkpoint' | 'export' | 'backup' | 'heartbeat', number>>>;
  /** How long calls to the upstream took, since the start. */
  readonly callTimes: readonly CallTimes[];
  /** Of the program and its pages, in the last 24 hours. */
  readonly crashesOfDay: number;
}

export interface FiguresKeeper {
  /** A row is in the log. */
  noteRow(draft: Pick<EntryDraft, 'outcome' | 'reason'>): void;
  read(): Figures;
}

/** Builds it over the running parts. */
export function buildFigures(parts: {
  readonly database: ReadDatabase;
  readonly condition: () => Condition;
  readonly upstream: () => UpstreamCondition;
  readonly openVisits: () => number;
  readonly budget: { readonly calls: number; readonly seconds: number };
  readonly freeBytes: () => number;
  readonly walBytes: () => number;
  /** Beside the upstream's. */
  readonly clockIsWrong: () => boolean;
  readonly callTimes: Pick<CallTimesKeeper, 'times'>;
  readonly beat: Pick<Beat, 'times'>;
  readonly crashes: Pick<CrashList, 'ofDay'>;
  readonly clock: Pick<Clock, 'now'>;
}): FiguresKeeper {
  const { database, clock, budget } = parts;
  const rows = new Map<OutcomeName, number>(Outcome.options.map((outcome) => [outcome, 0]));
  const faults = new Map<ErrorCode, number>();
  return {
    noteRow({ outcome, reason }) {
      rows.set(outcome, (rows.get(outcome) ?? 0) + 1);
      if ((outcome === 'fault' || outcome === 'not-verified') && isErrorCode(reason)) {
        faults.set(reason, (faults.get(reason) ?? 0) + 1);
      }
    },
    read() {
      const now = clock.now();
      const { seq, at } = selectNewest(database);
      return {
        state: parts.condition().state,
        rows: countOf(rows),
        faults: Object.fromEntries(faults),
        entries: seq,
        ...(at === null ? {} : { newestRowAge: (now - Date.parse(at)) / 1000 }),
        upstream: parts.upstream().state,
        openVisits: parts.openVisits(),
        calls: {
          made: sumCalls(database, now - budget.seconds * 1000),
          allowed: budget.calls,
          seconds: budget.seconds,
        },
        freeBytes: parts.freeBytes(),
        events: countEvents(database),
        clockIsPlausible: !parts.clockIsWrong() && judgeClock(now, at) === 'ok',
        walBytes: parts.walBytes(),
        ages: readAges({ ...readLastTimes(database), heartbeat: parts.beat.times()?.takenAt }, now),
        callTimes: parts.callTimes.times(),
        crashesOfDay: parts.crashes.ofDay().length,
      };
    },
  };
}

type Age = keyof Figures['ages'];

function readAges(times: Readonly<Partial<Record<Age, string | undefined>>>, now: number): Figures['ages'] {
  const known = Object.entries(times).filter(([, at]) => at !== undefined);
  return Object.fromEntries(known.map(([name, at]) => [name, (now - Date.parse(at ?? '')) / 1000]));
}

function countOf(rows: ReadonlyMap<OutcomeName, number>): Figures['rows'] {
  const of = (outcome: OutcomeName) => rows.get(outcome) ?? 0;
  return {
    admitted: of('admitted'),
    referred: of('referred'),
    refused: of('refused'),
    declined: of('declined'),
    'not-verified': of('not-verified'),
    fault: of('fault'),
    act: of('act'),
  };
}
