/**
 * A hand-made kiosk for the tests of the hosts: derived from the operations table, it parses and checks callers as the
 * core does, and answers from queues.
 */
import {
  type Answer,
  buildClient,
  type CallName,
  type KioskEvent,
  type OutputOf,
  operations,
  problem,
} from '../../main/contract/public.ts';
import type { Caller, Figures, Kiosk, PartyDoor } from '../../main/core/kiosk.ts';

type Reply<N extends CallName> = (input: unknown, caller: Caller) => Answer<OutputOf<N>> | Promise<Answer<OutputOf<N>>>;

/** What each call answers; one that is not given answers `internal`. */
export type FakeReplies = { readonly [N in CallName]?: Reply<N> };

export interface FakeKiosk extends Kiosk {
  /** The calls that got past the checks, oldest first. */
  readonly calls: readonly { readonly name: CallName; readonly caller: Caller; readonly input: unknown }[];
  emit(event: KioskEvent): void;
  listeners(): number;
  /** Resolves once the streams have so many listeners. */
  waitForListeners(count: number): Promise<void>;
  setReady(ready: boolean): void;
}

function refuse(name: keyof typeof operations, caller: Caller) {
  const callers: readonly string[] = operations[name].callers;
  if (callers.includes('public') || callers.includes(caller.kind)) {
    return undefined;
  }
  return problem(caller.kind === 'public' ? 'unauthenticated' : 'forbidden');
}

const noParties: PartyDoor = { callerOf: () => undefined, originsOf: () => undefined, isKnownOrigin: () => false };

const noFigures: Figures = {
  state: 'in-service',
  rows: { admitted: 0, referred: 0, refused: 0, declined: 0, 'not-verified': 0, fault: 0, act: 0 },
  faults: {},
  entries: 0,
  upstream: 'ok',
  openVisits: 0,
  calls: { made: 0, allowed: 100, seconds: 300 },
  freeBytes: 1,
  events: { waiting: 0, dead: 0 },
  clockIsPlausible: true,
  walBytes: 0,
  ages: {},
  callTimes: [],
  crashesOfDay: 0,
};

/** Builds the fake kiosk. */
export function buildFakeKiosk(replies: FakeReplies = {}, parties: PartyDoor = noParties): FakeKiosk {
  const calls: { name: CallName; caller: Caller; input: unknown }[] = [];
  const watchers = new Set<(event: KioskEvent) => void>();
  const waiting = new Set<() => void>();
  let isReady = true;
  const call: Kiosk['call'] = async (name, caller, input) => {
    const refusal = refuse(name, caller);
    if (refusal) {
      return refusal;
    }
    if (!operations[name].input.safeParse(input).success) {
      return problem('invalid-input', { fields: [{ path: 'id', problem: 'invalid' }] });
    }
    calls.push({ name, caller, input });
    const reply: Reply<CallName> | undefined = replies[name];
    return reply === undefined ? problem('internal') : reply(input, caller);
  };
  const tellWaiting = () => {
    for (const look of waiting) {
      look();
    }
  };
  const watch: Kiosk['watch'] = (name, caller, onEvent) => {
    const refusal = refuse(name, caller);
    if (refusal) {
      return refusal;
    }
    watchers.add(onEvent);
    tellWaiting();
    const unwatch = () => {
      watchers.delete(onEvent);
      tellWaiting();
    };
    return { ok: true, value: unwatch };
  };
  return {
    call,
    watch,
    parties,
    brandImages: [],
    client: (caller) =>
      buildClient({
        call: (name, input) => call(name, caller, input),
        watch: (name, onEvent) => {
          const watching = watch(name, caller, onEvent);
          return watching.ok ? watching.value : () => {};
        },
      }),
    ready: () => isReady,
    figures: () => noFigures,
    openVisits: () => 0,
    pageGone: async () => {},
    reportCrashes: () => {},
    crashesOver: () => {},
    noteCrash: () => {},
    close: async () => watchers.clear(),
    calls,
    emit: (event) => {
      for (const onEvent of watchers) {
        onEvent(event);
      }
    },
    listeners: () => watchers.size,
    waitForListeners: (count) =>
      new Promise((resolve) => {
        const look = () => {
          if (watchers.size === count) {
            waiting.delete(look);
            resolve();
          }
        };
        waiting.add(look);
        look();
      }),
    setReady: (ready) => {
      isReady = ready;
    },
  };
}
