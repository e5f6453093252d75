/**
 * Faults on their way out: problems for callers of the API, a page in words for people.
 * Runs in the HTTP host.
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Problem, problemMediaType, toHttpProblem } from '../contract/public.ts';
import { writeWordsPage } from './words-page.ts';

/** A fault with the HTTP status under which it is sent, where that is not the one of its code. */
export interface Refusal {
  readonly error: Problem;
  readonly status?: number;
}

/** Where programs read: the operations, the keys of receipts, and what describes both. */
const forPrograms = ['/api/', '/.well-known/', '/openapi.json'] as const;

/**
 * The path that a request leads to, as its route has it: the router understands `/%61pi/` as well. Where there is no
 * route, or the one of all preflights, the address as it was written.
 */
export function pathOf({ url, routeOptions }: Pick<FastifyRequest, 'url' | 'routeOptions'>): string {
  return routeOptions.url === undefined || routeOptions.url === '*' ? url : routeOptions.url;
}

/** Whether a request is meant for the API, whose callers read JSON; all else is for people. */
export function isForApi(request: Pick<FastifyRequest, 'url' | 'routeOptions'>): boolean {
  const path = pathOf(request);
  return forPrograms.some((start) => path.startsWith(start));
}

/** Sets what a status asks of its headers: `Retry-After` in whole seconds, and how a caller makes itself known. */
function setProblemHeaders(reply: FastifyReply, status: number, error: Problem): void {
  reply.code(status);
  if (error.retryAfterMs !== undefined) {
    reply.header('retry-after', String(Math.ceil(error.retryAfterMs / 1000)));
  }
  if (status === 401) {
    reply.header('www-authenticate', challengeFor(reply.request));
  }
}

/** On this machine one launches; from elsewhere, or with a credential that is nobody's, one needs a better credential. */
function challengeFor({ arrival }: FastifyRequest): string {
  const scheme = arrival?.scope === 'local' && !arrival.hasCredential ? 'Launch' : 'Bearer';
  return `${scheme} realm="pravesh"`;
}

/** Answers with a fault as RFC 9457 has it. */
export function sendProblem(reply: FastifyReply, { error, status }: Refusal): FastifyReply {
  const body = toHttpProblem(error, status, reply.request.id);
  setProblemHeaders(reply, body.status, error);
  // As bytes: to a text the framework adds a charset, which this media type does not have.
  return reply.type(problemMediaType).send(Buffer.from(JSON.stringify(body)));
}

/** Answers with a fault as a page of plain sentences; without any it says the fault's own message. */
export function sendProblemPage(
  reply: FastifyReply,
  { error, status }: Refusal,
  sentences: readonly string[] = [error.message],
): FastifyReply {
  const body = toHttpProblem(error, status);
  setProblemHeaders(reply, body.status, error);
  return reply.type('text/html; charset=utf-8').send(writeWordsPage(body.title, sentences));
}

/** Answers with a fault in the form that the reader of this request understands. */
export function sendRefusal(request: FastifyRequest, reply: FastifyReply, refusal: Refusal): FastifyReply {
  return isForApi(request) ? sendProblem(reply, refusal) : sendProblemPage(reply, refusal);
}
