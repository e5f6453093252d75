/**
 * The routes of the document and of the page that explains it: made once, for anybody, and compared by their ETag.
 * Runs in the HTTP host.
 */
import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { writeDocument } from './document.ts';
import style from './page/docs.css?raw';
import { writeDocsPage } from './page/docs-page.ts';
import { writeFontFaces } from './page/font-faces.ts';

const stylesheet = '/docs.css';

/** Whoever keeps a copy asks each time whether it still holds: an update of the program is seen at once. */
const keptWhileSame = 'public, no-cache';

export interface OpenApiOptions {
  /** How other machines reach this one, without a slash at the end. */
  readonly publicUrl?: string | undefined;
  /** What the renderer was built into, an absolute path: its fonts are used where they are there. */
  readonly rendererFolder: string;
}

/** Adds `/openapi.json`, `/docs` and the stylesheet of the page. */
export function addOpenApi(app: FastifyInstance, { publicUrl, rendererFolder }: OpenApiOptions): void {
  const document = writeDocument(publicUrl);
  const files = {
    '/openapi.json': ['application/json; charset=utf-8', JSON.stringify(document)],
    '/docs': ['text/html; charset=utf-8', writeDocsPage(document, stylesheet)],
    [stylesheet]: ['text/css; charset=utf-8', `${writeFontFaces(rendererFolder)}${style}`],
  } as const;
  for (const [path, [type, text]] of Object.entries(files)) {
    const body = Buffer.from(text);
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
    app.get(path, (request, reply) => {
      reply.headers({ 'cache-control': keptWhileSame, etag });
      return isKnown(request.headers['if-none-match'], etag) ? reply.code(304).send() : reply.type(type).send(body);
    });
  }
}

/** Whether the caller has this very version (RFC 9110, section 13.1.2). */
function isKnown(ifNoneMatch: string | undefined, etag: string): boolean {
  const tags = (ifNoneMatch ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes(etag) || tags.includes('*');
}
