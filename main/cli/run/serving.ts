/**
 * Keeps the serving process: it is a child of this one and comes back at once when it crashes, on the same port and the
 * same data folder. This process holds no data, so that what makes the other one crash leaves it alone (D5).
 * Runs in Node, for the CLI.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { afterExit } from '../../platform/after-exit.ts';
import { buildCrashCount } from '../../platform/crash-count.ts';
import { smallHeapFlags } from '../../platform/small-heap.ts';
import type { CommandIo } from '../command.ts';
import { keptEnv, type PageWord, readServingWord } from './supervisor-link.ts';

/** From a crash to the next start, and from one that came too often, in milliseconds. */
const againMs = 100;
const restMs = 60_000;

/** How long an orderly end may take, in milliseconds: calls to the upstream that are under way are ended before. */
const endMs = 20_000;

export interface ServingPlan {
  /** The entry of this program. */
  readonly program: string;
  /** Handed on: `--data`, `--config`. */
  readonly args: readonly string[];
  /** As it was asked for; undefined for the configured one. */
  readonly port?: number | undefined;
}

/** What is told of the serving process. */
export interface ServingWatch {
  /** It serves, under this launch URL; after a crash and a restart by staff as well. */
  onReady(url: string): void;
  onStill(html: string): void;
  onReturned(): void;
  /** It has crashed so often that it rests for a while. */
  onRest(): void;
}

export interface Serving {
  /** The exit code: 0 when it was told to end or staff have left it, 2 when it could not start at all. */
  readonly ended: Promise<number>;
  /** Says something to the process that serves now. */
  say(word: PageWord): void;
}

/** Starts the serving process and keeps it until the signal ends it. */
export function keepServing(plan: ServingPlan, watch: ServingWatch, io: CommandIo): Serving {
  let child: ChildProcess | undefined;
  let port = plan.port;
  let served = false;
  const onReady = (url: string) => {
    served = true;
    port = Number(new URL(url).port);
    watch.onReady(url);
  };
  const live = (after: number | undefined) => {
    child = startChild({ ...plan, port, after }, { ...watch, onReady }, io);
    return untilEnded(child, io.signal);
  };
  return {
    ended: keep(live, () => served, watch, io),
    say: (word) => void (child?.connected && child.send(word, () => {})),
  };
}

async function keep(
  live: (after: number | undefined) => Promise<number>,
  hasServed: () => boolean,
  watch: ServingWatch,
  io: CommandIo,
): Promise<number> {
  const crashes = buildCrashCount();
  let code: number | undefined;
  for (;;) {
    code = await live(code);
    if (io.signal.aborted || code === 0) {
      return io.signal.aborted ? 0 : code;
    }
    if (code === 2 && !hasServed()) {
      return code;
    }
    const tooOften = crashes.note(performance.now());
    io.err(
      `pravesh run: the server has ended (exit code ${code}): it is started again${tooOften ? ' in a minute' : ''}`,
    );
    if (tooOften) {
      watch.onRest();
    }
    await pause(tooOften ? restMs : againMs, undefined, { signal: io.signal }).catch(() => {});
    if (io.signal.aborted) {
      return 0;
    }
  }
}

/** `after`: the exit code of the one before. */
function startChild(
  { program, args, port, after }: ServingPlan & { readonly after: number | undefined },
  watch: ServingWatch,
  io: CommandIo,
): ChildProcess {
  const ports = port === undefined ? [] : [`--port=${port}`];
  const node = process.execArgv.filter((argument) => argument === '--enable-source-maps');
  const own = ['run', '--host', 'server', '--no-restart', ...ports, ...args];
  const child = spawn(process.execPath, [...node, ...smallHeapFlags, program, ...own], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, ...keptEnv, ...afterExit(after) },
  });
  readLines(child.stdout, (line) => {
    io.out(line);
    const url = /^pravesh ready (\S+)$/.exec(line)?.[1];
    if (url !== undefined) {
      watch.onReady(url);
    }
  });
  readLines(child.stderr, io.err);
  child.on('message', (message) => {
    const { still, returned } = readServingWord(message);
    if (still !== undefined) {
      watch.onStill(still);
    }
    if (returned === true) {
      watch.onReturned();
    }
  });
  return child;
}

function readLines(stream: Readable | null, onLine: (line: string) => void): void {
  if (stream !== null) {
    createInterface({ input: stream }).on('line', onLine);
  }
}

/** Its exit code, or 128 where a signal or the system ended it. The signal of this process is handed on. */
async function untilEnded(child: ChildProcess, signal: AbortSignal): Promise<number> {
  let tooLong: NodeJS.Timeout | undefined;
  const end = () => {
    child.kill('SIGTERM');
    tooLong = setTimeout(() => child.kill('SIGKILL'), endMs);
  };
  signal.addEventListener('abort', end, { once: true });
  if (signal.aborted) {
    end();
  }
  try {
    const [code]: unknown[] = await once(child, 'close');
    return typeof code === 'number' ? code : 128;
  } catch {
    // It could not be started at all.
    return 128;
  } finally {
    clearTimeout(tooLong);
    signal.removeEventListener('abort', end);
  }
}
