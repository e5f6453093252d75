/**
 * What this machine has to show the kiosk with; only what the choice can depend on is looked for.
 * Runs in Node, for the CLI.
 */
import type { CommandIo } from '../command.ts';
import { hasDisplay } from './display.ts';
import { findElectron } from './electron-binary.ts';
import { findBrowser } from './find-browser.ts';
import type { AskedHost, Found, HostFacts } from './host-choice.ts';
import type { Places } from './places.ts';

const notLookedFor: Found = { missing: 'it was not looked for' };

/** Gathers the facts. With `auto` and a display this may download Electron, and says so. */
export async function gatherFacts(asked: AskedHost, places: Places, { err, signal }: CommandIo): Promise<HostFacts> {
  // Tests bring their own display and sandbox, by flags.
  const tests = asked === 'browser' && process.env.PRAVESH_TEST_BROWSER_FLAGS !== undefined;
  const display = tests || hasDisplay();
  const root = !tests && process.getuid?.() === 0;
  const window = display && !root;
  const wantsElectron = window && (asked === 'electron' || asked === 'auto');
  const say = (line: string) => err(`pravesh run: ${line}`);
  const electron = wantsElectron
    ? await findElectron({ places, mayDownload: asked === 'auto', signal, say })
    : notLookedFor;
  const wantsBrowser = window && (asked === 'browser' || (asked === 'auto' && 'missing' in electron));
  return { display, root, electron, browser: wantsBrowser ? findBrowser() : notLookedFor };
}
