/**
 * The door of the HTTP host: the one function that the CLI and the Electron host start it through.
 * Runs in the HTTP host.
 */
import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Kiosk, Settings } from '../core/kiosk.ts';
import type { Logger, Random } from '../core/ports.ts';
import type { PerMinute } from './rate-limits.ts';
import { buildReplays } from './replays.ts';
import { buildLocalServer, buildPublicServer } from './server.ts';
import { explainListenError } from './start-error.ts';
import { countUnderWay } from './under-way.ts';

export { HttpStartError } from './start-error.ts';

/** How long calls that are under way at the end may still take, in milliseconds. */
const graceMs = 2_000;

/** Where to listen, as the configuration has it; port 0 takes any that is free. */
type Doors = Pick<Settings['http'], 'port' | 'bind'> & Partial<Settings['http']>;

export interface HttpOptions extends Doors {
  readonly kiosk: Kiosk;
  /** What the renderer was built into, an absolute path: `kiosk.html` and `assets/`. */
  readonly rendererFolder: string;
  readonly logger: Logger;
  /** For the launch token, the sessions and the key of their cookies. */
  readonly random?: Random;
  /** How often one address may ask. */
  readonly perMinute?: PerMinute;
}

/** A server that serves until it is closed. */
export interface HttpHost {
  /** Where the kiosk is: `http://127.0.0.1:<port>`, without a slash at the end. */
  readonly url: string;
  /** Opens the kiosk: the URL of the ready line. It lets in whoever has it: log it nowhere. */
  readonly launchUrl: string;
  /** Where other machines find the pages and the API, where they do. */
  readonly publicUrl?: string;
  /** Ends streams and idle connections at once, and calls that are under way within two seconds. */
  close(): Promise<void>;
}

/**
 * Starts serving: on loopback the kiosk, and off it a second door without the kiosk where `bind` says so. That one has
 * the port; the kiosk has the same where the addresses differ, and any free one beside a door on all addresses.
 * Throws an {@link HttpStartError}, in words, when an address or a port cannot be had.
 */
export async function startHttp(options: HttpOptions): Promise<HttpHost> {
  const { port, bind, tls, publicUrl, trustedProxies = [], random = { bytes: randomBytes } } = options;
  const replays = buildReplays(random, () => performance.now());
  const http = { trustedProxies, ...(tls && { tls }), ...(publicUrl !== undefined && { publicUrl }) };
  const parts = { ...options, http, random, replays };
  const isOpen = !isLoopbackName(bind);
  const { app, sessions, streams } = await buildLocalServer(parts);
  const local = await listen(app, isOpen ? '127.0.0.1' : bind, isWildcard(bind) ? 0 : port);
  const outside = isOpen
    ? await buildPublicServer(parts)
        .then((server) => listen(server.app, bind, port))
        .catch((error) => local.close().then(() => Promise.reject(error)))
    : undefined;
  const url = `http://${local.host}`;
  const found = publicUrl ?? findPublicUrl(outside, bind, tls !== undefined);
  return {
    url,
    launchUrl: `${url}/?launch=${sessions.launchToken}`,
    ...(found !== undefined && { publicUrl: found }),
    async close() {
      streams.endAll();
      await Promise.all([local.close(), outside?.close()]);
    },
  };
}

/** A server that listens. */
interface Listening {
  /** Address and port, as they stand in a URL. */
  readonly host: string;
  close(): Promise<void>;
}

async function listen(app: FastifyInstance, bind: string, port: number): Promise<Listening> {
  const underWay = countUnderWay(app);
  try {
    await app.listen({ port, host: bind });
  } catch (error) {
    await app.close();
    throw explainListenError(error, bind, port);
  }
  const address = app.server.address();
  const taken = typeof address === 'object' && address !== null ? address.port : 0;
  const name = bind === 'localhost' ? '127.0.0.1' : bind.replace(/^\[|\]$/g, '');
  return {
    host: `${name.includes(':') ? `[${name}]` : name}:${taken}`,
    async close() {
      const closed = app.close();
      await underWay.ended(graceMs);
      app.server.closeAllConnections();
      await closed;
    },
  };
}

function isLoopbackName(bind: string): boolean {
  return /^(localhost|127\..*|\[?::1\]?)$/i.test(bind);
}

function isWildcard(bind: string): boolean {
  return /^(0\.0\.0\.0|\[?[0:]+\]?)$/.test(bind);
}

/** Nobody reaches "all addresses" by that name: there the configuration must say one. */
function findPublicUrl(outside: Listening | undefined, bind: string, isSecure: boolean): string | undefined {
  return outside === undefined || isWildcard(bind) ? undefined : `${isSecure ? 'https' : 'http'}://${outside.host}`;
}
