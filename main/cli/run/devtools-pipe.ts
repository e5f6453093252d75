/**
 * Speaks the Chrome DevTools Protocol over two pipes that the browser inherits (`--remote-debugging-pipe`): JSON, each
 * message ended by a zero byte. No port is opened, nobody else can reach it, and the browser ends when the pipes close.
 * Runs in Node, for the CLI.
 */
import type { Readable, Writable } from 'node:stream';

/** A message of the browser: the answer to a command, or an event. */
export type DevtoolsMessage = unknown;

export interface DevtoolsCommand {
  readonly method: string;
  readonly params?: object;
  readonly sessionId?: string;
}

export interface DevtoolsPipe {
  /** Sends a command; resolves with its result. Rejects when the browser refuses it; stays open when the browser ends. */
  call(command: DevtoolsCommand): Promise<unknown>;
}

/** Joins the pipes; `onEvent` gets each event of the browser, parsed. Errors of the pipes are the browser's end. */
export function openDevtoolsPipe(
  write: Writable,
  read: Readable,
  onEvent: (event: DevtoolsMessage) => void,
): DevtoolsPipe {
  const waiting = new Map<unknown, PromiseWithResolvers<unknown>>();
  let lastId = 0;
  let rest = '';
  read.setEncoding('utf8');
  read.on('data', (text: string) => {
    const parts = (rest + text).split('\0');
    rest = parts.pop() ?? '';
    for (const part of parts) {
      hear(JSON.parse(part));
    }
  });
  for (const pipe of [write, read]) {
    pipe.on('error', () => {});
  }

  function hear(message: DevtoolsMessage): void {
    const id = readField(message, 'id');
    const asked = waiting.get(id);
    if (asked === undefined) {
      onEvent(message);
      return;
    }
    waiting.delete(id);
    const result = readField(message, 'result');
    if (result === undefined) {
      asked.reject(new Error('the browser has refused a command'));
    } else {
      asked.resolve(result);
    }
  }

  return {
    call(command) {
      lastId += 1;
      const asked = Promise.withResolvers<unknown>();
      waiting.set(lastId, asked);
      write.write(`${JSON.stringify({ id: lastId, ...command })}\0`);
      return asked.promise;
    },
  };
}

/** The value at a path of names inside a message; undefined where there is none. */
export function readField(message: DevtoolsMessage, ...path: readonly string[]): unknown {
  let value = message;
  for (const name of path) {
    value =
      typeof value === 'object' && value !== null
        ? Object.entries(value).find(([key]) => key === name)?.[1]
        : undefined;
  }
  return value;
}

/** The text at a path of names inside a message; undefined where there is none. */
export function readText(message: DevtoolsMessage, ...path: readonly string[]): string | undefined {
  const value = readField(message, ...path);
  return typeof value === 'string' ? value : undefined;
}
