/** Hands a request to the sandbox on a connection of its own, and brings back the whole answer, as bytes. For tests only. */
import { connect } from 'node:net';
import { lengthOf } from './whole-request.ts';

/** Rejects when the target ends before its answer is whole. */
export function askTarget(target: string, request: Buffer): Promise<Buffer> {
  const { hostname, port } = new URL(target);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    let answer = Buffer.alloc(0);
    socket.on('connect', () => socket.write(request));
    socket.on('data', (chunk: Buffer) => {
      answer = Buffer.concat([answer, chunk]);
      const length = lengthOf(answer);
      if (length !== undefined) {
        resolve(answer.subarray(0, length));
        socket.destroy();
      }
    });
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('the sandbox ended the connection before its answer was whole')));
  });
}
