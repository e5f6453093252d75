/**
 * Runs the chosen host to its end; with `auto`, what cannot be shown in Electron is shown in a browser.
 * Runs in Node, for the CLI.
 */
import type { CommandIo } from '../command.ts';
import { keepBrowser } from './browser-kiosk.ts';
import { type ElectronEnd, runElectron } from './electron-host.ts';
import { findBrowser } from './find-browser.ts';
import { type AskedHost, chooseHost, type HostFacts } from './host-choice.ts';
import { type ServeOptions, serve } from './serve.ts';

/** What the hosts are started with. */
export interface RunPlan {
  readonly serve: ServeOptions;
  /** The main file of the Electron host, and its arguments. */
  readonly electron: { readonly main: string; readonly args: readonly string[] };
}

/**
 * Chooses a host, runs it until the signal ends it, and answers the exit code: 0, or 2 when it could not start.
 * Throws a CommandError where the data folder or the port cannot be had.
 */
export async function runHost(asked: AskedHost, facts: HostFacts, plan: RunPlan, io: CommandIo): Promise<number> {
  const choice = chooseHost(asked, facts);
  const say = (line: string) => io.err(`pravesh run: ${line}`);
  choice.notes.forEach(say);
  switch (choice.host) {
    case 'none':
      return 2;
    case 'electron': {
      const end = await runElectron({ binary: choice.path, ...plan.electron }, io);
      return diedAtStart(end, asked, io) ? runHost(asked, withoutElectron(facts, end), plan, io) : end.code;
    }
    case 'browser':
      return serveUntilAborted(plan.serve, io, async (url) => {
        say('Ctrl+C in this terminal ends the kiosk');
        await keepBrowser({ executable: choice.path, url, signal: io.signal, say });
      });
    case 'server':
      return serveUntilAborted(plan.serve, io);
  }
}

async function serveUntilAborted(
  options: ServeOptions,
  { out, signal }: CommandIo,
  show?: (url: string) => Promise<void>,
): Promise<number> {
  const served = await serve(options);
  out(`pravesh ready ${served.launchUrl}`);
  await show?.(served.launchUrl);
  await untilAborted(signal);
  await served.close();
  return 0;
}

/** Electron may be there and still not run: no sandbox, no graphics. Exit code 2 has been explained by our host. */
function diedAtStart({ code, ready }: ElectronEnd, asked: AskedHost, { signal }: CommandIo): boolean {
  return asked === 'auto' && !ready && code !== 0 && code !== 2 && !signal.aborted;
}

function withoutElectron(facts: HostFacts, { code }: ElectronEnd): HostFacts {
  const missing = `it ended before it showed the kiosk (exit code ${code})`;
  return { ...facts, electron: { missing }, browser: findBrowser() };
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve();
    }
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
