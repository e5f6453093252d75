/**
 * Sends away what was refused when it arrived, and what comes too often. CORS has had its say before, so that a page of
 * a party can read why.
 * Runs in the HTTP host.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Refusal, sendRefusal } from './problems.ts';
import { isLimited, type RateLimits } from './rate-limits.ts';

/** Adds the hook; must be called after the arrivals and CORS. */
export function addRefusals(app: FastifyInstance, limits: RateLimits): void {
  app.addHook('onRequest', (request, reply, done) => {
    if (request.arrival?.refusal === undefined && !isLimited(request)) {
      done();
      return;
    }
    findRefusal(request, limits).then((refusal) => {
      if (refusal === undefined) {
        done();
      } else {
        sendRefusal(request, reply, refusal);
      }
    }, done);
  });
}

/** Whoever tries credentials is told so, and soon told to wait; one that is right is taken at any time. */
async function findRefusal(request: FastifyRequest, limits: RateLimits): Promise<Refusal | undefined> {
  const { arrival } = request;
  const tooMany = isLimited(request) ? await limits.all(request) : undefined;
  if (tooMany !== undefined || arrival?.refusal === undefined) {
    return tooMany;
  }
  const failed = arrival.refusal.error.code === 'unauthenticated' ? await limits.failed(request) : undefined;
  return failed ?? arrival.refusal;
}
