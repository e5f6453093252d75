/**
 * The name of each request: in `X-Request-Id`, in the problem that answers it, and in the diagnostic log.
 * Runs in the HTTP host.
 */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** The header that carries it, both ways. */
export const requestIdHeader = 'x-request-id';

/** No long row of digits: that could be somebody's number, and it goes into the diagnostic log. */
const callersOwn = /^(?!.*\d{10})[A-Za-z0-9._-]{1,64}$/;

/** The caller's own name for it where that can be shown, else a UUID. */
export function nameRequest({ headers }: Pick<IncomingMessage, 'headers'>): string {
  const given = headers[requestIdHeader];
  return typeof given === 'string' && callersOwn.test(given) ? given : randomUUID();
}
