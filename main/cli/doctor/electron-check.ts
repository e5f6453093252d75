/**
 * The doctor's look at Electron: whether its makers still mend the major version that this program is packed with.
 * Runs in Node, for the CLI; pure.
 */
import type { HealthCheck } from '../../contract/public.ts';
import { fail, pass } from './check.ts';

const name = 'electron';

/**
 * Electron mends its three newest major versions, and brings a new one every eight weeks (electronjs.org, "Electron
 * Release Timelines"), so each is mended for twenty-four weeks. The day is counted from that rule: the makers' own list may
 * move it. A test holds the major version to the one that is installed.
 */
export const electronSupport = { major: 45, released: '2026-10-26', until: '2027-04-12' } as const;

/** Looks at the clock, in milliseconds since 1970. Only the Electron host is concerned; a browser is the system's. */
export function checkElectron(now: number): HealthCheck {
  const { major, until } = electronSupport;
  return now < Date.parse(until)
    ? pass(name, `major version ${major}, which its makers mend until about ${until}`)
    : fail(
        name,
        `major version ${major}, which its makers have not mended since about ${until}`,
        'Install a newer version of Pravesh, or show the kiosk in a browser that the system keeps up to date.',
      );
}
