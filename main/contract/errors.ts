/**
 * The closed union of error codes and how each one looks over HTTP.
 * Runs everywhere: it knows neither Node nor the DOM.
 */

/** HTTP status and English title of a problem; the title never names a person. */
export interface ProblemKind {
  readonly status: number;
  readonly title: string;
}

/** Every code an answer may carry, in the order of design.md. Switch over them exhaustively. */
export const problemKinds = {
  'invalid-input': { status: 400, title: 'The input is not valid' },
  'consent-required': { status: 422, title: 'Consent has not been given' },
  'consent-outdated': { status: 409, title: 'The consent notice has changed since it was shown' },
  'not-found': { status: 404, title: 'There is nothing here for this caller' },
  'person-unknown': { status: 422, title: 'The service knows nobody with this name and number' },
  'otp-wrong': { status: 422, title: 'The code is not right' },
  'otp-expired': { status: 422, title: 'The code has expired' },
  'otp-exhausted': { status: 422, title: 'The code was wrong too often' },
  'otp-too-soon': { status: 429, title: 'A new code cannot be sent yet' },
  'upstream-unavailable': { status: 503, title: 'The verification service does not answer' },
  'upstream-rate-limited': { status: 503, title: 'The verification service is busy' },
  'upstream-forbidden': { status: 502, title: 'The verification service does not accept this terminal' },
  'upstream-malformed': { status: 502, title: 'The verification service gave an answer that makes no sense' },
  'upstream-signature-invalid': { status: 502, title: 'The answer of the verification service is not authentic' },
  'log-unavailable': { status: 503, title: 'The entry log cannot be written' },
  'out-of-order': { status: 503, title: 'This terminal is out of order' },
  unauthenticated: { status: 401, title: 'The caller is not known' },
  forbidden: { status: 403, title: 'The caller may not do this' },
  'locked-out': { status: 403, title: 'Too many wrong attempts' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  conflict: { status: 409, title: 'This is not possible in the present state' },
  internal: { status: 500, title: 'The program made a mistake' },
} as const satisfies Record<string, ProblemKind>;

/** One of the codes of {@link problemKinds}. */
export type ErrorCode = keyof typeof problemKinds;

/** All codes, for schemas and tests. */
export const errorCodes = Object.keys(problemKinds) as [ErrorCode, ...ErrorCode[]];

/** What is wrong with one field of an input; `path` is dotted, `problem` is a stable word. */
export interface FieldProblem {
  readonly path: string;
  readonly problem: string;
}

/** A fault as every boundary carries it. The message names no person, number, code or token. */
export interface Problem {
  readonly code: ErrorCode;
  readonly message: string;
  /** How long to wait before it can work, in milliseconds. */
  readonly retryAfterMs?: number;
  /** With `otp-wrong`: how many tries are left. */
  readonly attemptsLeft?: number;
  /** With `invalid-input`: which fields and why. */
  readonly fields?: readonly FieldProblem[];
}

/** What every operation answers, over every transport. */
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Problem };

/** Wraps a value. */
export function answer<T>(value: T): Answer<T> {
  return { ok: true, value };
}

/** Wraps a fault; without a message it carries the title of its code. */
export function problem(
  code: ErrorCode,
  details: Omit<Problem, 'code' | 'message'> & { readonly message?: string } = {},
): { readonly ok: false; readonly error: Problem } {
  return { ok: false, error: { code, message: problemKinds[code].title, ...details } };
}

/** Whether a text is one of the codes. */
export function isErrorCode(text: unknown): text is ErrorCode {
  return typeof text === 'string' && Object.hasOwn(problemKinds, text);
}
