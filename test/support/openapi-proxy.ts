/**
 * Prism between a caller and a real host: it holds each request and each answer to an OpenAPI document. For tests only.
 */
import { getHttpOperationsFromSpec } from '@stoplight/prism-http';
import { createServer } from '@stoplight/prism-http-server';
import { pino } from 'pino';
import type { OpenApiDocument, Schema } from '../../main/http/openapi/document-shape.ts';
import { mapEntries } from '../../main/http/openapi/schemas.ts';

export interface OpenApiProxy {
  /** Without a slash at the end. */
  readonly url: string;
  close(): Promise<void>;
}

/** The header in which Prism tells what it has found. */
export const violationsHeader = 'sl-violations';

/**
 * Starts it on a free port.
 * @param checksRequests whether requests are held to it as well: wrong ones then do not reach the host
 */
export async function startOpenApiProxy(
  document: OpenApiDocument,
  upstream: string,
  { checksRequests }: { readonly checksRequests: boolean },
): Promise<OpenApiProxy> {
  // Prism writes into what it is given.
  const operations = await getHttpOperationsFromSpec(JSON.parse(JSON.stringify(document)));
  const server = createServer(operations, {
    components: { logger: Object.assign(pino({ level: 'silent' }), { success: () => {} }) },
    cors: false,
    config: {
      isProxy: true,
      upstream: new URL(upstream),
      upstreamProxy: undefined,
      checkSecurity: checksRequests,
      validateRequest: checksRequests,
      validateResponse: true,
      errors: true,
      mock: { dynamic: false },
    },
  });
  return { url: await server.listen(0, '127.0.0.1'), close: () => server.close() };
}

/** The document with every answer closed: for callers it may gain fields, but today it has none that is not written down. */
export function closeAnswers(document: OpenApiDocument): OpenApiDocument {
  const { components } = document;
  return {
    ...document,
    components: { ...components, schemas: mapEntries(components.schemas, (_name, schema) => close(schema)) },
  };
}

function close(schema: Schema): Schema {
  const { properties, items, additionalProperties = false } = schema;
  const inner = (part: Schema | boolean) => (typeof part === 'boolean' ? part : close(part));
  return {
    ...schema,
    ...(properties === undefined
      ? {}
      : { additionalProperties, properties: mapEntries(properties, (_name, part) => inner(part)) }),
    ...(items === undefined || Array.isArray(items) ? {} : { items: inner(items) }),
  };
}
