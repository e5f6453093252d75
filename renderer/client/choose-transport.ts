/**
 * Which transport this page has: the bridge where Electron's preload has put one, HTTP everywhere else.
 * Runs in the renderer.
 */
import type { Transport } from '../../main/contract/public.ts';
import { buildHttpTransport, type HttpSurroundings, type Known } from './http-transport.ts';
import { type Bridge, buildIpcTransport } from './ipc-transport.ts';

declare global {
  interface Window {
    /** Exposed by the preload of the Electron host; absent in a browser. */
    readonly pravesh?: Bridge;
  }
}

/** Chooses by what the window has; a page knows the operations that it calls. */
export function chooseTransport(window: HttpSurroundings & { readonly pravesh?: Bridge }, known: Known): Transport {
  if (window.pravesh !== undefined) {
    return buildIpcTransport(window.pravesh);
  }
  return buildHttpTransport(
    { fetch: (...request) => window.fetch(...request), EventSource: window.EventSource },
    known,
  );
}
