/**
 * A kiosk on displays that come and go: a cable is pulled, a screen sleeps, the machine wakes.
 * Runs in Electron's main process.
 */
import type { BrowserWindow, Display, PowerSaveBlocker, WebContents } from 'electron';

/** What is asked of the window. */
export interface KeptWindow
  extends Pick<BrowserWindow, 'isDestroyed' | 'getBounds' | 'setBounds' | 'setKiosk' | 'setFullScreen'> {
  once(event: 'closed', listener: () => void): unknown;
  readonly webContents: Pick<WebContents, 'invalidate' | 'insertCSS'> & {
    on(event: 'dom-ready', listener: () => void): unknown;
  };
}

type Place = Pick<Display, 'id' | 'bounds'>;

/** What is asked of Electron's `screen`. */
export interface Displays {
  getAllDisplays(): readonly Place[];
  getPrimaryDisplay(): Place;
  on(event: 'display-added' | 'display-removed', listener: () => void): unknown;
  on(event: 'display-metrics-changed', listener: () => void): unknown;
  removeListener(event: 'display-added' | 'display-removed', listener: () => void): unknown;
  removeListener(event: 'display-metrics-changed', listener: () => void): unknown;
}

/** What is asked of Electron's `powerMonitor`. */
export interface PowerEvents {
  on(event: 'resume' | 'unlock-screen', listener: () => void): unknown;
  removeListener(event: 'resume' | 'unlock-screen', listener: () => void): unknown;
}

/**
 * Fills the display that the window is for, whatever happens to displays: its own again when that comes back, the first
 * one meanwhile.
 */
export function keepOnDisplay(window: KeptWindow, screen: Displays, own: Pick<Display, 'id'>): void {
  const fill = () => {
    if (window.isDestroyed()) {
      return;
    }
    const { bounds } = screen.getAllDisplays().find(({ id }) => id === own.id) ?? screen.getPrimaryDisplay();
    const { x, y, width, height } = window.getBounds();
    if (x !== bounds.x || y !== bounds.y || width !== bounds.width || height !== bounds.height) {
      // A fullscreen window does not move: it is let go, moved and closed in itself again.
      window.setKiosk(false);
      window.setBounds(bounds);
    }
    window.setKiosk(true);
    window.setFullScreen(true);
    window.webContents.invalidate();
  };
  screen.on('display-added', fill);
  screen.on('display-removed', fill);
  screen.on('display-metrics-changed', fill);
  window.once('closed', () => {
    screen.removeListener('display-added', fill);
    screen.removeListener('display-removed', fill);
    screen.removeListener('display-metrics-changed', fill);
  });
}

/** On a display that is touched there is nothing to point with: the arrow would lie on the page for months. */
export function hideCursor({ webContents }: KeptWindow, display: Pick<Display, 'touchSupport'>): void {
  if (display.touchSupport === 'available') {
    webContents.on('dom-ready', () => void webContents.insertCSS('* { cursor: none !important; }'));
  }
}

/** Keeps the display lit, and paints anew when the machine has slept all the same. Answers what ends that. */
export function stayAwake(
  window: KeptWindow,
  power: {
    readonly saveBlocker: Pick<PowerSaveBlocker, 'start' | 'stop'>;
    readonly monitor: PowerEvents;
  },
): () => void {
  const blocker = power.saveBlocker.start('prevent-display-sleep');
  const paint = () => {
    if (!window.isDestroyed()) {
      window.webContents.invalidate();
    }
  };
  power.monitor.on('resume', paint);
  power.monitor.on('unlock-screen', paint);
  return () => {
    power.monitor.removeListener('resume', paint);
    power.monitor.removeListener('unlock-screen', paint);
    power.saveBlocker.stop(blocker);
  };
}
