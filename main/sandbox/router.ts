/**
 * From a request to its handler: path, method, and what becomes of mistakes.
 * Runs in Node, wherever the sandbox runs.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Pace } from './deliveries.ts';
import type { Outcome } from './fault-kinds.ts';
import { json, send } from './reply.ts';

export type Handler = (request: IncomingMessage, query: URLSearchParams) => Outcome | Promise<Outcome>;

/** The handlers of one path. */
export type Methods = Readonly<Partial<Record<string, Handler>>>;

/** Builds the listener of the server; `now`, in milliseconds since 1970, is the time that its answers tell. An unknown path gets 404, a wrong method 405; a client that leaves gets nothing. */
export function buildListener(
  routes: Readonly<Record<string, Methods>>,
  pace: Pace,
  now: () => number,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const byPath = new Map(Object.entries(routes));
  return async (request, response) => {
    response.setHeader('date', new Date(now()).toUTCString());
    try {
      const outcome = await answer(byPath, request);
      if (typeof outcome === 'function') {
        outcome(response, pace);
      } else {
        send(response, outcome);
      }
    } catch {
      // The client left in the middle, which nobody hears, or the sandbox made a mistake, which everybody should.
      if (response.headersSent || request.socket.destroyed) {
        response.destroy();
      } else {
        send(response, json(500, { error: 'The sandbox made a mistake' }));
      }
    }
  };
}

function answer(routes: ReadonlyMap<string, Methods>, request: IncomingMessage): Outcome | Promise<Outcome> {
  const [path = '', query = ''] = (request.url ?? '').split('?', 2);
  const methods = routes.get(path);
  if (methods === undefined) {
    return json(404, { error: 'Not Found' });
  }
  const handler = methods[request.method ?? ''];
  if (handler === undefined) {
    return json(405, { error: 'Method Not Allowed' }, { allow: Object.keys(methods).join(', ') });
  }
  return handler(request, new URLSearchParams(query));
}
