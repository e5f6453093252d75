/**
 * Runs the entry of the Electron host, main/electron/main.ts, in the double of Electron.
 */
import { once } from 'node:events';
import { onTestFinished, vi } from 'vitest';
import { buildElectronDouble, type ElectronDouble } from './electron-double.ts';

export interface ElectronProgram extends ElectronDouble {
  /** What the program has written, one text a stream. */
  readonly written: { out: string; err: string };
  /** Resolves with the URL of the ready line. */
  readonly ready: Promise<string>;
  /** Asks the program to end, and resolves with its exit code. */
  quit(): Promise<number>;
}

/** Starts the program with these arguments; what was put in place of Electron and the process goes at the test's end. */
export async function runElectronMain(
  args: readonly string[],
  prepare: (double: ElectronDouble) => void = () => {},
): Promise<ElectronProgram> {
  const double = buildElectronDouble();
  prepare(double);
  const written = { out: '', err: '' };
  const ready = Promise.withResolvers<string>();
  const keep = (stream: 'out' | 'err') => (text: unknown) => {
    written[stream] += String(text);
    const [, url] = /^pravesh ready (.+)\n/m.exec(written.out) ?? [];
    if (url !== undefined) {
      ready.resolve(url);
    }
    return true;
  };
  vi.spyOn(process.stdout, 'write').mockImplementation(keep('out'));
  vi.spyOn(process.stderr, 'write').mockImplementation(keep('err'));
  const before = process.argv;
  process.argv = ['electron', 'electron.js', ...args];
  const quit = async () => {
    const exited = once(double.app, 'exited');
    double.app.quit();
    await exited;
    return double.app.exits[0] ?? -1;
  };
  onTestFinished(async () => {
    process.argv = before;
    vi.restoreAllMocks();
    if (double.app.exits.length === 0) {
      await quit();
    }
  });
  onTestFinished(forgetListeners());
  vi.resetModules();
  vi.doMock('electron', () => double.module);
  try {
    await import('../../main/electron/main.ts');
  } finally {
    vi.doUnmock('electron');
    vi.resetModules();
  }
  return { ...double, written, ready: ready.promise, quit };
}

/** Takes off the process what is put on it from now on. */
function forgetListeners(): () => void {
  const signals = ['SIGINT', 'SIGTERM'] as const;
  const before = {
    SIGINT: process.listeners('SIGINT'),
    SIGTERM: process.listeners('SIGTERM'),
    mistakes: process.listeners('uncaughtException'),
    rejections: process.listeners('unhandledRejection'),
  };
  return () => {
    for (const signal of signals) {
      for (const listener of process.listeners(signal).filter((added) => !before[signal].includes(added))) {
        process.off(signal, listener);
      }
    }
    for (const listener of process.listeners('uncaughtException').filter((it) => !before.mistakes.includes(it))) {
      process.off('uncaughtException', listener);
    }
    for (const listener of process.listeners('unhandledRejection').filter((it) => !before.rejections.includes(it))) {
      process.off('unhandledRejection', listener);
    }
  };
}
