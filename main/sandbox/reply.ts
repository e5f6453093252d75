/**
 * An HTTP answer as a value, and how it leaves.
 * Runs in Node, wherever the sandbox runs.
 */
import type { ServerResponse } from 'node:http';

/** Status, type and body of an answer, with what other headers it needs. */
export interface Reply {
  readonly status: number;
  readonly type: string;
  readonly body: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A JSON answer. */
export function json(status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status, type: 'application/json; charset=utf-8', body: JSON.stringify(value), headers };
}

/** An answer in plain text. */
export function plain(status: number, body: string): Reply {
  return { status, type: 'text/plain; charset=utf-8', body };
}

/** An answer as a web page; the text must be HTML already. */
export function html(status: number, title: string, content: string): Reply {
  const body = `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>${title}</title></head>\n<body>\n<h1>${title}</h1>\n${content}\n</body></html>\n`;
  return { status, type: 'text/html; charset=utf-8', body };
}

/** The headers of an answer, with the length of its body in bytes. */
export function headersOf(reply: Reply): Record<string, string | number> {
  return {
    'content-type': reply.type,
    'content-length': Buffer.byteLength(reply.body),
    'cache-control': 'no-store',
    ...reply.headers,
  };
}

/** Sends an answer as it should be sent: at once and whole. */
export function send(response: ServerResponse, reply: Reply): void {
  response.writeHead(reply.status, headersOf(reply));
  response.end(reply.body);
}

/** The body of an answer as text. */
export function textOf(reply: Reply): string {
  return typeof reply.body === 'string' ? reply.body : new TextDecoder().decode(reply.body);
}
