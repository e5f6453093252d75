/** A receiver of events: it answers as it is told, and keeps what came. For tests only. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';

export interface Receiver {
  readonly url: string;
  /** What it answers from now on. */
  status: number;
  /** The bodies that came, in their order. */
  readonly came: readonly string[];
  close(): Promise<void>;
}

/** Starts it on a free port of this machine. */
export async function startReceiver(status: number): Promise<Receiver> {
  const came: string[] = [];
  const server = createServer(async (request, response) => {
    came.push(await text(request));
    response.writeHead(receiver.status).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const receiver: Receiver = {
    url: `http://127.0.0.1:${port}/events`,
    status,
    came,
    async close() {
      const closed = once(server, 'close');
      server.closeAllConnections();
      server.close();
      await closed;
    },
  };
  return receiver;
}
