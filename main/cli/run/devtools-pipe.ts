/**
 * Speaks the Chrome DevTools Protocol over two pipes that the browser inherits (`--remote-debugging-pipe`): JSON, each
 * message ended by a zero byte. No port is opened, nobody else can reach it, and the browser ends when the pipes close.
 * Runs in Node, for the CLI.
 */
import type { Readable, Writable } from 'node:stream';

/** A message of the browser: the answer to a command, or an event. */
export type DevtoolsMessage = unknown;

export interface DevtoolsPipe {
  /** Sends a command; what it answers comes in as a message with the same number. */
  send(command: { id: number; method: string; params?: object; sessionId?: string }): void;
}

/** Joins the pipes; `onMessage` gets each message of the browser, parsed. Errors of the pipes are the browser's end. */
export function openDevtoolsPipe(
  write: Writable,
  read: Readable,
  onMessage: (message: DevtoolsMessage) => void,
): DevtoolsPipe {
  let rest = '';
  read.setEncoding('utf8');
  read.on('data', (text: string) => {
    const parts = (rest + text).split('\0');
    rest = parts.pop() ?? '';
    for (const part of parts) {
      onMessage(JSON.parse(part));
    }
  });
  for (const pipe of [write, read]) {
    pipe.on('error', () => {});
  }
  return { send: (command) => void write.write(`${JSON.stringify(command)}\0`) };
}

/** The text at a path of names inside a message; undefined where there is none. */
export function readText(message: DevtoolsMessage, ...path: readonly string[]): string | undefined {
  let value: unknown = message;
  for (const name of path) {
    value =
      typeof value === 'object' && value !== null
        ? Object.entries(value).find(([key]) => key === name)?.[1]
        : undefined;
  }
  return typeof value === 'string' ? value : undefined;
}
