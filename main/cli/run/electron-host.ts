/**
 * Runs the Electron host as a child: its streams are ours, our signals are its, its exit code is ours. When it crashes
 * after it has served, it comes back.
 * Runs in Node, for the CLI, which never imports Electron.
 */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { buildCrashCount } from '../../platform/crash-count.ts';
import { exitToBeginAnew, keptByUs } from '../../platform/kept-by.ts';
import type { CommandIo } from '../command.ts';

export interface ElectronHostOptions {
  /** Electron's binary, and the main file of our host. */
  readonly binary: string;
  readonly main: string;
  /** Handed on: `--data`, `--config`, `--port`. */
  readonly args: readonly string[];
}

export interface ElectronEnd {
  readonly code: number;
  /** Whether it had said that it serves. */
  readonly ready: boolean;
}

/** From a crash to the next start, and from one that came too often, in milliseconds. */
const againMs = 100;
const restMs = 60_000;

/**
 * Runs it, and runs it again when it crashes after it has served, or when staff begin it anew. One that cannot start, or
 * dies before it shows the kiosk, is not tried again: its end is answered.
 */
export async function keepElectron(options: ElectronHostOptions, io: CommandIo): Promise<ElectronEnd> {
  const crashes = buildCrashCount();
  let served = false;
  for (;;) {
    const end = await runElectron({ ...options, args: [...options.args, keptByUs] }, io);
    served ||= end.ready;
    const isOver = end.code === 0 || !served || io.signal.aborted;
    if (isOver) {
      return { ...end, ready: served };
    }
    if (end.code !== exitToBeginAnew) {
      const tooOften = crashes.note(performance.now());
      const when = tooOften ? ' in a minute' : '';
      io.err(`pravesh run: Electron has ended (exit code ${end.code}): it is started again${when}`);
      await pause(tooOften ? restMs : againMs, undefined, { signal: io.signal }).catch(() => {});
    }
    if (io.signal.aborted) {
      return { code: 0, ready: served };
    }
  }
}

/** Runs it until it ends, or until the signal ends it. Its stdout is passed on line by line. */
export function runElectron({ binary, main, args }: ElectronHostOptions, io: CommandIo): Promise<ElectronEnd> {
  const child = spawn(binary, [main, ...args], { stdio: ['inherit', 'pipe', 'inherit'] });
  const end = () => void child.kill('SIGTERM');
  io.signal.addEventListener('abort', end, { once: true });
  let ready = false;
  let rest = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      ready ||= line.startsWith('pravesh ready ');
      io.out(line);
    }
  });
  return new Promise((resolve) => {
    const finish = (code: number) => {
      io.signal.removeEventListener('abort', end);
      resolve({ code, ready });
    };
    child.on('error', () => finish(1));
    child.on('close', (code, signal) => finish(code ?? 128 + (signal === null ? 0 : constants.signals[signal])));
  });
}
