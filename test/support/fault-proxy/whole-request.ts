/** Reads HTTP/1.1 requests off a connection, one whole request after the other, as bytes. For tests only. */
import type { Socket } from 'node:net';

const headEnd = Buffer.from('\r\n\r\n');

/** Calls back with each request: its head and its body, which has a Content-Length or none. */
export function onWholeRequest(socket: Socket, onRequest: (request: Buffer) => void): void {
  let pending = Buffer.alloc(0);
  socket.on('data', (chunk: Buffer) => {
    pending = Buffer.concat([pending, chunk]);
    for (let length = lengthOf(pending); length !== undefined; length = lengthOf(pending)) {
      const request = pending.subarray(0, length);
      pending = pending.subarray(length);
      onRequest(request);
    }
  });
}

/** The bytes of the first message, when it is there whole. */
export function lengthOf(bytes: Buffer): number | undefined {
  const head = bytes.indexOf(headEnd);
  if (head < 0) {
    return undefined;
  }
  const body = Number(/^content-length: *(\d+)/im.exec(bytes.toString('latin1', 0, head))?.[1] ?? 0);
  const length = head + headEnd.length + body;
  return bytes.length >= length ? length : undefined;
}
