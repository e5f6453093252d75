/**
 * The door of the HTTP host: the one function that the CLI and the Electron host start it through.
 * Runs in the HTTP host.
 */
import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Kiosk } from '../core/kiosk.ts';
import type { Logger, Random } from '../core/ports.ts';
import { buildServer } from './server.ts';
import { explainListenError } from './start-error.ts';
import { countUnderWay } from './under-way.ts';

export { HttpStartError } from './start-error.ts';

/** How long calls that are under way at the end may still take, in milliseconds. */
const graceMs = 2_000;

export interface HttpOptions {
  readonly kiosk: Kiosk;
  /** 0 takes any port that is free. */
  readonly port: number;
  /** The address to listen on: `127.0.0.1`. */
  readonly bind: string;
  /** What the renderer was built into, an absolute path: `kiosk.html` and `assets/`. */
  readonly rendererFolder: string;
  readonly logger: Logger;
  /** For the launch token, the sessions and the key of their cookies. */
  readonly random?: Random;
}

/** A server that serves until it is closed. */
export interface HttpHost {
  /** `http://127.0.0.1:<port>`, without a slash at the end. */
  readonly url: string;
  /** Opens the kiosk: the URL of the ready line. It lets in whoever has it: log it nowhere. */
  readonly launchUrl: string;
  /** Ends streams and idle connections at once, and calls that are under way within two seconds. */
  close(): Promise<void>;
}

/** Starts serving. Throws an {@link HttpStartError}, in words, when the address or the port cannot be had. */
export async function startHttp(options: HttpOptions): Promise<HttpHost> {
  const { kiosk, port, bind, rendererFolder, logger } = options;
  const random = options.random ?? { bytes: (count: number) => randomBytes(count) };
  const { app, sessions, streams } = buildServer({ kiosk, rendererFolder, logger, random });
  const underWay = countUnderWay(app);
  try {
    await app.listen({ port, host: bind });
  } catch (error) {
    await app.close();
    throw explainListenError(error, bind, port);
  }
  const url = findUrl(app, bind);
  return {
    url,
    launchUrl: `${url}/?launch=${sessions.launchToken}`,
    async close() {
      streams.endAll();
      const closed = app.close();
      await underWay.ended(graceMs);
      app.server.closeAllConnections();
      await closed;
    },
  };
}

/** Where a browser of this machine finds the server; whoever listens everywhere also listens on loopback. */
function findUrl(app: FastifyInstance, bind: string): string {
  const address = app.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const host = ['0.0.0.0', '::', 'localhost'].includes(bind) ? '127.0.0.1' : bind;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
