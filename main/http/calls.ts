/**
 * The routes of the calls, generated from the operations table in one loop.
 * Runs in the HTTP host.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest, onRequestHookHandler } from 'fastify';
import {
  type Answer,
  type CallName,
  callNames,
  operations,
  problem,
  VerificationSnapshot,
} from '../contract/public.ts';
import type { Kiosk } from '../core/kiosk.ts';
import type { Logger } from '../core/ports.ts';
import { callerOf } from './arrivals.ts';
import { readIdempotencyKey } from './idempotency-key.ts';
import { mostBodyBytes } from './json-body.ts';
import { isForOthers, refuseOthers, refuseOthersPages, refuseStrangers } from './outside.ts';
import { type Refusal, sendProblem } from './problems.ts';
import type { RateLimits } from './rate-limits.ts';
import type { Replays } from './replays.ts';
import type { Scope } from './request-policy.ts';

/** With these a page of ours begins: nobody else asks for them. */
const ofOurPages: readonly CallName[] = ['embed.begin', 'phone.accept'];

/** What somebody without a name can do often, and what costs something each time. */
const begun: readonly CallName[] = [...ofOurPages, 'consent.decline'];

export interface CallParts {
  readonly kiosk: Kiosk;
  /** The widest scope of this server's requests: what the outside never reaches has no route there. */
  readonly scope: Scope;
  readonly limits: RateLimits;
  readonly replays: Replays;
  readonly logger: Logger;
}

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
export function addCalls(app: FastifyInstance, parts: CallParts): void {
  for (const name of callNames) {
    const { method, path } = operations[name];
    if (parts.scope === 'local' || isForOthers(name)) {
      app.route({
        method,
        url: toRoutePath(path),
        bodyLimit: mostBytesOf(name) ?? mostBodyBytes,
        onRequest: guardsOf(name, parts.limits),
        handler: buildHandler(name, parts),
      });
    }
  }
}

function mostBytesOf(name: CallName): number | undefined {
  const operation = operations[name];
  return 'mostBytes' in operation ? operation.mostBytes : undefined;
}

/** What a request passes before its body is even read. */
function guardsOf(name: CallName, limits: RateLimits): onRequestHookHandler[] {
  return [
    ...(isForOthers(name) ? [] : [refuseOthers]),
    ...(mostBytesOf(name) === undefined ? [] : [refuseStrangers]),
    ...(ofOurPages.includes(name) ? [refuseOthersPages] : []),
    ...(begun.includes(name) ? [limitBegun(limits)] : []),
  ];
}

function limitBegun(limits: RateLimits): onRequestHookHandler {
  return (request, reply, done) => {
    if (callerOf(request).kind === 'kiosk') {
      done();
      return;
    }
    limits.begun(request).then((refusal) => {
      if (refusal === undefined) {
        done();
      } else {
        sendProblem(reply, refusal);
      }
    }, done);
  };
}

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;

function buildHandler(name: CallName, { kiosk, replays, logger }: CallParts): Handler {
  const operation = operations[name];
  const { method, success, output } = operation;
  const kept = 'keptSeconds' in operation ? { 'cache-control': `public, max-age=${operation.keptSeconds}` } : {};
  const ofVerification = output === VerificationSnapshot;
  const send = (request: FastifyRequest, reply: FastifyReply, answered: Answer<unknown> | Refusal) => {
    if ('value' in answered) {
      return reply.code(success).headers(kept).send(answered.value);
    }
    if (answered.error.code === 'internal') {
      logger.error('http call failed', { request: request.id, operation: name });
    }
    return sendProblem(reply, answered);
  };
  return async (request, reply) => {
    const caller = callerOf(request);
    const input = readInput(request);
    const run = () => kiosk.call(name, caller, input);
    const header = method === 'POST' ? request.headers['idempotency-key'] : undefined;
    if (header === undefined || (caller.kind !== 'party' && caller.kind !== 'embed')) {
      return send(request, reply, await run());
    }
    const key = readIdempotencyKey(String(header));
    if (key === undefined) {
      return sendProblem(reply, malformedKey);
    }
    const get = (id: string) => kiosk.call('verification.get', caller, { id });
    const holder = `${caller.kind}:${caller.party?.id ?? caller.id}`;
    const named = JSON.stringify([caller.kind, caller.id, request.url, key]);
    const { replayed, answer } = await replays.once({ name: named, holder, input, ofVerification, run, get });
    return send(request, replayed ? reply.header('idempotent-replayed', 'true') : reply, answer);
  };
}

const malformedKey = problem('invalid-input', {
  message: 'The Idempotency-Key header must be a string in quotes, 1 to 255 characters of ASCII, as a UUID is.',
});
