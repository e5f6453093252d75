/**
 * What the shell refuses, by default everything: this is the place of the lock-down. Each point of Electron's security
 * checklist, and where it is met, stands in docs/decisions/0019.
 * Runs in Electron's main process.
 */
import type { WebContents } from 'electron';
import { pageOrigin } from './scheme.ts';

/** An event that can be stopped. */
interface Stoppable {
  preventDefault(): void;
}

/** What is asked of any contents, also of those that nobody of us has made. */
export interface Contents extends Pick<WebContents, 'setVisualZoomLevelLimits' | 'setZoomFactor' | 'closeDevTools'> {
  setWindowOpenHandler(handler: () => { action: 'deny' }): void;
  on(
    event: 'will-navigate' | 'will-redirect' | 'will-frame-navigate',
    listener: (event: Stoppable & { readonly url: string }) => void,
  ): unknown;
  on(
    event: 'will-attach-webview' | 'context-menu' | 'will-prevent-unload',
    listener: (event: Stoppable) => void,
  ): unknown;
  on(
    event: 'select-bluetooth-device',
    listener: (event: Stoppable, devices: unknown, choose: (deviceId: string) => void) => void,
  ): unknown;
  on(event: 'devtools-opened' | 'dom-ready' | 'zoom-changed', listener: () => void): unknown;
}

/** What is asked of Electron's `app`. */
export interface App {
  on(
    event: 'certificate-error',
    listener: (
      event: Stoppable,
      contents: unknown,
      url: string,
      error: string,
      certificate: unknown,
      trust: (isTrusted: boolean) => void,
    ) => void,
  ): unknown;
  on(
    event: 'select-client-certificate',
    listener: (event: Stoppable, contents: unknown, url: string, list: unknown, choose: () => void) => void,
  ): unknown;
  on(
    event: 'login',
    listener: (event: Stoppable, contents: unknown, details: unknown, info: unknown, answer: () => void) => void,
  ): unknown;
  on(event: 'web-contents-created', listener: (event: unknown, contents: Contents) => void): unknown;
}

/** What is asked of a session. */
export interface Session {
  setPermissionRequestHandler(
    handler: (contents: unknown, permission: unknown, callback: (granted: boolean) => void) => void,
  ): void;
  setPermissionCheckHandler(handler: () => boolean): void;
  setDevicePermissionHandler(handler: () => boolean): void;
  setDisplayMediaRequestHandler(handler: (request: unknown, callback: (streams: null) => void) => void): void;
  setBluetoothPairingHandler(
    handler: (details: unknown, callback: (response: { confirmed: boolean }) => void) => void,
  ): void;
  setUSBProtectedClassesHandler(handler: (details: { protectedClasses: string[] }) => string[]): void;
  setCertificateVerifyProc(handler: (request: unknown, callback: (code: number) => void) => void): void;
  setSpellCheckerEnabled(enable: boolean): void;
  on(event: 'will-download', listener: (event: Stoppable) => void): unknown;
  on(
    event: 'file-system-access-restricted',
    listener: (event: Stoppable, details: unknown, callback: (action: 'deny') => void) => void,
  ): unknown;
  on(
    event: 'select-hid-device' | 'select-usb-device',
    listener: (event: Stoppable, details: unknown, choose: () => void) => void,
  ): unknown;
  on(
    event: 'select-serial-port',
    listener: (event: Stoppable, ports: unknown, contents: unknown, choose: (portId: string) => void) => void,
  ): unknown;
  readonly webRequest: {
    onBeforeRequest(
      listener: (details: { readonly url: string }, callback: (response: { cancel: boolean }) => void) => void,
    ): void;
  };
}

/** The certificate is not believed: the code of Chromium's net errors for that. */
const notTrusted = -2;

/** Whether an address is one of our own pages or their assets. */
export function isOurUrl(url: string): boolean {
  return url === pageOrigin || url.startsWith(`${pageOrigin}/`);
}

/** What is refused to the whole program: certificates that do not hold, our own certificates, passwords of others. */
export function closeApp(app: App): void {
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, trust) => {
    event.preventDefault();
    trust(false);
  });
  app.on('select-client-certificate', (event, _contents, _url, _certificates, choose) => {
    event.preventDefault();
    choose();
  });
  app.on('login', (event, _contents, _details, _authInfo, answer) => {
    event.preventDefault();
    answer();
  });
  app.on('web-contents-created', (_event, contents) => confine(contents));
}

/** Keeps contents where and as they are: no other page, no other window, nothing embedded, no zoom, no tools. */
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
  contents.on('select-bluetooth-device', (event, _devices, choose) => {
    event.preventDefault();
    choose('');
  });
  contents.on('context-menu', (event) => event.preventDefault());
  // Here to prevent means to let the page go: no page of ours may hold up the end of its window with a question.
  contents.on('will-prevent-unload', (event) => event.preventDefault());
  contents.on('devtools-opened', () => contents.closeDevTools());
  contents.on('dom-ready', () => {
    // Two fingers on the glass. A page that cannot be zoomed has no use for the answer.
    void contents.setVisualZoomLevelLimits(1, 1);
    contents.setZoomFactor(1);
  });
  contents.on('zoom-changed', () => contents.setZoomFactor(1));
}

/** Refuses every permission and every device, every download and every request to elsewhere. */
export function closeSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  session.setPermissionCheckHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, callback) => callback(null));
  closeDevices(session);
  session.setSpellCheckerEnabled(false);
  session.setCertificateVerifyProc((_request, callback) => callback(notTrusted));
  session.on('will-download', (event) => event.preventDefault());
  session.on('file-system-access-restricted', (event, _details, callback) => {
    event.preventDefault();
    callback('deny');
  });
  session.webRequest.onBeforeRequest((details, callback) => callback({ cancel: !isOurUrl(details.url) }));
}

/** No machine beside this one: what is asked for is cancelled, and what was once granted is nobody's. */
function closeDevices(session: Session): void {
  session.setDevicePermissionHandler(() => false);
  session.setBluetoothPairingHandler((_details, callback) => callback({ confirmed: false }));
  session.setUSBProtectedClassesHandler(({ protectedClasses }) => protectedClasses);
  session.on('select-hid-device', (event, _details, choose) => {
    event.preventDefault();
    choose();
  });
  session.on('select-usb-device', (event, _details, choose) => {
    event.preventDefault();
    choose();
  });
  session.on('select-serial-port', (event, _ports, _contents, choose) => {
    event.preventDefault();
    choose('');
  });
}
