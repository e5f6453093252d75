/**
 * Updates: looks for a newer version in the quiet hours alone, and puts it in when nobody is being served
 * (docs/decisions/0020).
 * Runs in Electron's main process.
 */
import type { Settings } from '../core/kiosk.ts';
import type { Clock, Logger } from '../core/ports.ts';
import { isQuiet } from './quiet-hours.ts';

/** Between two looks at the clock, and at whether the kiosk is free, in milliseconds. */
const lookMs = 60_000;
/** A feed that does not answer is asked so often in one night. */
const triesPerNight = 3;
/** Between two tries, in milliseconds. */
const retryMs = 20 * 60_000;

/** What replaces the program. Each of these may fail. */
export interface ProgramUpdater {
  /** Asks the feed; answers the version that is newer than this one, if there is one. */
  findNewer(): Promise<string | undefined>;
  /** Gets what has been found, checks it against the sum that the feed names, and keeps it for {@link replace}. */
  download(): Promise<void>;
  /** Sets the version that runs aside, so that somebody can go back to it. */
  keepPrevious(): Promise<void>;
  /** Puts the new version in the place of this one and ends the program. Where it throws, this version goes on. */
  replace(): void;
}

export interface UpdateOptions {
  readonly updates: NonNullable<Settings['updates']>;
  /** A name of the IANA list. */
  readonly timeZone: string;
  readonly updater: ProgramUpdater;
  /** Whether nobody is being served, and nobody stands at the screen. */
  isFree(): boolean;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Begins to look. @returns ends it; what is under way is not put in any more */
export function startUpdates(options: UpdateOptions): () => void {
  const { updates, timeZone, updater, isFree, clock, logger } = options;
  let night = newNight();
  let downloaded: string | undefined;
  let ended = false;
  let cancel = () => {};

  const quiet = () => !ended && isQuiet(clock.now(), timeZone, updates.quietHours);

  async function look(): Promise<void> {
    if (!quiet()) {
      night = newNight();
      return;
    }
    if (downloaded === undefined && !night.asked && clock.monotonic() >= night.nextTry) {
      await getNewer();
    }
    // Getting it may have taken longer than the night; and a visit may have begun.
    if (downloaded !== undefined && quiet() && isFree()) {
      await putIn(downloaded);
    }
  }

  async function getNewer(): Promise<void> {
    night.tries += 1;
    night.nextTry = clock.monotonic() + retryMs;
    try {
      const version = await updater.findNewer();
      if (version !== undefined && quiet()) {
        await updater.download();
        downloaded = version;
        logger.info('update downloaded', { version });
      }
      night.asked = true;
    } catch (error) {
      night.asked = night.tries >= triesPerNight;
      logger.warn('no update to be had', { error: nameOf(error), tries: night.tries });
    }
  }

  async function putIn(version: string): Promise<void> {
    try {
      await updater.keepPrevious();
      // Nothing may come between this look and the replacing.
      if (quiet() && isFree()) {
        logger.info('update is put in', { version });
        updater.replace();
        ended = true;
      }
    } catch (error) {
      // Asked anew tomorrow: by then the feed may have a better one.
      downloaded = undefined;
      night.asked = true;
      logger.error('update not put in', { version, error: nameOf(error) });
    }
  }

  function lookLater(): void {
    cancel = clock.after(lookMs, async () => {
      await look();
      if (!ended) {
        lookLater();
      }
    });
  }

  lookLater();
  return () => {
    ended = true;
    cancel();
  };
}

/** What has been tried since the quiet hours began; `nextTry` by the clock that nobody sets. */
function newNight() {
  return { asked: false, tries: 0, nextTry: Number.NEGATIVE_INFINITY };
}

/** The code of the updater, as ERR_CHECKSUM_MISMATCH, or the error's name: its message may hold addresses. */
function nameOf(error: unknown): string {
  const { code }: { code?: unknown } = Object(error);
  const known = typeof code === 'string' && /^[A-Z0-9_]{1,60}$/.test(code) ? code : undefined;
  return known ?? (error instanceof Error ? error.name : typeof error);
}
