/**
 * The calls as routes: what stands before them (CDN, key), the faults that wait for them, and the keys for their signature.
 * Runs in Node, wherever the sandbox runs.
 */
import type { IncomingMessage } from 'node:http';
import { buildCalls, type Call, callNames, callRoutes, type Service, type Twist } from './calls.ts';
import type { Outcome } from './fault-kinds.ts';
import type { FaultQueue } from './fault-queue.ts';
import { blocked, wrongKey } from './refusals.ts';
import { json, type Reply } from './reply.ts';
import { readJson } from './request-body.ts';
import type { Methods } from './router.ts';

/** Under which path the service lives, as it does at the real one. */
export const basePath = '/api';

/** Builds the routes of the service, by path and method. Without a key nobody is asked for one. */
export function buildWire(
  service: Service,
  faults: FaultQueue,
  apiKey: string | undefined,
): Readonly<Record<string, Methods>> {
  const calls = buildCalls(service);
  const keys: Methods = { GET: () => json(200, service.signer.jwks) };
  const wire: Record<string, Methods> = {
    '/.well-known/jwks.json': keys,
    [`${basePath}/.well-known/jwks.json`]: keys,
  };
  for (const name of callNames) {
    const { method, path } = callRoutes[name];
    wire[`${basePath}${path}`] = {
      [method]: (request): Outcome | Promise<Outcome> => {
        const fault = stopped(request, apiKey) ?? faults.take(name);
        if (fault === undefined) {
          return carryOut(calls[name], request, {});
        }
        return 'run' in fault ? fault.run((twist = {}) => carryOut(calls[name], request, twist)) : fault;
      },
    };
  }
  return wire;
}

/** What the CDN and the gateway answer before the service sees the request. */
function stopped(request: IncomingMessage, apiKey: string | undefined): Reply | undefined {
  if (!request.headers['user-agent']) {
    return blocked;
  }
  return apiKey !== undefined && request.headers['x-api-key'] !== apiKey ? wrongKey : undefined;
}

async function carryOut(call: Call, request: IncomingMessage, twist: Twist): Promise<Reply> {
  const { authorization } = request.headers;
  if (request.method === 'GET') {
    return call({ body: {}, authorization }, twist);
  }
  const body = await readJson(request);
  return 'refused' in body ? body.refused : call({ body: body.fields, authorization }, twist);
}
