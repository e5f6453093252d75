/**
 * The venue's own pictures, for the pages. Shown as pictures they run nothing; opened by themselves they may do no more.
 * Runs in the HTTP host, behind both doors.
 */
import type { FastifyInstance } from 'fastify';
import { brandHeaders, keptForGood } from '../contract/public.ts';
import type { Kiosk } from '../core/kiosk.ts';

/** Adds a route for each picture that there is. */
export function addBrand(app: FastifyInstance, { brandImages }: Pick<Kiosk, 'brandImages'>): void {
  for (const { path, mediaType, bytes } of brandImages) {
    app.get(path, (_request, reply) =>
      reply
        .headers({ ...brandHeaders, 'cache-control': keptForGood })
        .type(mediaType)
        .send(Buffer.from(bytes)),
    );
  }
}
