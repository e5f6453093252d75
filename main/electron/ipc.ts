/**
 * The handlers of the pages' calls, generated from the operations table: one channel an operation, named as it is.
 * Runs in Electron's main process.
 */
import { type Answer, callNames, problem, streamNames } from '../contract/public.ts';
import type { Caller, Kiosk } from '../core/kiosk.ts';
import { pageOrigin } from './scheme.ts';
import { buildWatches, type Page, type Watches } from './watches.ts';

/** Where a message comes from, as Electron says it. */
export interface SenderEvent {
  readonly sender: unknown;
  readonly senderFrame: { readonly origin: string; readonly parent: unknown } | null;
}

/** What is asked of Electron's `ipcMain`. */
export interface IpcHandlers {
  handle(channel: string, listener: (event: SenderEvent, input?: unknown) => Promise<unknown>): void;
}

export interface Ipc {
  /** Answers a window's page from now on, as this caller: each window has its own, and is unlocked by itself. */
  admit(page: Page, callerId: string): void;
}

interface Admitted {
  readonly caller: Caller;
  readonly watches: Watches;
}

/**
 * Answers the calls of the pages that are admitted. Whoever else sends, another window, a frame inside or a page of
 * another origin, is answered `forbidden`.
 */
export function serveIpc(ipcMain: IpcHandlers, kiosk: Kiosk): Ipc {
  const admitted = new Map<unknown, Admitted>();
  const serve = (channel: string, run: (from: Admitted, input: unknown) => Promise<Answer<unknown>>) =>
    ipcMain.handle(channel, async (event, input) => {
      const from = isOurs(event) ? admitted.get(event.sender) : undefined;
      return from === undefined ? problem('forbidden') : run(from, input);
    });
  for (const name of callNames) {
    serve(name, ({ caller }, input) => kiosk.call(name, caller, input));
  }
  for (const name of streamNames) {
    serve(name, async ({ watches }, input) => watches.change(name, input));
  }
  return {
    admit(page, callerId) {
      const caller: Caller = { kind: 'kiosk', id: callerId };
      admitted.set(page, { caller, watches: buildWatches(page, kiosk, caller) });
      // An operator's page that is gone is locked: nobody finds it open who opens the window again.
      const lock = () => kiosk.call('operator.lock', caller, {});
      page.on('render-process-gone', lock);
      page.on('destroyed', () => {
        admitted.delete(page);
        lock();
      });
    },
  };
}

function isOurs({ senderFrame }: SenderEvent): boolean {
  return senderFrame !== null && senderFrame.parent === null && senderFrame.origin === pageOrigin;
}
