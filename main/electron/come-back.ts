/**
 * The program itself comes back after a mistake that nobody caught: it says where it was, closes what is open and begins
 * anew. After five crashes in two minutes the still page stands for a minute before that (D5).
 * Runs in Electron's main process.
 */
import type { CrashRecord } from '../platform/crash-record.ts';
import { describeCrash } from '../platform/describe-crash.ts';
import { exitAfterCrash, exitToBeginAnew } from '../platform/kept-by.ts';
import type { Ending } from './ending.ts';

/** How long the still page stands, and how long an orderly end may take, in milliseconds. */
const restMs = 60_000;
const orderlyEndMs = 5_000;

/** What is asked of Electron's `app`. */
export interface ReturningApp {
  relaunch(): void;
  quit(): void;
  exit(code: number): void;
}

export interface ComingBack {
  /** From now on the data folder is ours: its record is kept, and `pause` shows the still page. */
  watch(record: CrashRecord, pause: () => void): void;
  /** Staff begin the program anew. */
  restart(): void;
}

/** Listens for mistakes. `isKept`: whoever has started the program begins it anew, so that it must not do so itself. */
export function comeBack(app: ReturningApp, ending: Ending, isKept: boolean): ComingBack {
  let record: CrashRecord | undefined;
  let pause = () => {};
  let crashed = false;

  function end(): void {
    if (!isKept) {
      app.relaunch();
    }
    setTimeout(() => app.exit(exitAfterCrash), orderlyEndMs).unref();
    void ending.end(exitAfterCrash);
  }

  function crash(error: unknown): void {
    process.stderr.write(`pravesh: ${describeCrash(error)}\n`);
    record?.note(error);
    if (crashed) {
      return;
    }
    crashed = true;
    if (record?.tooOften === true) {
      pause();
      setTimeout(end, restMs);
    } else {
      end();
    }
  }

  process.on('uncaughtException', crash);
  process.on('unhandledRejection', crash);
  ending.add(async () => {
    if (!crashed) {
      record?.end();
    }
  });
  return {
    watch(kept, show) {
      record = kept;
      pause = show;
    },
    restart() {
      if (isKept) {
        void ending.end(exitToBeginAnew);
      } else {
        app.relaunch();
        app.quit();
      }
    },
  };
}
