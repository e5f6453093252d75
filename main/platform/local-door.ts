/**
 * The operator's door: a socket in the data folder through which commands of the same account reach the kiosk that
 * holds the lock. Whoever can open it could read and write the log itself; nobody else can (0600, in a folder of 0700).
 * Runs in Node, in every host. Windows has no sockets with such permissions, and no door.
 */
import { once } from 'node:events';
import { chmodSync, rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { type Answer, type CallName, callNames, problem } from '../contract/public.ts';

/** The longest path of a socket, in bytes, on Linux and macOS. */
const longestPath = 103;

/** The longest request or answer, in characters. */
const longestLine = 256 * 1024;

/** Where the door of a data folder is; undefined where there can be none. */
export function localDoorOf(data: string): string | undefined {
  const path = join(data, 'operator.sock');
  return process.platform === 'win32' || Buffer.byteLength(path) > longestPath ? undefined : path;
}

/** Runs a call for somebody at the door. */
export type CallLocally = (name: CallName, input: unknown) => Promise<Answer<unknown>>;

/**
 * Opens the door. The caller holds the lock of the data folder, so that a socket that is there is a dead one.
 * @returns closes it; where there can be no door, nothing is opened: the kiosk serves its visitors all the same
 */
export async function openLocalDoor(data: string, call: CallLocally): Promise<() => Promise<void>> {
  const path = localDoorOf(data);
  if (path === undefined) {
    return async () => {};
  }
  rmSync(path, { force: true });
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => socket.destroy());
    answerOne(socket, call);
  });
  try {
    server.listen(path);
    await once(server, 'listening');
    chmodSync(path, 0o600);
  } catch {
    // A file system without sockets, such as exFAT: commands then say that the kiosk must be stopped.
    server.close();
    return async () => {};
  }
  return async () => {
    const closed = once(server, 'close');
    server.close();
    for (const socket of open) {
      socket.destroy();
    }
    await closed;
    rmSync(path, { force: true });
  };
}

/** One line asks, one line answers. */
async function answerOne(socket: Socket, call: CallLocally): Promise<void> {
  const line = await readLine(socket);
  if (line !== undefined) {
    const { name, input } = readRequest(line);
    const answered = name === undefined ? problem('not-found') : await call(name, input);
    socket.end(`${JSON.stringify(answered)}\n`);
  }
}

function readRequest(line: string): { readonly name: CallName | undefined; readonly input: unknown } {
  const request: unknown = parseJson(line);
  const isRecord = typeof request === 'object' && request !== null;
  const wanted = isRecord && 'name' in request ? request.name : undefined;
  return {
    name: callNames.find((name) => name === wanted),
    input: isRecord && 'input' in request ? request.input : undefined,
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The first line; undefined when the other side leaves before its end, or says too much. */
async function readLine(socket: Socket): Promise<string | undefined> {
  let said = '';
  try {
    for await (const part of socket.setEncoding('utf8').iterator({ destroyOnReturn: false })) {
      said += part;
      const end = said.indexOf('\n');
      if (end >= 0) {
        return said.slice(0, end);
      }
      if (said.length > longestLine) {
        break;
      }
    }
  } catch {
    // It has left.
  }
  socket.destroy();
  return undefined;
}

/**
 * Asks at the door of a data folder.
 * @returns the answer as it came, or undefined when nobody is there
 */
export async function askLocalDoor(data: string, name: CallName, input: unknown): Promise<unknown> {
  const path = localDoorOf(data);
  if (path === undefined) {
    return undefined;
  }
  const socket = connect(path);
  try {
    await once(socket, 'connect');
  } catch {
    return undefined;
  }
  socket.write(`${JSON.stringify({ name, input })}\n`);
  const line = await readLine(socket);
  socket.destroy();
  return line === undefined ? undefined : parseJson(line);
}
