/**
 * What the shell refuses, by default everything: this is the place of the lock-down.
 * Runs in Electron's main process.
 */
import { pageOrigin } from './scheme.ts';

/** An event that can be stopped. */
interface Stoppable {
  preventDefault(): void;
}

/** What is asked of any contents, also of those that nobody of us has made. */
export interface Contents {
  on(
    event: 'will-navigate' | 'will-redirect' | 'will-frame-navigate',
    listener: (event: Stoppable & { readonly url: string }) => void,
  ): unknown;
  on(event: 'will-attach-webview', listener: (event: Stoppable) => void): unknown;
  setWindowOpenHandler(handler: () => { action: 'deny' }): void;
}

/** What is asked of Electron's `session.defaultSession`. */
export interface Session {
  setPermissionRequestHandler(
    handler: (contents: unknown, permission: unknown, callback: (granted: boolean) => void) => void,
  ): void;
  setPermissionCheckHandler(handler: () => boolean): void;
  setDevicePermissionHandler(handler: () => boolean): void;
  setSpellCheckerEnabled(enable: boolean): void;
  on(event: 'will-download', listener: (event: Stoppable) => void): unknown;
  readonly webRequest: {
    onBeforeRequest(
      listener: (details: { readonly url: string }, callback: (response: { cancel: boolean }) => void) => void,
    ): void;
  };
}

/** Whether an address is one of our own pages or their assets. */
export function isOurUrl(url: string): boolean {
  return url === pageOrigin || url.startsWith(`${pageOrigin}/`);
}

/** Keeps contents where they are: no other page, no other window, nothing embedded. */
export function confine(contents: Contents): void {
  const stay = (event: Stoppable & { readonly url: string }) => {
    if (!isOurUrl(event.url)) {
      event.preventDefault();
    }
  };
  contents.on('will-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** Refuses every permission and every device, every download and every request to elsewhere. */
export function closeSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((details, callback) => callback({ cancel: !isOurUrl(details.url) }));
}
