/**
 * What has been asked with an `Idempotency-Key` in the last ten minutes, so that a caller that lost an answer can ask
 * again without a second verification, SMS or row. It lives in memory and holds nothing of a person: of a body a keyed
 * hash, of an answer the fault or the verification's id; of the key, whatever somebody has put into it, a keyed hash too.
 * Runs in the HTTP host.
 */
import { createHmac } from 'node:crypto';
import { type Answer, answer, type Problem, problem } from '../contract/public.ts';
import type { Random } from '../core/ports.ts';
import type { Refusal } from './problems.ts';

/** How long a key is remembered, in milliseconds. */
const keptMs = 10 * 60_000;

/** Keys that are remembered at once; whoever has most of them loses the oldest first. */
const mostKeys = 10_000;

/** A call that came with a key. */
export interface KeyedCall {
  /** Caller, route and key as one text: each caller has keys of its own, and so has each route. */
  readonly name: string;
  /** Who the key counts for: a system, or all its pages together. */
  readonly holder: string;
  readonly input: unknown;
  /** Whether the answer is a verification, which is then asked for anew instead of being held. */
  readonly ofVerification: boolean;
  /** Makes the call. Never throws. */
  run(): Promise<Answer<unknown>>;
  /** Where the verification stands now. */
  get(id: string): Promise<Answer<unknown>>;
}

/** An answer, and whether an earlier call had it first. */
export type Replayed = { readonly replayed: boolean; readonly answer: Answer<unknown> | Refusal };

export interface Replays {
  /** Runs a call, or answers as the first of its name was answered; one that is under way is waited for. */
  once(call: KeyedCall): Promise<Replayed>;
}

type Outcome =
  | { readonly fault: Problem }
  | { readonly verification: string }
  // Of a call that makes no verification, such as the number of a declined consent's row.
  | { readonly value: unknown };

interface Known {
  readonly until: number;
  /** Of the body, a keyed hash. */
  readonly body: string;
  readonly outcome: Promise<Outcome>;
}

/**
 * Builds it.
 * @param monotonic milliseconds since some fixed moment
 */
export function buildReplays(random: Random, monotonic: () => number): Replays {
  const hashKey = random.bytes(32);
  const hash = (text: string) => createHmac('sha256', hashKey).update(text).digest('base64');
  // Of each holder in the order in which they came, which is also that in which they end.
  const holders = new Map<string, Map<string, Known>>();
  const keysOf = (holder: string) => {
    const known = holders.get(holder) ?? new Map<string, Known>();
    holders.set(holder, known);
    return known;
  };

  function forgetOld(): void {
    const now = monotonic();
    let size = 0;
    for (const [holder, known] of holders) {
      for (const [name, { until }] of known) {
        if (until > now) {
          break;
        }
        known.delete(name);
      }
      size += known.size;
      if (known.size === 0) {
        holders.delete(holder);
      }
    }
    if (size >= mostKeys) {
      forgetOldestOf(largest(holders.values()));
    }
  }

  async function runFirst({ holder, run, ofVerification }: KeyedCall, name: string, body: string): Promise<Replayed> {
    const { promise: outcome, resolve } = Promise.withResolvers<Outcome>();
    const entry = { until: monotonic() + keptMs, body, outcome };
    keysOf(holder).set(name, entry);
    const answered = await run();
    const made = toOutcome(answered, ofVerification);
    resolve(made);
    if (isWorthAnotherTry(made) && holders.get(holder)?.get(name) === entry) {
      holders.get(holder)?.delete(name);
    }
    return { replayed: false, answer: answered };
  }

  return {
    async once(call) {
      forgetOld();
      const [name, body] = [hash(call.name), hash(JSON.stringify(call.input))];
      const first = holders.get(call.holder)?.get(name);
      if (first === undefined) {
        return runFirst(call, name, body);
      }
      return { replayed: first.body === body, answer: first.body === body ? await repeat(call, first) : otherBody };
    },
  };
}

function largest(all: Iterable<Map<string, Known>>): Map<string, Known> {
  let most = new Map<string, Known>();
  for (const known of all) {
    most = known.size > most.size ? known : most;
  }
  return most;
}

function forgetOldestOf(known: Map<string, Known>): void {
  for (const name of known.keys()) {
    known.delete(name);
    return;
  }
}

/** 422 as the draft has it, section 2.7. */
const otherBody: Refusal = {
  ...problem('conflict', {
    message: 'This Idempotency-Key came with another body before: a new request takes a new key.',
  }),
  status: 422,
};

async function repeat(call: KeyedCall, { outcome }: Known): Promise<Answer<unknown>> {
  const made = await outcome;
  if ('fault' in made) {
    return { ok: false, error: made.fault };
  }
  return 'verification' in made ? call.get(made.verification) : answer(made.value);
}

function toOutcome(answered: Answer<unknown>, ofVerification: boolean): Outcome {
  if (!answered.ok) {
    return { fault: answered.error };
  }
  const { value } = answered;
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined;
  return ofVerification && typeof id === 'string' ? { verification: id } : { value };
}

/** A fault that says when to come again has done nothing: the same key may try then. */
function isWorthAnotherTry(made: Outcome): boolean {
  return 'fault' in made && (made.fault.retryAfterMs !== undefined || made.fault.code === 'too-many-requests');
}
