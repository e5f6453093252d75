/**
 * The pages for people: the launch URL, the kiosk, the desk of the operators, and their assets.
 * Runs in the HTTP host.
 */
import { join } from 'node:path';
import files from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { problem } from '../contract/public.ts';
import { sendProblemPage } from './problems.ts';
import type { Sessions } from './sessions.ts';

/** Where one who holds the launch URL is sent. */
const kioskPath = '/kiosk';

const howToLaunch = [
  'Open the address that Pravesh printed when it started: the line that begins with "pravesh ready".',
  'Each start makes a new address; an older one does not work any longer.',
];

function sendHowToLaunch(reply: FastifyReply): FastifyReply {
  return sendProblemPage(reply, problem('unauthenticated'), howToLaunch);
}

/** The pages by their paths, for those who hold a session. */
const pageFiles = { [kioskPath]: 'kiosk.html', '/operator': 'operator.html' } as const;

/** Adds the launch URL, the pages and the assets; `folder` (absolute) is what the renderer was built into. */
export function addPages(app: FastifyInstance, folder: string, sessions: Sessions): void {
  // The names of assets carry the hash of what they hold: a browser may keep them for good.
  app.register(files, {
    root: join(folder, 'assets'),
    prefix: '/assets/',
    index: false,
    dotfiles: 'deny',
    maxAge: '365d',
    immutable: true,
    suppressWarning: true,
  });
  app.get<{ Querystring: { launch?: unknown } }>('/', (request, reply) => {
    const { launch } = request.query;
    if (sessions.isLaunchToken(launch)) {
      return sessions.open(reply).redirect(kioskPath, 303);
    }
    const isKnown = launch === undefined && sessions.callerOf(request).kind === 'kiosk';
    return isKnown ? reply.redirect(kioskPath, 303) : sendHowToLaunch(reply);
  });
  for (const [path, file] of Object.entries(pageFiles)) {
    app.get(path, (request, reply) => {
      if (sessions.callerOf(request).kind !== 'kiosk') {
        return sendHowToLaunch(reply);
      }
      return reply.sendFile(file, folder, { cacheControl: false, etag: false, lastModified: false });
    });
  }
}
