/**
 * The windows: fullscreen and closed in itself for visitors, an ordinary one for a reception desk.
 * Runs in Electron's main process.
 */
import type { BrowserWindowConstructorOptions, Display } from 'electron';

/** What lies behind the page until it paints: the background of its look, so that nothing flashes. */
const background = '#ffffff';

/** The session of all windows. Without "persist:" it lives in memory: nothing of a visitor is ever on the disk. */
export const partition = 'pravesh';

/** What is asked of the window that is opened. */
export interface ShownWindow {
  once(event: 'ready-to-show', listener: () => void): unknown;
  show(): void;
  focus(): void;
  isMinimized(): boolean;
  restore(): void;
}

/**
 * The options of a window; `preload` is the absolute path of the bundled preload.
 * @param place where on the desktop it opens, when not on the first display; in pixels that are independent of density
 */
export function windowOptions(
  mode: 'kiosk' | 'reception',
  preload: string,
  { x, y }: { readonly x?: number; readonly y?: number } = {},
): BrowserWindowConstructorOptions {
  const isKiosk = mode === 'kiosk';
  return {
    ...(x === undefined || y === undefined ? {} : { x, y }),
    kiosk: isKiosk,
    fullscreen: isKiosk,
    frame: !isKiosk,
    width: 1280,
    height: 800,
    minWidth: 1024,
    minHeight: 768,
    show: false,
    backgroundColor: background,
    title: 'Pravesh',
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      partition,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      plugins: false,
      webviewTag: false,
      devTools: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      disableDialogs: true,
    },
  };
}

/** The display for visitors beside that of the desk: any that is not the first one; undefined where there is no other. */
export function findVisitorsDisplay<D extends Pick<Display, 'id'>>(
  displays: readonly D[],
  first: Pick<Display, 'id'>,
): D | undefined {
  return displays.find(({ id }) => id !== first.id);
}

/** Shows the window when its page has painted for the first time. */
export function showWhenReady(window: ShownWindow): void {
  window.once('ready-to-show', () => window.show());
}

/** Brings the window to the front, for one who starts the program a second time. */
export function bringToFront(window: ShownWindow): void {
  if (window.isMinimized()) {
    window.restore();
  }
  window.focus();
}
