/**
 * The shape of one line of the operations table.
 * Runs everywhere.
 */
import type * as z from 'zod/mini';
import type { ErrorCode } from './errors.ts';
import type { OperatorRole } from './operator.ts';

/** Who may be calling. `public` is anybody, also somebody unknown. */
export const callerKinds = ['public', 'kiosk', 'embed', 'party', 'operator'] as const;
export type CallerKind = (typeof callerKinds)[number];

export type HttpMethod = 'GET' | 'POST' | 'DELETE';

/** A question with one answer. */
export interface CallOperation<I extends z.ZodMiniType, O extends z.ZodMiniType> {
  readonly kind: 'call';
  readonly summary: string;
  /** Who may call it; `public` lets everybody in. */
  readonly callers: readonly CallerKind[];
  /** Of operators, those of this role alone; without it every operator. */
  readonly role?: OperatorRole;
  readonly method: HttpMethod;
  /** With `{name}` for the fields of the input that stand in the path. */
  readonly path: string;
  /** The HTTP status of success. */
  readonly success: 200 | 201;
  readonly input: I;
  readonly output: O;
  /** What it may answer beside the codes that every operation may: see `commonErrors`. */
  readonly errors: readonly ErrorCode[];
  /** Fields whose absence or wrong value has a code of its own; all else is `invalid-input`. */
  readonly fieldErrors?: Readonly<Record<string, ErrorCode>>;
  /** The longest body over HTTP, in bytes, where an input may be longer than most. */
  readonly mostBytes?: number;
  /** How long anybody may keep the answer over HTTP, in seconds; without it nobody keeps it. */
  readonly keptSeconds?: number;
  /** Whether asking twice changes no more than asking once. */
  readonly idempotent: boolean;
}

/** A stream of events until the listener leaves. */
export interface StreamOperation<E extends z.ZodMiniType> {
  readonly kind: 'stream';
  readonly summary: string;
  readonly callers: readonly CallerKind[];
  readonly method: 'GET';
  readonly path: string;
  readonly event: E;
}

/** What any operation may answer. */
export const commonErrors = [
  'invalid-input',
  'unauthenticated',
  'forbidden',
  'internal',
] as const satisfies ErrorCode[];

/** Declares a call, keeping its exact types. */
export function call<I extends z.ZodMiniType, O extends z.ZodMiniType>(
  operation: Omit<CallOperation<I, O>, 'kind'>,
): CallOperation<I, O> {
  return { kind: 'call', ...operation };
}

/** Declares a stream, keeping its exact types. */
export function stream<E extends z.ZodMiniType>(operation: Omit<StreamOperation<E>, 'kind'>): StreamOperation<E> {
  return { kind: 'stream', ...operation };
}
