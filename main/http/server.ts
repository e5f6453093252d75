/**
 * The two HTTP servers as a table of contents: their limits, what every request passes, and their routes. The local one
 * is for the kiosk, and for whoever else asks on this machine; the public one has no route of the kiosk at all.
 * Runs in the HTTP host.
 */
import { createServer, type ServerOptions as ListenerLimits } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type FastifyInstance, type FastifyServerFactory, fastify } from 'fastify';
import { neverKept, pageHeaders, transportSecurity } from '../contract/public.ts';
import type { Kiosk, Settings } from '../core/kiosk.ts';
import type { Logger, Random } from '../core/ports.ts';
import { addArrivals } from './arrivals.ts';
import { addBrand } from './brand.ts';
import { addCalls } from './calls.ts';
import { addCors } from './cors.ts';
import { addEmbedPages } from './embed-pages.ts';
import { answerClientError, answerError } from './errors.ts';
import { addEventStreams, type EventStreams } from './event-streams.ts';
import { addJsonBody, mostBodyBytes } from './json-body.ts';
import { addMachineRoutes } from './machine.ts';
import { addMetrics } from './metrics.ts';
import { addOpenApi } from './openapi/routes.ts';
import { addPages } from './pages.ts';
import { addRateLimits, defaultPerMinute, type PerMinute, type RateLimits } from './rate-limits.ts';
import { addRefusals } from './refusals.ts';
import type { Replays } from './replays.ts';
import { nameRequest, requestIdHeader } from './request-ids.ts';
import type { Scope } from './request-policy.ts';
import { addSessions, type Sessions } from './sessions.ts';
import { addStaticFiles } from './static-files.ts';
import { addUnknownRoutes } from './unknown-routes.ts';

/**
 * How long a client may take, in milliseconds; whoever is slower is let go (slowloris). An idle connection outlives the
 * pause between two visitors, so that no page meets one that is just closing.
 */
const defaultPatience = { headers: 5_000, request: 10_000, keepAlive: 65_000, checkEvery: 2_000 };

/**
 * Connections at once. One kiosk needs a handful, other systems on this machine or a proxy some more. The public door
 * has a number of its own: when it is full, visitors at the terminal notice nothing.
 */
const mostConnections: Readonly<Record<Scope, number>> = { local: 512, public: 1_024 };

/** Longer than any identifier of the table, so that a wrong one is judged by the operation and not by the router. */
const longestPathField = 512;

/** The longest headers of a request, in bytes, all together. */
const mostHeaderBytes = 8 * 1024;

export interface ServerOptions {
  readonly kiosk: Kiosk;
  /** How other machines come here, as the configuration has it. */
  readonly http: Pick<Settings['http'], 'tls' | 'publicUrl' | 'trustedProxies'>;
  readonly rendererFolder: string;
  readonly logger: Logger;
  readonly random: Random;
  readonly replays: Replays;
  readonly patience?: typeof defaultPatience;
  readonly perMinute?: PerMinute;
}

/** A server that is not listening yet. */
export interface Server {
  readonly app: FastifyInstance;
}

export interface LocalServer extends Server {
  readonly sessions: Sessions;
  readonly streams: EventStreams;
}

/** Builds the server of this machine, where the kiosk is. */
export async function buildLocalServer(options: ServerOptions): Promise<LocalServer> {
  const { kiosk, http, rendererFolder, logger, random, replays } = options;
  const app = buildApp('local', options);
  const sessions = await addSessions(app, random);
  const door = { ...http, scope: 'local', secure: false } as const;
  addArrivals(app, { door, parties: kiosk.parties, kioskOf: sessions.kioskOf });
  const limits = await addGuards(app, options);
  addCalls(app, { kiosk, scope: 'local', limits, replays, logger });
  const streams = addEventStreams(app, kiosk);
  addMetrics(app, kiosk);
  await addSharedRoutes(app, options);
  addPages(app, rendererFolder, sessions);
  return { app, sessions, streams };
}

/** Builds the server of other machines; with a certificate it speaks TLS. */
export async function buildPublicServer(options: ServerOptions): Promise<Server> {
  const { kiosk, http, logger, replays } = options;
  const app = buildApp('public', options);
  const door = { ...http, scope: 'public', secure: http.tls !== undefined } as const;
  addArrivals(app, { door, parties: kiosk.parties });
  const limits = await addGuards(app, options);
  addCalls(app, { kiosk, scope: 'public', limits, replays, logger });
  await addSharedRoutes(app, options);
  return { app };
}

function buildApp(scope: Scope, { http, logger, patience = defaultPatience }: ServerOptions): FastifyInstance {
  const limits = {
    requestTimeout: patience.request,
    headersTimeout: patience.headers,
    keepAliveTimeout: patience.keepAlive,
    connectionsCheckingInterval: patience.checkEvery,
    maxHeaderSize: mostHeaderBytes,
  };
  const tls = scope === 'public' ? http.tls : undefined;
  const headers = {
    ...pageHeaders,
    'cache-control': neverKept,
    ...(tls === undefined ? {} : { 'strict-transport-security': transportSecurity }),
  };
  const app = fastify({
    bodyLimit: mostBodyBytes,
    genReqId: nameRequest,
    trustProxy: http.trustedProxies.length > 0 ? [...http.trustedProxies] : false,
    serverFactory: buildListener(limits, tls),
    routerOptions: { maxParamLength: longestPathField },
    clientErrorHandler: answerClientError,
    // An address that cannot be decoded comes here and passes no hook.
    frameworkErrors: (error, request, reply) => {
      reply.headers(headers).header(requestIdHeader, request.id);
      answerError(error, request, reply, logger);
    },
  });
  app.server.maxConnections = mostConnections[scope];
  app.setErrorHandler<Error & { code: string; statusCode?: number }>((error, request, reply) =>
    answerError(error, request, reply, logger),
  );
  // Every answer carries the headers of a page of ours.
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(headers).header(requestIdHeader, request.id);
    done();
  });
  return app;
}

/** The server underneath; TLS from version 1.2 on, as Node has it. */
function buildListener(limits: ListenerLimits, tls: Settings['http']['tls']): FastifyServerFactory {
  return (handler) =>
    tls === undefined
      ? createServer(limits, handler)
      : createTlsServer({ ...tls, ...limits, handshakeTimeout: limits.requestTimeout ?? 0 }, handler);
}

/** What a request passes between its arrival and its route. */
async function addGuards(app: FastifyInstance, { perMinute = defaultPerMinute }: ServerOptions): Promise<RateLimits> {
  addUnknownRoutes(app);
  await addCors(app);
  const limits = await addRateLimits(app, perMinute);
  addRefusals(app, limits);
  addJsonBody(app);
  return limits;
}

/** What both doors serve beside the calls. */
async function addSharedRoutes(app: FastifyInstance, { kiosk, http, rendererFolder }: ServerOptions): Promise<void> {
  addMachineRoutes(app, kiosk);
  await addStaticFiles(app, rendererFolder);
  addEmbedPages(app, rendererFolder, kiosk.parties);
  addBrand(app, kiosk);
  addOpenApi(app, { publicUrl: http.publicUrl, rendererFolder });
}
