/**
 * Reads the JSON body of a request, within its limit.
 * Runs in Node, wherever the sandbox runs.
 */
import type { IncomingMessage } from 'node:http';
import { badRequest } from './refusals.ts';
import { json, type Reply } from './reply.ts';

/** The largest body that is read, in bytes. */
export const largestBody = 64 * 1024;

/** The fields of a JSON object, or the answer that says why there are none. */
export type Parsed = { readonly fields: Readonly<Record<string, unknown>> } | { readonly refused: Reply };

/**
 * Reads a body to its end. What is beyond the limit is thrown away unread,
 * so that the client has sent all of it and hears the answer.
 * Rejects when the client leaves before the end.
 */
export async function readJson(request: IncomingMessage): Promise<Parsed> {
  const bytes = await readBytes(request);
  if (bytes === undefined) {
    return { refused: json(413, { error: 'Payload Too Large' }) };
  }
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return isFields(value) ? { fields: value } : { refused: badRequest('the body must be a JSON object') };
  } catch {
    return { refused: badRequest('the body is not JSON') };
  }
}

/** Whether a value is a JSON object. */
export function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readBytes(request: IncomingMessage): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= largestBody) {
        chunks.push(chunk);
      }
    });
    request.on('end', () => resolve(size <= largestBody ? Buffer.concat(chunks) : undefined));
    request.on('error', reject);
  });
}
