/**
 * What machines ask: whether the process lives, and whether it can serve visitors. Neither needs the cookie.
 * Runs in the HTTP host.
 */
import type { FastifyInstance } from 'fastify';
import type { Kiosk } from '../core/kiosk.ts';

/** Adds `GET /healthz` and `GET /readyz`. */
export function addMachineRoutes(app: FastifyInstance, kiosk: Kiosk): void {
  app.get('/healthz', async () => ({ ok: true }));
  app.get('/readyz', async (_request, reply) => {
    const ok = kiosk.ready();
    return reply.code(ok ? 200 : 503).send({ ok });
  });
}
