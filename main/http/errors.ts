/**
 * What becomes of everything that throws, and of bytes that are no HTTP: a problem that tells nothing of its cause.
 * Runs in the HTTP host.
 */
import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { neverKept, pageHeaders, problem, problemMediaType, toHttpProblem } from '../contract/public.ts';
import type { Logger } from '../core/ports.ts';
import { type Refusal, sendRefusal } from './problems.ts';
import { requestIdHeader } from './request-ids.ts';

/** What the framework refuses by itself, in words of ours: its own repeat parts of the input. */
const reasons: Readonly<Record<number, string>> = {
  400: 'The body must be one JSON value in UTF-8, and the address well formed.',
  413: 'The body is larger than any input can be.',
  415: 'The body must be JSON: send it with content-type application/json.',
};

function toRefusal({ statusCode = 500 }: FastifyError): Refusal {
  if (statusCode === 403 || statusCode === 404) {
    return problem('not-found', { message: 'There is nothing at this address.' });
  }
  if (statusCode >= 400 && statusCode < 500) {
    const message = reasons[statusCode];
    return { ...problem('invalid-input', message === undefined ? {} : { message }), status: statusCode };
  }
  return problem('internal');
}

/** Answers a request that threw. Only a mistake of ours is logged, by its kind alone. */
export function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply, logger: Logger): void {
  const refusal = toRefusal(error);
  if (refusal.error.code === 'internal') {
    const { id, routeOptions } = request;
    logger.error('http request failed', { request: id, route: routeOptions.url, error: error.name, code: error.code });
  }
  sendRefusal(request, reply, refusal);
}

/** What Node's parser says of a connection, as a line of status and words. */
function judgeBytes(code: string | undefined): {
  readonly status: number;
  readonly line: string;
  readonly message: string;
} {
  switch (code) {
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return { status: 408, line: '408 Request Timeout', message: 'The request did not come in time.' };
    case 'HPE_HEADER_OVERFLOW':
      return { status: 431, line: '431 Request Header Fields Too Large', message: 'The headers are too long.' };
    default:
      return { status: 400, line: '400 Bad Request', message: 'This is not a request of HTTP/1.1.' };
  }
}

/** Answers bytes that are no request, or come too slowly, and lets go of the connection. */
export function answerClientError(error: { readonly code?: string }, socket: Socket): void {
  // Whoever has not agreed on TLS would not understand an answer either.
  if (error.code === 'ECONNRESET' || error.code?.startsWith('ERR_SSL') === true || !socket.writable) {
    socket.destroy();
    return;
  }
  const { status, line, message } = judgeBytes(error.code);
  const id = randomUUID();
  const body = JSON.stringify(toHttpProblem(problem('invalid-input', { message }).error, status, id));
  const headers = {
    ...pageHeaders,
    [requestIdHeader]: id,
    'cache-control': neverKept,
    'content-type': problemMediaType,
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
  };
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  socket.end([`HTTP/1.1 ${line}`, ...head, '', body].join('\r\n'));
}
