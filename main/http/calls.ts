/**
 * The routes of the calls, generated from the operations table in one loop.
 * Runs in the HTTP host.
 */
import type { FastifyInstance, FastifyRequest, onRequestHookHandler } from 'fastify';
import { callNames, operations, problem } from '../contract/public.ts';
import type { Kiosk } from '../core/kiosk.ts';
import { mostBodyBytes } from './json-body.ts';
import { sendProblem } from './problems.ts';
import type { Sessions } from './sessions.ts';

/** The path of the table in the router's spelling: `/a/{id}` is `/a/:id`. */
export function toRoutePath(path: string): string {
  return path.replace(/\{(\w+)\}/g, ':$1');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Gathers an input from where HTTP has its fields: the body of a POST, the query of all else, and the path, which
 * wins. A body that is no object goes on as it is: the core says what is wrong with it.
 */
function readInput(request: FastifyRequest): unknown {
  const { method, params, query, body } = request;
  const given = method === 'POST' ? (body ?? {}) : query;
  return isRecord(given) && isRecord(params) ? { ...given, ...params } : given;
}

/** Adds one route for each call of the table. */
export function addCalls(app: FastifyInstance, kiosk: Kiosk, sessions: Sessions): void {
  // Before a long body is even read: nobody unknown has the terminal keep megabytes.
  const refuseStrangers: onRequestHookHandler = (request, reply, done) => {
    if (sessions.callerOf(request).kind === 'public') {
      sendProblem(reply, problem('unauthenticated'));
    } else {
      done();
    }
  };
  for (const name of callNames) {
    const operation = operations[name];
    const { method, path, success } = operation;
    const isLong = 'mostBytes' in operation;
    const kept = 'keptSeconds' in operation ? { 'cache-control': `public, max-age=${operation.keptSeconds}` } : {};
    app.route({
      method,
      url: toRoutePath(path),
      bodyLimit: isLong ? operation.mostBytes : mostBodyBytes,
      onRequest: isLong ? [refuseStrangers] : [],
      handler: async (request, reply) => {
        const answer = await kiosk.call(name, sessions.callerOf(request), readInput(request));
        return answer.ok ? reply.code(success).headers(kept).send(answer.value) : sendProblem(reply, answer);
      },
    });
  }
}
