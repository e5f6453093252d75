/**
 * Keeps the windows on their pages: one that is gone, hangs or is white comes back in the same window, so that no desktop
 * is ever seen (D5).
 * Runs in Electron's main process.
 */
import type { Kiosk } from '../core/kiosk.ts';
import type { Clock, Logger } from '../core/ports.ts';
import { buildClock } from '../platform/clock.ts';
import { openCrashRecord } from '../platform/crash-record.ts';
import { holdOnTrial } from '../platform/crash-trial.ts';
import { beatQuestion } from '../platform/heartbeat.ts';
import { keepPage, type PageKeeper } from '../platform/page-keeper.ts';
import { type StillPage, writeStillPage } from '../platform/still-page.ts';
import type { ComingBack } from './come-back.ts';
import { stillUrl } from './scheme.ts';

/** What is asked of a window. */
export interface KeptWindow {
  loadURL(url: string): Promise<void>;
  on(event: 'unresponsive', listener: () => void): unknown;
  once(event: 'closed', listener: () => void): unknown;
  readonly webContents: {
    on(event: 'render-process-gone', listener: (event: unknown, details: { readonly reason: string }) => void): unknown;
    isDestroyed(): boolean;
    isCrashed(): boolean;
    forcefullyCrashRenderer(): void;
    readonly mainFrame: { executeJavaScript(code: string): Promise<unknown> };
  };
}

/** The pages of one program that are kept. */
export interface Supervision {
  /** Shows a page in a window and keeps it there; resolves when it has been loaded, or could not be. */
  keep(window: KeptWindow, url: string, callerId: string): Promise<void>;
  /** Shows the still page in every window, because the program itself has to begin anew. */
  pause(): void;
  /** Ends the keeping; the windows stay as they are. */
  close(): void;
}

export interface SupervisionParts {
  readonly kiosk: Pick<Kiosk, 'watch' | 'pageGone' | 'reportCrashes' | 'crashesOver'>;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Builds it. Staff who return the terminal to service bring every page back. */
export function superviseWindows(parts: SupervisionParts): Supervision {
  const keepers = new Set<PageKeeper>();
  const watching = parts.kiosk.watch('kiosk.watch', { kind: 'operator', id: 'local', local: true }, (event) => {
    if (event.type === 'health' && event.state !== 'out-of-order') {
      for (const keeper of keepers) {
        keeper.returned();
      }
    }
  });
  return {
    keep(window, url, callerId) {
      const kept = keepWindow(window, url, callerId, parts);
      keepers.add(kept.keeper);
      window.once('closed', () => {
        kept.keeper.close();
        keepers.delete(kept.keeper);
      });
      return kept.loaded;
    },
    pause() {
      for (const keeper of keepers) {
        keeper.pause();
      }
    },
    close() {
      if (watching.ok) {
        watching.value();
      }
      for (const keeper of keepers) {
        keeper.close();
      }
    },
  };
}

function keepWindow(window: KeptWindow, url: string, callerId: string, { kiosk, clock, logger }: SupervisionParts) {
  const { webContents } = window;
  let loaded: Promise<void> = Promise.resolve();
  const keeper = keepPage({
    screen: {
      show(page) {
        // What does not load does not paint either, and is noticed by that.
        loaded = window.loadURL(page === 'still' ? stillUrl : url).catch(() => {});
      },
      // Not through the contents: they would wait until a page has been loaded.
      ask: async () => (webContents.isDestroyed() ? 'hidden' : webContents.mainFrame.executeJavaScript(beatQuestion)),
      end() {
        if (webContents.isCrashed()) {
          keeper.gone('it has crashed');
        } else {
          webContents.forcefullyCrashRenderer();
        }
      },
    },
    clock,
    onCrash(why) {
      logger.error('page lost', { page: callerId, why: why.replaceAll(' ', '-') });
      void kiosk.pageGone(callerId);
    },
    onTooOften() {
      logger.error('page lost too often', { page: callerId });
      kiosk.reportCrashes();
    },
    onRecovered: () => kiosk.crashesOver(),
  });
  webContents.on('render-process-gone', (_event, { reason }) => keeper.gone(reason));
  window.on('unresponsive', () => keeper.hangs());
  return { keeper, loaded };
}

/** Begins to supervise the program of a data folder: what has crashed too often is out of order for a while. */
export async function supervise(
  { kiosk, logger }: { readonly kiosk: Kiosk; readonly logger: Logger },
  data: string,
  coming: Pick<ComingBack, 'watch'>,
): Promise<Supervision> {
  const clock = buildClock();
  const record = openCrashRecord(data);
  const described = await describe(kiosk);
  const endTrial = holdOnTrial(kiosk, { ...record, wasOnTrial: described?.reason === 'crashes' }, clock);
  const supervision = superviseWindows({ kiosk, clock, logger });
  coming.watch(record, supervision.pause);
  return {
    ...supervision,
    close() {
      endTrial();
      supervision.close();
    },
  };
}

/** The still page of this kiosk's venue. */
export async function writeStillPageOf(kiosk: Kiosk, rendererFolder: string): Promise<StillPage> {
  return writeStillPage(await describe(kiosk), rendererFolder);
}

async function describe(kiosk: Kiosk) {
  const described = await kiosk.client({ kind: 'public', id: 'supervision' })['kiosk.describe']({});
  return described.ok ? described.value : undefined;
}
