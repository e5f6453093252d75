#!/usr/bin/env node
/**
 * The entry of the CLI: joins the process (its streams, signals and exit code) to the commands.
 * Runs in Node, as `pravesh <command>`.
 */
import { describeCrash } from '../platform/describe-crash.ts';
import { type CommandIo, Crash, isCrash } from './command.ts';
import { commands } from './commands.ts';
import { dispatch } from './dispatch.ts';

/** Ends a stream's complaints: whoever read our output may leave before its end (`pravesh ... | head`). */
function bearClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') {
    throw error;
  }
}

/** Signals that come so close together (milliseconds) are one: npm and the terminal may both send it. */
const oneSignalMs = 1_000;

/** The first signal asks the command to end; a later one ends the process. */
function listenForSignals(stop: AbortController): void {
  let askedAt = 0;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (!stop.signal.aborted) {
        askedAt = performance.now();
        stop.abort();
      } else if (performance.now() - askedAt > oneSignalMs) {
        process.exit(2);
      }
    });
  }
}

/** How long the program may take to end after a mistake, in milliseconds. */
const orderlyEndMs = 5_000;

/**
 * A mistake outside of what the command waits for, also a promise that nobody looked at: it is said without the error's
 * own words, which may hold what a person typed, and the command ends in order. Node would exit with 1, "the answer is no".
 */
function endInOrderAfterMistake(stop: AbortController, io: CommandIo): void {
  process.on('uncaughtException', (error) => {
    io.err(`pravesh: ${describeCrash(error)}`);
    stop.abort(new Crash(error));
    setTimeout(() => process.exit(2), orderlyEndMs).unref();
  });
}

/** The bootstrap in build/ holds a channel to us: it closes when the bootstrap dies, however, and we end with it. */
function endWithStarter(stop: AbortController): void {
  process.once('disconnect', () => stop.abort());
  // Listening alone must not keep the process alive.
  process.channel?.unref();
}

/** Words for what the system refused (a file, a port); of a programming mistake its name and its places. */
function describeFault(error: unknown): string {
  return error instanceof Error && 'syscall' in error ? error.message : describeCrash(error);
}

function flush(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => stream.write('', () => resolve()));
}

async function main(): Promise<void> {
  const stop = new AbortController();
  const io: CommandIo = {
    out: (line) => void process.stdout.write(`${line}\n`),
    err: (line) => void process.stderr.write(`${line}\n`),
    signal: stop.signal,
  };
  process.stdout.on('error', bearClosedPipe);
  process.stderr.on('error', bearClosedPipe);
  listenForSignals(stop);
  endWithStarter(stop);
  endInOrderAfterMistake(stop, io);
  let code = 2;
  try {
    code = await dispatch(process.argv.slice(2), commands, io);
  } catch (error) {
    io.err(`pravesh: ${describeFault(error)}`);
  }
  await Promise.all([flush(process.stdout), flush(process.stderr)]);
  process.exit(isCrash(stop.signal) ? 2 : code);
}

await main();
