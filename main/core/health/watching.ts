/** What is gathered for those who watch the terminal, near and far: put together for the kiosk. Part of the core. */
import { join } from 'node:path';
import type { Settings } from '../config/settings.ts';
import { databaseName } from '../db/data-folder.ts';
import type { WriteDatabase } from '../db/database.ts';
import type { Clock, Ports } from '../ports.ts';
import { type Beat, startBeat } from './beat.ts';
import { type BeatBodyParts, writeBeat } from './beat-body.ts';
import { keepBeats } from './beat-state.ts';
import { buildCallTimes, type CallTimesKeeper } from './call-times.ts';
import { buildCrashList, type CrashList } from './crash-list.ts';

export interface Watching {
  readonly callTimes: CallTimesKeeper;
  readonly crashes: CrashList;
  readonly beat: Beat;
  readonly freeBytes: () => number;
  readonly walBytes: () => number;
  readonly clockIsWrong: () => boolean;
  readonly database: WriteDatabase;
  readonly clock: Clock;
}

export interface WatchingParts
  extends Pick<BeatBodyParts, 'condition' | 'report' | 'figures'>,
    Pick<Ports, 'fetch' | 'secrets' | 'random' | 'clock' | 'logger' | 'files'> {
  readonly settings: Pick<Settings, 'site' | 'upstream' | 'health'>;
  readonly database: WriteDatabase;
  readonly data: string;
  readonly freeBytes: () => number;
  /** Beside the upstream's. */
  readonly clockIsWrong: () => boolean;
}

/** Puts it together, and begins to beat where the configuration says so. */
export function openWatching(parts: WatchingParts): Watching {
  const { settings, database, data, files, freeBytes, clockIsWrong, clock } = parts;
  const wal = join(data, `${databaseName}-wal`);
  return {
    callTimes: buildCallTimes(clock),
    crashes: buildCrashList(database, clock),
    beat: startBeat({
      ...parts,
      memory: keepBeats(database),
      heartbeat: settings.health?.heartbeat,
      userAgent: settings.upstream.userAgent,
      write: ({ everyMs }) => writeBeat({ ...parts, everyMs }),
    }),
    freeBytes,
    walBytes: () => files.sizeOf(wal),
    clockIsWrong,
    database,
    clock,
  };
}
