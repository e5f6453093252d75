/**
 * A fault as HTTP carries it: `application/problem+json` of RFC 9457, with the code of the answer beside its fields.
 * The server writes it and the client of the faces reads it.
 * Runs everywhere.
 */
import * as z from 'zod/mini';
import { errorCodes, type Problem, problemKinds } from './errors.ts';

/** The media type of RFC 9457. */
export const problemMediaType = 'application/problem+json';

const milliseconds = z.number().check(z.nonnegative());

/** The members of RFC 9457 (`type`, `title`, `status`, `detail`) and ours. */
export const HttpProblem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.enum(errorCodes),
  detail: z.string(),
  /** `urn:pravesh:request:<id>`, with the id of the answer's `X-Request-Id`. */
  instance: z.optional(z.string()),
  retryAfterMs: z.optional(milliseconds),
  attemptsLeft: z.optional(z.int()),
  fields: z.optional(z.array(z.object({ path: z.string(), problem: z.string() }))),
});
export type HttpProblem = z.infer<typeof HttpProblem>;

/**
 * Lays a fault on HTTP.
 * @param status where it is not the one of its code: 405, 413 and 415 are all `invalid-input`
 * @param requestId tells this occurrence from others; what it may be is checked by the server
 */
export function toHttpProblem(
  error: Problem,
  status: number = problemKinds[error.code].status,
  requestId?: string,
): HttpProblem {
  const { code, message, retryAfterMs, attemptsLeft, fields } = error;
  return {
    type: `urn:pravesh:problem:${code}`,
    title: problemKinds[code].title,
    status,
    code,
    detail: message,
    ...(requestId === undefined ? {} : { instance: `urn:pravesh:request:${requestId}` }),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    ...(attemptsLeft === undefined ? {} : { attemptsLeft }),
    ...(fields === undefined ? {} : { fields: [...fields] }),
  };
}

/** Reads a fault that came over HTTP; undefined when the body is none. */
export function fromHttpProblem(body: unknown): Problem | undefined {
  const parsed = HttpProblem.safeParse(body);
  if (!parsed.success) {
    return undefined;
  }
  const { code, detail, retryAfterMs, attemptsLeft, fields } = parsed.data;
  return {
    code,
    message: detail,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    ...(attemptsLeft === undefined ? {} : { attemptsLeft }),
    ...(fields === undefined ? {} : { fields }),
  };
}
