/** The built program as a child process: `pravesh <command>` as people run it. For tests only. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { programFlags } from '../../build/support/program-flags.mjs';
import { findRoot } from './root.ts';

export interface ProgramOptions {
  /** Added to the environment of the test. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Where its relative paths start. */
  readonly cwd?: string;
  /** Whether Ctrl+C at the terminal is for whoever started it alone. */
  readonly detached?: boolean;
}

/** A program that has said that it is ready. It ends at the latest with the process that started it. */
export interface Program {
  /** The address of its ready line. */
  readonly url: string;
  readonly pid: number;
  /** What it has said on stderr so far. */
  stderr(): string;
  /** Asks it to end, and answers its exit code. */
  stop(): Promise<number | null>;
  /** Ends it as a loss of power would (SIGKILL); resolves when it is gone. */
  kill(): Promise<void>;
}

/** How long it may take until it is ready, in milliseconds, on a machine that does much else. */
const patienceMs = 60_000;

/** Starts a command that serves, as `run` and `sandbox` do. Rejects with its words when it ends before it is ready. */
export async function startProgram(args: readonly string[], options: ProgramOptions = {}): Promise<Program> {
  const child = spawnProgram(args, options);
  const ended = once(child, 'close');
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (part: string) => {
    said += part;
  });
  const url = await readyUrl(child, ended);
  if (url === undefined || child.pid === undefined) {
    child.kill('SIGKILL');
    throw new Error(`pravesh ${args[0]} did not become ready: ${said}`);
  }
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await ended;
  };
  return {
    url,
    pid: child.pid,
    stderr: () => said,
    async stop() {
      await end('SIGTERM');
      return child.exitCode;
    },
    kill: () => end('SIGKILL'),
  };
}

/** Runs a command to its end. */
export async function runProgram(
  args: readonly string[],
  options: ProgramOptions & { readonly input?: string } = {},
): Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }> {
  const child = spawnProgram(args, options);
  child.stdin?.end(options.input ?? '');
  const closed = once(child, 'close');
  const [stdout, stderr] = await Promise.all([textOf(child.stdout), textOf(child.stderr)]);
  await closed;
  return { code: child.exitCode, stdout, stderr };
}

function spawnProgram(args: readonly string[], { env, cwd, detached = false }: ProgramOptions): ChildProcess {
  const program = join(findRoot(), 'dist', 'main', 'pravesh.js');
  if (!existsSync(program)) {
    throw new Error(`${program} is missing: npm test and npm run build make it`);
  }
  return spawn(process.execPath, [...programFlags, program, ...args], {
    // The channel closes with this process, and the program ends then.
    stdio: ['pipe', 'pipe', 'pipe', 'ipc'],
    // What the test runner sets for itself is not for the program.
    env: { ...process.env, NODE_ENV: undefined, NODE_OPTIONS: undefined, ...env },
    detached,
    ...(cwd === undefined ? {} : { cwd }),
  });
}

/** The address of the line `... ready ADDRESS`; undefined when it ends, or says nothing for too long. */
async function readyUrl(child: ChildProcess, ended: Promise<unknown>): Promise<string | undefined> {
  if (child.stdout === null) {
    return undefined;
  }
  const lines = createInterface({ input: child.stdout });
  const ready = new Promise<string>((resolve) => {
    lines.on('line', (line) => {
      const address = /^\w+ ready (\S+)$/.exec(line)?.[1];
      if (address !== undefined) {
        resolve(address);
      }
    });
  });
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), patienceMs);
  });
  try {
    return await Promise.race([ready, ended.then(() => undefined), tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

function textOf(stream: Readable | null): Promise<string> {
  return stream === null ? Promise.resolve('') : text(stream);
}
