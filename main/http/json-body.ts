/**
 * Bodies are JSON in UTF-8, and nothing else: a form of a foreign page cannot send that without asking first.
 * Runs in the HTTP host.
 */
import type { FastifyInstance } from 'fastify';

/** The longest body of a call for which the table says nothing; their largest input is far below. */
export const mostBodyBytes = 16 * 1024;

/** Makes JSON the only body; an empty one is none. Bodies that would reach into prototypes are refused. */
export function addJsonBody(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser<Buffer>('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    if (body.length === 0) {
      done(null, undefined);
      return;
    }
    let text: string;
    try {
      text = new TextDecoder('utf-8', { fatal: true }).decode(body);
    } catch {
      done(Object.assign(new Error('not UTF-8'), { statusCode: 400 }));
      return;
    }
    parse(request, text, done);
  });
}
