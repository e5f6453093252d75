/**
 * The one typed client of the faces, the CLI and the tests; a transport carries its words.
 * Runs everywhere.
 */
import type { Answer } from './errors.ts';
import {
  type CallName,
  callNames,
  type EventOf,
  type InputOf,
  type OutputOf,
  type StreamName,
  streamNames,
} from './operations.ts';

/** Ends a subscription; calling it again does nothing. */
export type Unwatch = () => void;

/** What carries calls to the core: a function call, IPC or HTTP. It never throws; a fault is an answer. */
export interface Transport {
  call(name: CallName, input: unknown): Promise<Answer<unknown>>;
  watch(name: StreamName, onEvent: (event: unknown) => void): Unwatch;
}

type Calls = {
  [N in CallName]: (input: InputOf<N>) => Promise<Answer<OutputOf<N>>>;
};
type Streams = {
  [N in StreamName]: (onEvent: (event: EventOf<N>) => void) => Unwatch;
};

/** Every operation as a method under its own name: `client['verification.start'](input)`. */
export type Client = Calls & Streams;

/** Builds the client over a transport. The core has parsed what it answers; the types say what that is. */
export function buildClient(transport: Transport): Client {
  const methods: Record<string, unknown> = {};
  for (const name of callNames) {
    methods[name] = (input: unknown) => transport.call(name, input);
  }
  for (const name of streamNames) {
    methods[name] = (onEvent: (event: unknown) => void) => transport.watch(name, onEvent);
  }
  return methods as unknown as Client;
}
