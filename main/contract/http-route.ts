/**
 * How an operation lies on HTTP: which fields stand in the path, in the query or in the body.
 * The server and the client of the faces both derive their half from here.
 * Runs everywhere.
 */
import type { HttpMethod } from './operation.ts';
import { type CallName, operations } from './operations.ts';

/** A request for one call; the body is the JSON value, undefined where there is none. */
export interface HttpCall {
  readonly method: HttpMethod;
  /** Path and query. */
  readonly target: string;
  readonly body?: Record<string, unknown>;
}

/** The fields of a path: `/a/{id}/b` has `id`. */
export function pathFields(path: string): string[] {
  return Array.from(path.matchAll(/\{(\w+)\}/g), (match) => match[1] ?? '');
}

/** Lays an input on HTTP: fields of the path there, the others in the body of a POST or the query of all else. */
export function toHttpCall(name: CallName, input: unknown): HttpCall {
  return layOnHttp(operations[name], input);
}

/** The same for an operation that is at hand: whoever calls a few need not know all. */
export function layOnHttp(
  { method, path }: { readonly method: HttpMethod; readonly path: string },
  input: unknown,
): HttpCall {
  const rest: Record<string, unknown> = { ...(input as Record<string, unknown>) };
  const target = path.replace(/\{(\w+)\}/g, (_whole, field: string) => {
    const value = rest[field];
    delete rest[field];
    return encodeURIComponent(String(value));
  });
  if (method === 'POST') {
    return { method, target, body: rest };
  }
  const query = new Map(Object.entries(rest).filter(([, value]) => value !== undefined));
  const text = Array.from(query, ([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(String(value))}`);
  return { method, target: text.length > 0 ? `${target}?${text.join('&')}` : target };
}
