/**
 * What pages of other systems may see: answers to their own calls, from the origins that their party has. Whether a
 * request is such a call has been judged when it arrived.
 * Runs in the HTTP host.
 */
import cors, { type FastifyCorsOptions } from '@fastify/cors';
import type { FastifyInstance } from 'fastify';

/** No cookie ever crosses: a party shows its credential in a header, or nothing. */
const shared: FastifyCorsOptions = {
  origin: true,
  methods: ['GET', 'HEAD', 'POST', 'DELETE'],
  allowedHeaders: ['authorization', 'content-type', 'idempotency-key', 'x-request-id'],
  exposedHeaders: ['retry-after', 'x-request-id', 'idempotent-replayed'],
  credentials: false,
  maxAge: 600,
};

const unshared: FastifyCorsOptions = { origin: false };

/** Adds the headers of CORS, and answers preflights; must be called after the arrivals are there. */
export async function addCors(app: FastifyInstance): Promise<void> {
  await app.register(cors, {
    delegator: (request, done) => done(null, request.arrival?.isShared === true ? shared : unshared),
  });
}
