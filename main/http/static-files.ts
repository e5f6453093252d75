/**
 * The files of the built renderer that every page needs, and how the others are sent.
 * Runs in the HTTP host.
 */
import { join } from 'node:path';
import files from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** For pages: they are never kept, so that there is nothing to compare with. */
export const sentAsItIs = { cacheControl: false, etag: false, lastModified: false } as const;

/** Adds the assets, and `reply.sendFile`; `folder` (absolute) is what the renderer was built into. */
export async function addStaticFiles(app: FastifyInstance, folder: string): Promise<void> {
  // The names of assets carry the hash of what they hold: a browser may keep them for good.
  await app.register(files, {
    root: join(folder, 'assets'),
    prefix: '/assets/',
    index: false,
    dotfiles: 'deny',
    maxAge: '365d',
    immutable: true,
    suppressWarning: true,
  });
}
