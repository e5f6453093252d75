/**
 * How often one address may ask. The kiosk's own page is never held up, and a party with its key is measured by its own
 * rate (in the core), wherever its server stands: this is for strangers, embedded pages and keys that are nobody's.
 * Runs in the HTTP host.
 */
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { problem } from '../contract/public.ts';
import type { Refusal } from './problems.ts';

/** Requests a minute from one address: an IPv4 address, or the 64 bits that one holder of IPv6 has. */
export interface PerMinute {
  readonly all: number;
  /** Pages that begin, phones that take up an invitation, consents that are declined. */
  readonly begun: number;
  /** Credentials that are nobody's. */
  readonly failed: number;
}

/** Many people may sit behind one address: an office, or a venue's network. */
export const defaultPerMinute: PerMinute = { all: 1_200, begun: 120, failed: 30 };

/** Counts a request, and says when it is one too many. */
export type Limit = (request: FastifyRequest) => Promise<Refusal | undefined>;

export type RateLimits = { readonly [name in keyof PerMinute]: Limit };

/**
 * Adds the limits; whoever needs one calls it. Each remembers the newest five thousand addresses: that is the library's
 * own bound, and what it forgets first was not seen for longest.
 */
export async function addRateLimits(app: FastifyInstance, perMinute: PerMinute): Promise<RateLimits> {
  await app.register(rateLimit, { global: false });
  const build = (max: number): Limit => {
    const count = app.createRateLimit({ max, timeWindow: 60_000 });
    return async (request) => {
      // Whoever has gone meanwhile has no address any longer.
      const counted = request.ip === undefined ? undefined : await count(request);
      return counted !== undefined && !counted.isAllowed && counted.isExceeded
        ? problem('too-many-requests', { retryAfterMs: counted.ttl })
        : undefined;
    };
  };
  return { all: build(perMinute.all), begun: build(perMinute.begun), failed: build(perMinute.failed) };
}

/** Whether the limit for all requests is for this one. */
export function isLimited({ arrival }: FastifyRequest): boolean {
  return (
    arrival !== undefined && (arrival.scope === 'public' || arrival.hasCredential) && arrival.caller.kind !== 'party'
  );
}
