/**
 * The operations table: each operation once, in the module of those who call it. The IPC handlers, the preload bridge,
 * the HTTP routes, the OpenAPI document, the clients and the fakes of the tests are derived from it. One word an
 * operation in every layer.
 * Runs everywhere.
 */
import type * as z from 'zod/mini';
import { deskOperations } from './desk-operations.ts';
import { embedOperations } from './embed-operations.ts';
import { partyOperations } from './party-operations.ts';
import { visitorOperations } from './visitor-operations.ts';

export const operations = { ...visitorOperations, ...deskOperations, ...partyOperations, ...embedOperations };

export type Operations = typeof operations;

/** The name of an operation, as it stands in every layer. */
export type OperationName = keyof Operations;

/** The operations with one answer. */
export type CallName = { [N in OperationName]: Operations[N]['kind'] extends 'call' ? N : never }[OperationName];

/** The operations that push. */
export type StreamName = Exclude<OperationName, CallName>;

/** What a caller gives. */
export type InputOf<N extends CallName> = z.input<Operations[N]['input']>;

/** What a caller gets when all is well. */
export type OutputOf<N extends CallName> = z.output<Operations[N]['output']>;

/** What a listener gets. */
export type EventOf<N extends StreamName> = z.output<Operations[N]['event']>;

/** The names of the calls, for those who derive something from each. */
export const callNames = (Object.keys(operations) as OperationName[]).filter(
  (name): name is CallName => operations[name].kind === 'call',
);

/** The names of the streams. */
export const streamNames = (Object.keys(operations) as OperationName[]).filter(
  (name): name is StreamName => operations[name].kind === 'stream',
);
