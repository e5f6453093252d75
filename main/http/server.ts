/**
 * The HTTP server as a table of contents: its limits, what every request passes, and its routes.
 * Runs in the HTTP host.
 */
import { type FastifyInstance, fastify } from 'fastify';
import { neverKept, pageHeaders, problem } from '../contract/public.ts';
import type { Kiosk } from '../core/kiosk.ts';
import type { Logger, Random } from '../core/ports.ts';
import { addCalls } from './calls.ts';
import { answerClientError, answerError } from './errors.ts';
import { addEventStreams, type EventStreams } from './event-streams.ts';
import { addJsonBody, mostBodyBytes } from './json-body.ts';
import { addMachineRoutes } from './machine.ts';
import { addPages } from './pages.ts';
import { isForApi, sendRefusal } from './problems.ts';
import { refuseRequest } from './request-policy.ts';
import { addSessions, type Sessions } from './sessions.ts';
import { addUnknownRoutes } from './unknown-routes.ts';

/**
 * How long a client may take, in milliseconds; whoever is slower is let go (slowloris). An idle connection outlives the
 * pause between two visitors, so that no page meets one that is just closing.
 */
const defaultPatience = { headers: 5_000, request: 10_000, keepAlive: 65_000, checkEvery: 2_000 };

/** One kiosk needs a handful. */
const mostConnections = 256;

/** Longer than any identifier of the table, so that a wrong one is judged by the operation and not by the router. */
const longestPathField = 512;

export interface ServerOptions {
  readonly kiosk: Kiosk;
  readonly rendererFolder: string;
  readonly logger: Logger;
  readonly random: Random;
  readonly patience?: typeof defaultPatience;
}

/** A server that is not listening yet. */
export interface Server {
  readonly app: FastifyInstance;
  readonly sessions: Sessions;
  readonly streams: EventStreams;
}

/** Builds the server. */
export function buildServer(options: ServerOptions): Server {
  const { kiosk, rendererFolder, logger, random, patience = defaultPatience } = options;
  const app = fastify({
    bodyLimit: mostBodyBytes,
    requestTimeout: patience.request,
    keepAliveTimeout: patience.keepAlive,
    http: {
      headersTimeout: patience.headers,
      connectionsCheckingInterval: patience.checkEvery,
      maxHeaderSize: 8 * 1024,
    },
    routerOptions: { maxParamLength: longestPathField },
    clientErrorHandler: answerClientError,
    // An address that cannot be decoded comes here and passes no hook.
    frameworkErrors: (error, request, reply) => {
      reply.headers({ ...pageHeaders, 'cache-control': neverKept });
      answerError(error, request, reply, logger);
    },
  });
  app.server.maxConnections = mostConnections;
  app.setErrorHandler<Error & { code: string; statusCode?: number }>((error, request, reply) =>
    answerError(error, request, reply, logger),
  );
  addPolicy(app);
  addJsonBody(app);
  addUnknownRoutes(app);
  const sessions = addSessions(app, random);
  addCalls(app, kiosk, sessions);
  const streams = addEventStreams(app, kiosk, sessions);
  addMachineRoutes(app, kiosk);
  addPages(app, rendererFolder, sessions);
  return { app, sessions, streams };
}

/** Every answer carries the headers of a page of ours; what the policy refuses goes no further. */
function addPolicy(app: FastifyInstance): void {
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers({ ...pageHeaders, 'cache-control': neverKept });
    const { localAddress, localPort } = request.socket;
    const { headers } = request;
    const message = refuseRequest({ headers, localAddress, localPort, forApi: isForApi(request) });
    if (message === undefined) {
      done();
    } else {
      sendRefusal(request, reply, problem('forbidden', { message }));
    }
  });
}
