/**
 * Stands between a kiosk and the sandbox and does its worst with one call: to the connection, to its TLS, to the bytes of
 * question and answer. All other calls pass as they are. For tests only.
 */
import { once } from 'node:events';
import { createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, type Server as TlsServer } from 'node:tls';
import type { KeyedCertificate } from '../certificates.ts';
import { askTarget } from './ask-target.ts';
import { onWholeRequest } from './whole-request.ts';

/** What the proxy does with a connection as soon as it is there, or with a question that it has read whole. */
export type Misdeed =
  | { readonly at: 'connection'; readonly run: (socket: Socket) => void }
  | { readonly at: 'request'; readonly run: (socket: Socket) => void }
  | { readonly at: 'answer'; readonly run: (socket: Socket, answer: Buffer) => void }
  /** Nobody listens. */
  | { readonly at: 'listening' }
  /** Another certificate is shown. */
  | { readonly at: 'certificate'; readonly identity: KeyedCertificate };

export interface FaultProxy {
  /** `http://127.0.0.1:<port>`, or `https://localhost:<port>` where it speaks TLS. */
  readonly url: string;
  /** From now on the next calls meet this; connections that are open end. */
  misbehave(misdeed: Misdeed): Promise<void>;
  /** All is well again. */
  behave(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens it on a free loopback port.
 * @param target the sandbox, `http://127.0.0.1:<port>`
 * @param identity makes it speak TLS
 */
export async function openFaultProxy(target: string, identity?: KeyedCertificate): Promise<FaultProxy> {
  const sockets = new Set<Socket>();
  let misdeed: Misdeed | undefined;
  const onSocket = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
    if (misdeed?.at === 'connection') {
      misdeed.run(socket);
      return;
    }
    onWholeRequest(socket, (request) => void serve(socket, request));
  };
  const serve = async (socket: Socket, request: Buffer): Promise<void> => {
    const planned = misdeed;
    if (planned?.at === 'request') {
      planned.run(socket);
      return;
    }
    const answer = await askTarget(target, request).catch(() => undefined);
    if (answer === undefined) {
      socket.destroy();
      return;
    }
    if (planned?.at === 'answer') {
      planned.run(socket, answer);
    } else {
      socket.write(answer);
    }
  };
  const server: Server | TlsServer =
    identity === undefined ? createTcpServer(onSocket) : createTlsServer({ ...identity }, onSocket);
  server.on('tlsClientError', () => {});
  const port = await listen(server, 0);
  const drop = (): void => {
    for (const socket of sockets) {
      socket.destroy();
    }
  };
  const stop = async (): Promise<void> => {
    const closed = once(server, 'close');
    server.close();
    drop();
    await closed;
  };
  const show = (shown: KeyedCertificate | undefined): void => {
    if (shown !== undefined && 'setSecureContext' in server) {
      server.setSecureContext({ ...shown });
    }
  };
  return {
    url: identity === undefined ? `http://127.0.0.1:${port}` : `https://localhost:${port}`,
    async misbehave(next) {
      misdeed = next;
      show(next.at === 'certificate' ? next.identity : undefined);
      drop();
      if (next.at === 'listening') {
        await stop();
      }
    },
    async behave() {
      const was = misdeed;
      misdeed = undefined;
      show(identity);
      drop();
      if (was?.at === 'listening') {
        await listen(server, port);
      }
    },
    async close() {
      if (server.listening) {
        await stop();
      }
    },
  };
}

async function listen(server: Server, port: number): Promise<number> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : port;
}
