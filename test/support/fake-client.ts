/**
 * A hand-made client for component tests: answers stand in queues, calls are written down, events are pushed by hand.
 */
import {
  type Answer,
  buildClient,
  type CallName,
  type Client,
  type EventOf,
  type OutputOf,
  type StreamName,
} from '../../main/contract/public.ts';

/** For each call the answers it will give, one after the other; a promise answers when the test lets it. */
export type FakeAnswers = {
  readonly [N in CallName]?: readonly (Answer<OutputOf<N>> | Promise<Answer<OutputOf<N>>>)[];
};

/** One call that was made. */
export interface FakeCall {
  readonly name: CallName;
  readonly input: unknown;
}

export interface FakeClient {
  readonly client: Client;
  /** All calls so far, oldest first. */
  readonly calls: readonly FakeCall[];
  /** Puts one more answer at the end of a call's queue. */
  push<N extends CallName>(name: N, answer: Answer<OutputOf<N>> | Promise<Answer<OutputOf<N>>>): void;
  /** Pushes an event to everybody who watches. */
  emit<N extends StreamName>(name: N, event: EventOf<N>): void;
  /** How many listeners a stream has. */
  listeners(name: StreamName): number;
}

/** Builds the fake. A call whose queue is empty throws a TypeError: the test has forgotten it. */
export function buildFakeClient(answers: FakeAnswers = {}): FakeClient {
  const queues = new Map<CallName, (Answer<unknown> | Promise<Answer<unknown>>)[]>();
  const watchers = new Map<StreamName, Set<(event: unknown) => void>>();
  const calls: FakeCall[] = [];
  const queueOf = (name: CallName) => {
    const queue = queues.get(name) ?? [...(answers[name] ?? [])];
    queues.set(name, queue);
    return queue;
  };
  const client = buildClient({
    call(name, input) {
      calls.push({ name, input });
      const next = queueOf(name).shift();
      if (next === undefined) {
        throw new TypeError(`the test has queued no (further) answer for ${name}`);
      }
      return Promise.resolve(next);
    },
    watch(name, onEvent) {
      const listeners = watchers.get(name) ?? new Set();
      watchers.set(name, listeners.add(onEvent));
      return () => listeners.delete(onEvent);
    },
  });
  return {
    client,
    calls,
    push: (name, answer) => queueOf(name).push(answer),
    emit: (name, event) => {
      for (const onEvent of watchers.get(name) ?? []) {
        onEvent(event);
      }
    },
    listeners: (name) => watchers.get(name)?.size ?? 0,
  };
}
