/**
 * The pages for people who are not at the terminal: the embedded page inside the pages of a party, the same page on
 * the visitor's own phone, and the script of the element that makes the frame.
 * Runs in the HTTP host.
 */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { framedPageHeaders, keptShortly, PartyId, problem, sharedScriptHeaders } from '../contract/public.ts';
import type { PartyDoor } from '../core/kiosk.ts';
import { sendProblemPage } from './problems.ts';
import { sentAsItIs } from './static-files.ts';

const unknownParty = [
  'This page was opened for a system that may verify nobody here.',
  'Whoever runs that system finds its publishable id with "pravesh party list".',
];

/** An origin that can stand in a policy without being read as two, or as another directive. */
const plainOrigin = /^https?:\/\/[a-z0-9.:[\]-]+$/i;

/** Adds `/embed`, `/phone` and `/embed.js`; `folder` (absolute) is what the renderer was built into. */
export function addEmbedPages(app: FastifyInstance, folder: string, parties: PartyDoor): void {
  const sendPage = (reply: FastifyReply) => reply.sendFile('embed.html', folder, sentAsItIs);

  app.get<{ Querystring: { party?: unknown } }>('/embed', (request, reply) => {
    const party = PartyId.safeParse(request.query.party);
    const origins = party.success ? parties.originsOf(party.data) : undefined;
    if (origins === undefined) {
      return sendProblemPage(reply, problem('not-found'), unknownParty);
    }
    return sendPage(reply.headers(framedPageHeaders(origins.filter((origin) => plainOrigin.test(origin)))));
  });
  // Nobody frames it: what a phone shows is the visitor's own.
  app.get('/phone', (_request, reply) => sendPage(reply));
  app.get('/embed.js', (_request, reply) => {
    const headers = { ...sharedScriptHeaders, 'cache-control': keptShortly };
    return reply.headers(headers).sendFile('embed.js', folder, { cacheControl: false });
  });
}
