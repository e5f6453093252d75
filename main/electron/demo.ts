/**
 * DEMO in the Electron host: a sandbox upstream inside the program, and its phones for the page to see.
 * Runs in Electron's main process.
 */
import type { DemoPhonePort } from '../core/kiosk.ts';
import { startSandbox } from '../sandbox/sandbox.ts';

/** The upstream of a demonstration. */
export interface DemoUpstream {
  /** Where the settings' upstream points. */
  readonly baseUrl: string;
  readonly demoPhone: DemoPhonePort;
  close(): Promise<void>;
}

/** Starts the sandbox on a free loopback port. */
export async function startDemoUpstream(): Promise<DemoUpstream> {
  const sandbox = await startSandbox({ port: 0 });
  return { baseUrl: sandbox.baseUrl, demoPhone: sandbox.demoPhone, close: () => sandbox.close() };
}
