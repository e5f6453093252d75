/**
 * Runs the chosen host to its end; with `auto`, what cannot be shown in Electron is shown in a browser.
 * Runs in Node, for the CLI.
 */
import type { LoadedSettings } from '../../core/kiosk.ts';
import { type CommandIo, reportError } from '../command.ts';
import { keepBrowser } from './browser-kiosk.ts';
import { type ElectronEnd, runElectron } from './electron-host.ts';
import { findBrowser } from './find-browser.ts';
import { type AskedHost, chooseHost, type HostFacts } from './host-choice.ts';
import { type ServeOptions, serve } from './serve.ts';

/** What the hosts are started with. */
export interface RunPlan {
  readonly serve: ServeOptions;
  /** Reads the configuration anew, for a kiosk that staff restart; throws a CommandError. */
  readonly reload?: () => LoadedSettings;
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
      say('Ctrl+C in this terminal ends the kiosk');
      return serveUntilEnded(plan, io, (url, signal) => keepBrowser({ executable: choice.path, url, signal, say }));
    case 'server':
      return serveUntilEnded(plan, io);
  }
}

/** Serves until the program is told to end, or staff leave the kiosk; when they restart it, it begins anew. */
async function serveUntilEnded(
  plan: RunPlan,
  io: CommandIo,
  show?: (url: string, signal: AbortSignal) => Promise<void>,
): Promise<number> {
  let { serve: options } = plan;
  for (;;) {
    const left = new AbortController();
    let again = false;
    const restart = () => {
      again = true;
      left.abort();
    };
    const signal = AbortSignal.any([io.signal, left.signal]);
    const served = await serve({ ...options, controls: { leave: () => left.abort(), restart } });
    io.out(`pravesh ready ${served.launchUrl}`);
    await show?.(served.launchUrl, signal);
    await untilAborted(signal);
    await served.close();
    if (!again || io.signal.aborted) {
      return 0;
    }
    options = { ...options, loaded: readAgain(plan, io) ?? options.loaded };
  }
}

/** A configuration that has become wrong must not keep visitors out: the one before goes on, and it is said. */
function readAgain({ reload }: RunPlan, io: CommandIo): LoadedSettings | undefined {
  try {
    return reload?.();
  } catch (error) {
    reportError(error, 'pravesh run', io);
    io.err('pravesh run: the configuration of before goes on');
    return undefined;
  }
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
