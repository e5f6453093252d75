/**
 * What is said where there is no such route: 404, or 405 where only the method is wrong (RFC 9110, section 15.5.6).
 * Runs in the HTTP host.
 */
import type { FastifyInstance } from 'fastify';
import { problem } from '../contract/public.ts';
import { sendRefusal } from './problems.ts';

/** Must be called before the routes are added: it learns of each as it comes. */
export function addUnknownRoutes(app: FastifyInstance): void {
  const known: { methods: readonly string[]; pattern: RegExp }[] = [];
  app.addHook('onRoute', ({ method, url }) => {
    // The route of preflights stands for every path, and leads nowhere by itself.
    if (url === '*') {
      return;
    }
    const pattern = url.replace(/:\w+/g, '[^/]+').replace('*', '.*');
    known.push({ methods: [method].flat(), pattern: new RegExp(`^${pattern}$`) });
  });
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?', 1)[0] ?? '';
    const allowed = known.filter(({ pattern }) => pattern.test(path)).flatMap(({ methods }) => methods);
    if (allowed.length === 0 || allowed.includes(request.method)) {
      return sendRefusal(request, reply, problem('not-found', { message: 'There is nothing at this address.' }));
    }
    reply.header('allow', allowed.join(', '));
    const message = `This address takes ${allowed.join(', ')}.`;
    return sendRefusal(request, reply, { ...problem('invalid-input', { message }), status: 405 });
  });
}
