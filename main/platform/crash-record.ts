/**
 * Crashes of the program itself, over its restarts: a small file in the data folder says that it runs. One that finds it
 * at its start comes after a crash, however that went: a mistake, SIGKILL, a loss of power.
 * Runs in Node, in every host; only whoever holds the lock of the data folder may open it.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crashedTooOften, crashesAllowed, withinMs } from './crash-count.ts';
import { leaveCrash } from './host-log.ts';

export interface CrashRecord {
  /** Whether the program has crashed too often of late to serve at once. */
  readonly tooOften: boolean;
  /** Whether the life before this one ended in a crash. */
  readonly crashed: boolean;
  /** The program makes a mistake that ends it: what may be said of it is left in the logs of the data folder. */
  note(error: unknown): void;
  /** It ends in order. Without this the next start counts a crash. */
  end(): void;
}

/** Where the record of a data folder is. */
export function crashRecordOf(data: string): string {
  return join(data, 'running.json');
}

/**
 * Notes that the program runs from now on. A record that cannot be read or written is no reason not to serve.
 * @param now milliseconds since 1970; the only clock that goes on over a restart
 */
export function openCrashRecord(data: string, now: number = Date.now()): CrashRecord {
  const path = crashRecordOf(data);
  const before = readCrashes(path);
  const crashes = before === undefined ? [] : [...before.filter((at) => now - at <= withinMs && at <= now), now];
  const kept = crashes.slice(-crashesAllowed);
  ignoringFaults(() => writeFileSync(path, JSON.stringify({ crashes: kept }), { mode: 0o600 }));
  return {
    tooOften: crashedTooOften(kept),
    crashed: before !== undefined,
    note: (error) => leaveCrash(data, error),
    end: () => ignoringFaults(() => rmSync(path, { force: true })),
  };
}

/** The crashes that were known to a program that did not end in order; undefined when the last one did. */
function readCrashes(path: string): number[] | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
  try {
    const { crashes }: { crashes?: unknown } = Object(JSON.parse(text));
    return Array.isArray(crashes) ? crashes.filter((at) => typeof at === 'number') : [];
  } catch {
    // It died while it wrote the record.
    return [];
  }
}

function ignoringFaults(run: () => void): void {
  try {
    run();
  } catch {
    // A full or failing disk shows itself where it matters; this is a note alone.
  }
}
