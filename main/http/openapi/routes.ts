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

/** One file as it is sent. */
interface File {
  readonly type: string;
  readonly body: Buffer;
  readonly etag: string;
}

function buildFile(type: string, text: string): File {
  const body = Buffer.from(text);
  return { type, body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"` };
}

function buildFiles({ publicUrl, rendererFolder }: OpenApiOptions) {
  const document = writeDocument(publicUrl);
  return {
    '/openapi.json': buildFile('application/json; charset=utf-8', JSON.stringify(document)),
    '/docs': buildFile('text/html; charset=utf-8', writeDocsPage(document, stylesheet)),
    [stylesheet]: buildFile('text/css; charset=utf-8', `${writeFontFaces(rendererFolder)}${style}`),
  } as const;
}

/** Adds `/openapi.json`, `/docs` and the stylesheet of the page. They are written when the first of them is asked for. */
export function addOpenApi(app: FastifyInstance, options: OpenApiOptions): void {
  let files: ReturnType<typeof buildFiles> | undefined;
  for (const path of ['/openapi.json', '/docs', stylesheet] as const) {
    app.get(path, (request, reply) => {
      files ??= buildFiles(options);
      const { type, body, etag } = files[path];
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
