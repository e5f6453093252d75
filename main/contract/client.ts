/**
 * The one typed client of the faces, the CLI and the tests; a transport carries its words.
 * Runs everywhere.
 */
import type { Answer } from './errors.ts';
import {
  type CallName,
  type EventOf,
  type InputOf,
  type Operations,
  type OutputOf,
  operations,
  type StreamName,
} from './operations.ts';
import { visitorOperations } from './visitor-operations.ts';

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

/** What the visitor's page calls: it knows nothing of the rest, and loads nothing of it. */
export type VisitorClient = Pick<Client, keyof typeof visitorOperations>;

/** Builds the client over a transport. The core has parsed what it answers; the types say what that is. */
export function buildClient(transport: Transport): Client {
  return buildMethods(operations, transport) as unknown as Client;
}

/** Builds the client of the visitor's page. */
export function buildVisitorClient(transport: Transport): VisitorClient {
  return buildMethods(visitorOperations, transport) as unknown as VisitorClient;
}

/** The table says which names there are, and what is called by them. */
function buildMethods(table: Partial<Operations>, transport: Transport): Record<string, unknown> {
  const methods: Record<string, unknown> = {};
  for (const [name, { kind }] of Object.entries(table)) {
    methods[name] =
      kind === 'call'
        ? (input: unknown) => transport.call(name as CallName, input)
        : (onEvent: (event: unknown) => void) => transport.watch(name as StreamName, onEvent);
  }
  return methods;
}
