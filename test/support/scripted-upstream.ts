/** An upstream whose answers the test gives, one by one, when it likes. For tests only. */
import { type Answer, answer } from '../../main/contract/public.ts';
import type { StopSignal } from '../../main/core/ports.ts';
import type { Upstream } from '../../main/core/upstream/upstream.ts';

type Call = 'generateOtp' | 'confirmOtp' | 'readStatus';

/** One call that waits for its answer. */
export interface WaitingCall {
  readonly call: Call;
  readonly input: unknown;
  readonly signal: StopSignal | undefined;
  readonly reply: (reply: Answer<never> | Answer<unknown>) => void;
}

export interface ScriptedUpstream extends Upstream {
  /** All calls so far, oldest first. */
  readonly calls: readonly WaitingCall[];
  /** What calls are answered with at once, until told otherwise; undefined lets them wait for `reply`. */
  answers: Partial<Record<Call, Answer<unknown>>>;
}

/** A visit on which all goes well, with this status at its end. */
export function goodAnswers(status: 0 | 1 | 2): ScriptedUpstream['answers'] {
  return {
    generateOtp: answer({ txnId: 'txn-1' }),
    confirmOtp: answer({ token: 'token-1' }),
    readStatus: answer({ status, evidence: 'e'.repeat(64) }),
  };
}

/** Builds it. */
export function buildScriptedUpstream(): ScriptedUpstream {
  const calls: WaitingCall[] = [];
  const upstream: Pick<ScriptedUpstream, 'answers'> = { answers: goodAnswers(2) };
  /** The test is the one who says what comes back, so the type of the answer is whatever the caller expects. */
  const ask =
    <T>(call: Call) =>
    (input: unknown, signal?: StopSignal): Promise<Answer<T>> =>
      new Promise((resolve) => {
        const reply = resolve as (reply: Answer<unknown>) => void;
        calls.push({ call, input, signal, reply });
        const ready = upstream.answers[call];
        if (ready !== undefined) {
          reply(ready);
        }
      });
  return Object.assign(upstream, {
    calls,
    generateOtp: ask<{ txnId: string }>('generateOtp'),
    confirmOtp: ask<{ token: string }>('confirmOtp'),
    readStatus: ask<{ status: 0 | 1 | 2; evidence: string }>('readStatus'),
    health: () => ({ state: 'ok' as const }),
    onHealth: () => () => {},
    underWay: () => 0,
  });
}
