/**
 * The windows: fullscreen and closed in itself for visitors, an ordinary one for a reception desk.
 * Runs in Electron's main process.
 */
import type { BrowserWindowConstructorOptions, Display } from 'electron';

/** What lies behind the page until it paints: the background of its look, so that nothing flashes. */
const background = '#ffffff';

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
  place: { readonly x?: number; readonly y?: number } = {},
): BrowserWindowConstructorOptions {
  const isKiosk = mode === 'kiosk';
  return {
    ...place,
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
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      devTools: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
    },
  };
}

/** The display for visitors beside that of the desk: any that is not the first one; undefined where there is no other. */
export function findVisitorsDisplay(
  displays: readonly Pick<Display, 'id' | 'bounds'>[],
  first: Pick<Display, 'id'>,
): { readonly x: number; readonly y: number } | undefined {
  const bounds = displays.find(({ id }) => id !== first.id)?.bounds;
  return bounds === undefined ? undefined : { x: bounds.x, y: bounds.y };
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
