/**
 * The handlers of the page's calls, generated from the operations table: one channel an operation, named as it is.
 * Runs in Electron's main process.
 */
import { type Answer, callNames, problem, streamNames } from '../contract/public.ts';
import type { Caller, Kiosk } from '../core/kiosk.ts';
import { pageOrigin } from './scheme.ts';
import { buildWatches, type Page } from './watches.ts';

/** Where a message comes from, as Electron says it. */
export interface SenderEvent {
  readonly sender: unknown;
  readonly senderFrame: { readonly origin: string; readonly parent: unknown } | null;
}

/** What is asked of Electron's `ipcMain`. */
export interface IpcHandlers {
  handle(channel: string, listener: (event: SenderEvent, input?: unknown) => Promise<unknown>): void;
}

/** There is one window, and it is the kiosk. */
const caller: Caller = { kind: 'kiosk', id: 'window' };

/**
 * Answers the calls of our page. Whoever else sends, another window, a frame inside or a page of another origin, is
 * answered `forbidden`.
 */
export function serveIpc(ipcMain: IpcHandlers, page: Page, kiosk: Kiosk): void {
  const watches = buildWatches(page, kiosk, caller);
  const serve = (channel: string, run: (input: unknown) => Promise<Answer<unknown>>) =>
    ipcMain.handle(channel, async (event, input) => (isOurs(event, page) ? run(input) : problem('forbidden')));
  for (const name of callNames) {
    serve(name, (input) => kiosk.call(name, caller, input));
  }
  for (const name of streamNames) {
    serve(name, async (input) => watches.change(name, input));
  }
}

function isOurs({ sender, senderFrame }: SenderEvent, page: Page): boolean {
  return sender === page && senderFrame !== null && senderFrame.parent === null && senderFrame.origin === pageOrigin;
}
