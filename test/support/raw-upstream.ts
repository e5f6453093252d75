/**
 * Servers on a loopback port that misbehave on purpose, one byte at a time: for the faults of trust.md.
 * For tests only.
 */
import { createServer as createHttpServer, type IncomingMessage, type RequestListener } from 'node:http';
import { createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import type { KeyedCertificate } from './certificates.ts';

/** A server that is listening. */
export interface RawUpstream {
  /** `http://127.0.0.1:<port>`, or `https:` where it speaks TLS. */
  readonly url: string;
  readonly port: number;
  /** How many connections were opened so far. */
  connections(): number;
  /** Drops every connection and stops listening. */
  close(): Promise<void>;
}

/** What a raw server does with the n-th connection, counted from 1. */
export type OnConnection = (socket: Socket, nth: number) => void;

/** Opens a TCP server; what it says and when is up to the callback. */
export async function openRawUpstream(onConnection: OnConnection): Promise<RawUpstream> {
  let count = 0;
  const server = createTcpServer((socket) => {
    count += 1;
    onConnection(socket, count);
  });
  return open(server, 'http', () => count);
}

/** Opens a TLS server; a client that does not like its certificate never reaches the callback. */
export async function openTlsUpstream(identity: KeyedCertificate, onConnection: OnConnection): Promise<RawUpstream> {
  let count = 0;
  const server = createTlsServer({ ...identity }, (socket) => {
    count += 1;
    onConnection(socket, count);
  });
  server.on('tlsClientError', () => undefined);
  return open(server, 'https', () => count);
}

/** Opens an ordinary HTTP server. */
export async function openHttpUpstream(listener: RequestListener): Promise<RawUpstream> {
  let count = 0;
  const server = createHttpServer(listener);
  server.on('connection', () => {
    count += 1;
  });
  return open(server, 'http', () => count);
}

/** Calls back with each whole request (head and body) that arrives on a raw connection. */
export function onRequest(socket: Socket, answer: (request: string) => void): void {
  let pending = '';
  socket.on('data', (chunk) => {
    pending += chunk.toString('utf8');
    const headEnd = pending.indexOf('\r\n\r\n');
    const length = Number(/content-length: (\d+)/i.exec(pending)?.[1] ?? 0);
    if (headEnd >= 0 && Buffer.byteLength(pending) >= headEnd + 4 + length) {
      const request = pending;
      pending = '';
      answer(request);
    }
  });
}

/** The bytes of an answer with a fitting Content-Length. */
export function rawAnswer(status: string, body: string, headers: readonly string[] = []): string {
  const length = `Content-Length: ${Buffer.byteLength(body)}`;
  return [`HTTP/1.1 ${status}`, length, ...headers, '', body].join('\r\n');
}

/** The whole body of a request to a node:http server. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(Buffer.from(chunk));
  }
  return Buffer.concat(chunks).toString('utf8');
}

async function open(server: Server, scheme: string, connections: () => number): Promise<RawUpstream> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') {
    throw new TypeError('a TCP server has a port');
  }
  return {
    url: `${scheme}://127.0.0.1:${address.port}`,
    port: address.port,
    connections,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) {
        socket.destroy();
      }
      await closed;
    },
  };
}
