/**
 * The doctor's look at what shows the kiosk: a display, and Electron or a browser to show it with.
 * Runs in Node, for the CLI. Nothing is downloaded.
 */
import type { HealthCheck } from '../../contract/public.ts';
import { hasDisplay } from '../run/display.ts';
import { findElectron } from '../run/electron-binary.ts';
import { findBrowser } from '../run/find-browser.ts';
import type { Found } from '../run/host-choice.ts';
import { findPlaces } from '../run/places.ts';
import { fail, pass } from './check.ts';

/** What `pravesh run` would find here. */
export interface WindowFacts {
  readonly display: boolean;
  readonly root: boolean;
  readonly electron: Found;
  readonly browser: Found;
}

/** Looks for what `pravesh run` would take, without getting anything. */
export async function gatherWindowFacts(signal: AbortSignal): Promise<WindowFacts> {
  const places = findPlaces();
  const electron = await findElectron({ places, mayDownload: false, signal, say: () => undefined });
  return { display: hasDisplay(), root: process.getuid?.() === 0, electron, browser: findBrowser() };
}

/** A display that this account may open a window on. */
export function checkDisplay({ display, root }: WindowFacts): HealthCheck {
  const name = 'display';
  if (!display) {
    const todo = 'Start the kiosk in a graphical session, or serve its page without a window: run --host server.';
    return fail(name, 'neither DISPLAY nor WAYLAND_DISPLAY is set', todo);
  }
  return root
    ? fail(name, 'this account is root, and neither Electron nor a browser may be', 'Run the kiosk as another user.')
    : pass(name, 'there is one');
}

/** What the kiosk would be shown with: Electron, else a browser. */
export function checkBrowser({ electron, browser }: WindowFacts): HealthCheck {
  const name = 'browser';
  if ('path' in electron) {
    return pass(name, `Electron, ${electron.path}`);
  }
  const notElectron = `not in Electron: ${electron.missing}`;
  return 'path' in browser
    ? pass(name, `${browser.path} (${notElectron})`)
    : fail(
        name,
        `${notElectron}; ${browser.missing}`,
        'Install Chromium, Chrome or Edge, or name one in PRAVESH_BROWSER.',
      );
}
