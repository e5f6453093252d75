/**
 * Who may call the upstream at all, and what a call leaves behind: breaker, pause, one bound on time, health.
 * Part of the core.
 */
import { type Answer, problem } from '../../contract/public.ts';
import { type AttemptParts, attemptCall, type CallPlan, givenUp, type Refusal } from './attempt.ts';
import { type Breaker, buildBreaker, type Pass } from './breaker.ts';
import { CallScope } from './call-scope.ts';
import { buildHealthKeeper, type HealthKeeper, verdictOf } from './upstream-health.ts';

export type ExchangeParts = Omit<AttemptParts, 'breaker' | 'keeper'>;

export interface Exchange extends Pick<HealthKeeper, 'health' | 'onHealth'> {
  /** Makes the call. Never throws; given up by the caller it answers `conflict`. */
  run<T>(plan: CallPlan<T>): Promise<Answer<T> | Refusal>;
  /** How many calls are under way. */
  underWay(): number;
}

/** A call with its retries and waits takes no longer than this, or than one attempt may take by the settings. */
const leastBoundMs = 25_000;

/** Builds the exchange with one upstream; it is the only one, so that breaker and pause know of every call. */
export function buildExchange(parts: ExchangeParts): Exchange {
  const { clock, logger } = parts;
  const { connectMs, headersMs, bodyMs } = parts.settings.timeouts;
  const boundMs = Math.max(leastBoundMs, connectMs + headersMs + bodyMs);
  const breaker = buildBreaker(clock);
  const keeper = buildHealthKeeper(clock, breaker);
  const attemptParts = { ...parts, breaker, keeper };
  let underWay = 0;

  return {
    health: keeper.health,
    onHealth: keeper.onHealth,
    underWay: () => underWay,
    run: async (plan) => {
      const pass = admit(plan, breaker, keeper);
      if (!('end' in pass)) {
        return pass;
      }
      const scope = new CallScope(clock, boundMs, plan.signal);
      underWay += 1;
      try {
        const outcome = await attemptCall(attemptParts, plan, scope);
        pass.end(verdictOf(outcome));
        keeper.note(plan.call, outcome);
        return outcome;
      } catch {
        // A mistake of ours. What was thrown may hold anything, so nothing of it is kept.
        pass.end('neither');
        logger.error('upstream call failed in this program', { call: plan.call, code: 'internal' });
        return problem('internal');
      } finally {
        underWay -= 1;
        scope.close();
      }
    },
  };
}

/** Leave for the call, or why it must not even begin. A pause keeps new visits away, not those that are under way. */
function admit({ call, signal }: CallPlan<unknown>, breaker: Breaker, keeper: HealthKeeper): Pass | Refusal {
  if (signal?.aborted) {
    return givenUp();
  }
  const pauseMs = call === 'generateOtp' ? keeper.pauseMs() : 0;
  if (pauseMs > 0) {
    return { ...problem('upstream-rate-limited', { retryAfterMs: pauseMs }), unsent: true };
  }
  const leave = breaker.enter();
  return 'waitMs' in leave
    ? { ...problem('upstream-unavailable', { retryAfterMs: leave.waitMs }), unsent: true }
    : leave;
}
