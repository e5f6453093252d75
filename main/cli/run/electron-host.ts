/**
 * Runs the Electron host as a child: its streams are ours, our signals are its, its exit code is ours.
 * Runs in Node, for the CLI, which never imports Electron.
 */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
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
