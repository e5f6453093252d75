/**
 * Chromium's sandbox is not given up, nor its tools opened: a page that is broken out of must not be the machine.
 * Runs in Electron's main process.
 */
import type { CommandLine } from 'electron';

/** The switches that take the sandbox away, or let others look into the pages. */
const refused = [
  'no-sandbox',
  'disable-gpu-sandbox',
  'disable-seccomp-filter-sandbox',
  'remote-debugging-port',
  'remote-debugging-pipe',
  'disable-web-security',
  'ignore-certificate-errors',
  'load-extension',
];

/** A switch that the program does not run with. */
export class UnsafeSwitchError extends Error {
  constructor(name: string) {
    super(`it does not run with --${name}: a kiosk needs all of Chromium's walls. Start it without this switch.`);
    this.name = 'UnsafeSwitchError';
  }
}

/**
 * Refuses to go on where the program was started with such a switch.
 * @param forTests tests on machines where everybody is root have no other way; of no use to a packaged program
 * @throws UnsafeSwitchError
 */
export function requireWalls(
  commandLine: Pick<CommandLine, 'hasSwitch'>,
  { isPackaged, forTests }: { readonly isPackaged: boolean; readonly forTests: boolean },
): void {
  const found = forTests && !isPackaged ? undefined : refused.find((name) => commandLine.hasSwitch(name));
  if (found !== undefined) {
    throw new UnsafeSwitchError(found);
  }
}
