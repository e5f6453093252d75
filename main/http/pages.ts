/**
 * The pages of the terminal itself: the launch URL, the kiosk and the desk of the operators.
 * Runs in the HTTP host, behind the local door alone.
 */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { problem } from '../contract/public.ts';
import { callerOf } from './arrivals.ts';
import { refuseOthers } from './outside.ts';
import { sendProblemPage } from './problems.ts';
import type { Sessions } from './sessions.ts';
import { sentAsItIs } from './static-files.ts';

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

/** Adds the launch URL and the pages; `folder` (absolute) is what the renderer was built into. */
export function addPages(app: FastifyInstance, folder: string, sessions: Sessions): void {
  app.get<{ Querystring: { launch?: unknown } }>('/', { onRequest: refuseOthers }, (request, reply) => {
    const { launch } = request.query;
    if (sessions.isLaunchToken(launch)) {
      return sessions.open(reply).redirect(kioskPath, 303);
    }
    const isKnown = launch === undefined && callerOf(request).kind === 'kiosk';
    return isKnown ? reply.redirect(kioskPath, 303) : sendHowToLaunch(reply);
  });
  for (const [path, file] of Object.entries(pageFiles)) {
    app.get(path, { onRequest: refuseOthers }, (request, reply) =>
      callerOf(request).kind === 'kiosk' ? reply.sendFile(file, folder, sentAsItIs) : sendHowToLaunch(reply),
    );
  }
}
