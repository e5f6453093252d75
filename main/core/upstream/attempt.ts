/**
 * The attempts of one call: rate budget, request, reading, log line, and the wait before the next where there is one.
 * Part of the core.
 */
import { type Answer, problem } from '../../contract/public.ts';
import type { UpstreamSettings } from '../config/settings.ts';
import {
  type Clock,
  type Fetch,
  type FetchAnswer,
  FetchFault,
  type FetchRequest,
  type Logger,
  type Random,
  type StopSignal,
} from '../ports.ts';
import type { Breaker } from './breaker.ts';
import type { CallScope } from './call-scope.ts';
import { codeByFault, codeOfAnswer } from './fault-table.ts';
import { timeOf } from './read-time.ts';
import { type AttemptResult, retryWait } from './retry.ts';
import { readRetryAfter } from './retry-after.ts';
import type { CallEnding, TimedCall } from './timed-call.ts';
import { type HealthKeeper, verdictOf } from './upstream-health.ts';
import type { UpstreamCall } from './wire.ts';

/** The rate budget; asked before every request of a visit, retries included. */
export interface Budget {
  /** Takes one request: 0 to go ahead, else how many milliseconds to wait. */
  spend(): number;
}

export interface AttemptParts {
  readonly settings: UpstreamSettings;
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  readonly budget: Budget;
  readonly breaker: Pick<Breaker, 'isOpen'>;
  readonly keeper: Pick<HealthKeeper, 'limited'>;
  /** Told of each request that has ended. */
  readonly onCall?: ((call: TimedCall) => void) | undefined;
  /** Told the upstream's time (milliseconds since 1970) with every answer that is one of its own. */
  readonly onTime?: ((time: number) => void) | undefined;
}

/** One call: what to send, and how to read the body of a 200. */
export interface CallPlan<T> {
  readonly call: UpstreamCall;
  readonly request: FetchRequest;
  readonly read: (body: Uint8Array) => Answer<T> | Promise<Answer<T>>;
  readonly signal: StopSignal | undefined;
}

/** An answer that is a fault. `unsent` where it is certain that the upstream saw nothing of the call. */
export type Refusal = Extract<Answer<never>, { ok: false }> & { readonly unsent?: true };

/** What a visitor is told after a 429 that does not say how long. */
const unsaidWaitMs = 60_000;

/** Makes the call until it is answered, or until another attempt would be unsafe, useless or too late. */
export async function attemptCall<T>(
  parts: AttemptParts,
  plan: CallPlan<T>,
  scope: CallScope,
): Promise<Answer<T> | Refusal> {
  const { budget, breaker, clock, random } = parts;
  for (let attempt = 1; ; attempt += 1) {
    const waitMs = budget.spend();
    if (waitMs > 0) {
      return { ...problem('upstream-rate-limited', { retryAfterMs: waitMs }), unsent: true };
    }
    const began = clock.monotonic();
    const result = await ask(parts.fetch, plan.request, scope);
    const reading = readResult(parts, plan, { result, scope });
    const read = reading instanceof Promise ? await reading : reading;
    const outcome = scope.ending === 'given-up' ? givenUp() : read;
    noteTime(parts, result, outcome);
    const ms = Math.round(clock.monotonic() - began);
    log(parts.logger, { call: plan.call, attempt, ms, ...whatCame(result, scope) }, outcome);
    parts.onCall?.({ call: plan.call, ending: endingOf(outcome, scope), ms, answered: 'status' in result });
    // An open breaker stops retries too; so the one trial call goes out once.
    const settled = outcome.ok || breaker.isOpen() || scope.ending !== undefined;
    const again = settled ? undefined : retryWait(plan.call, result, attempt, { now: clock.now(), random });
    if (again === undefined || again >= scope.remainingMs()) {
      return outcome;
    }
    await scope.wait(again);
    if (scope.ending === 'given-up') {
      return givenUp();
    }
  }
}

/** The caller has left and knows it; the code only has to be one that says nothing of the upstream. */
export function givenUp(): Refusal {
  return problem('conflict', { message: 'The call was given up' });
}

async function ask(fetch: Fetch, request: FetchRequest, scope: CallScope): Promise<AttemptResult> {
  try {
    return await scope.race(fetch({ ...request, signal: scope.signal }));
  } catch (error) {
    if (error instanceof FetchFault) {
      return error;
    }
    throw error;
  }
}

/** Reads what came. Only a signature takes time to be checked; a call that ends meanwhile has no answer. */
function readResult<T>(
  parts: AttemptParts,
  plan: CallPlan<T>,
  { result, scope }: { readonly result: AttemptResult; readonly scope: CallScope },
): Answer<T> | Refusal | Promise<Answer<T> | Refusal> {
  if (result instanceof FetchFault) {
    const refusal = problem(codeByFault[result.kind]);
    return result.sent ? refusal : { ...refusal, unsent: true };
  }
  if (result.status !== 200) {
    return readFault(parts, plan.call, result);
  }
  const read = plan.read(result.body);
  return read instanceof Promise ? scope.race(read).catch(endedMeanwhile) : read;
}

function endedMeanwhile(error: unknown): Refusal {
  if (error instanceof FetchFault) {
    return problem('upstream-unavailable');
  }
  throw error;
}

function readFault({ clock, keeper, settings }: AttemptParts, call: UpstreamCall, reply: FetchAnswer): Refusal {
  const code = codeOfAnswer(call, reply);
  const asked = readRetryAfter(reply.headers, clock.now());
  switch (code) {
    case 'otp-too-soon':
      return problem(code, { retryAfterMs: settings.otp.resendMs });
    case 'upstream-rate-limited': {
      const retryAfterMs = asked ?? unsaidWaitMs;
      keeper.limited(retryAfterMs, asked !== undefined);
      return problem(code, { retryAfterMs });
    }
    case 'upstream-unavailable':
      return problem(code, asked === undefined ? {} : { retryAfterMs: asked });
    default:
      return problem(code);
  }
}

function endingOf(outcome: Answer<unknown>, { ending }: CallScope): CallEnding {
  if (ending === 'given-up') {
    return ending;
  }
  return outcome.ok ? 'ok' : outcome.error.code;
}

/**
 * Only an answer that the upstream alone can give tells its time: a login page of the network may say anything. A status
 * whose signature is too old or too new is one: that is what a wrong clock makes of it.
 */
function noteTime({ onTime }: AttemptParts, result: AttemptResult, outcome: Answer<unknown>): void {
  const time = result instanceof FetchFault ? undefined : timeOf(result.headers);
  const isUnsure = !outcome.ok && outcome.error.code === 'upstream-signature-invalid';
  if (time !== undefined && (isUnsure || verdictOf(outcome) === 'well')) {
    onTime?.(time);
  }
}

type Came = { readonly status: number } | { readonly kind: string };

function whatCame(result: AttemptResult, scope: CallScope): Came {
  return result instanceof FetchFault ? { kind: scope.ending ?? result.kind } : { status: result.status };
}

type AttemptFields = { readonly call: UpstreamCall; readonly attempt: number; readonly ms: number };

/** Nothing of bodies, headers, tokens, codes, numbers or names: only what these few fields can hold. */
function log(logger: Logger, fields: AttemptFields & Came, outcome: Answer<unknown>): void {
  if (outcome.ok) {
    logger.info('upstream call', fields);
  } else {
    logger.warn('upstream call', { ...fields, code: outcome.error.code });
  }
}
