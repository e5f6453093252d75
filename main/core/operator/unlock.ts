/** `operator.unlock`: a PIN opens an operator's page. Part of the core. */
import { type Answer, type InputOf, type OperatorSession, problem, toLatinDigits } from '../../contract/public.ts';
import { transaction, type WriteDatabase } from '../db/database.ts';
import type { Clock } from '../ports.ts';
import type { OwedActs } from './operator-acts.ts';
import { refuseField } from './operator-parts.ts';
import { clearTries, countTry, type OperatorRow, selectOperator, selectOperators } from './operators-sql.ts';
import type { OpenSession } from './session-view.ts';
import type { Counter, Try, Verdict } from './tries.ts';
import { mostFailures, type Waits } from './waits.ts';

export interface UnlockParts {
  readonly database: WriteDatabase;
  readonly acts: OwedActs;
  readonly waits: Waits;
  readonly judge: (given: Try) => Promise<Verdict>;
  readonly openSession: OpenSession;
  readonly clock: Pick<Clock, 'now'>;
}

type Unlock = (callerId: string, input: InputOf<'operator.unlock'>) => Promise<Answer<OperatorSession>>;

/** Builds it. */
export function buildUnlock(parts: UnlockParts): Unlock {
  const { database, judge } = parts;
  const strangers = countStrangers();
  return async (callerId, { operator: wanted, pin: typed }) => {
    const pin = toLatinDigits(typed);
    if (!/^\d{6,12}$/.test(pin)) {
      // It cannot be the PIN of anybody: a slip of the hand and not a guess.
      return refuseField('pin', 'not-allowed');
    }
    const id = wanted ?? findOnly(database);
    if (id === undefined) {
      return refuseField('operator', 'missing');
    }
    const found = selectOperator(database, id);
    const known = found?.disabled_at === null ? found : undefined;
    if (known !== undefined && known.failures >= mostFailures) {
      return problem('locked-out');
    }
    const counter = known === undefined ? strangers : counterOf(parts, id);
    const verdict = await judge({ counter, secret: pin, hashed: known, operator: id, reason: 'unlock-failed' });
    if (verdict.is === 'right' && known !== undefined) {
      return enter(parts, callerId, known, verdict.owed);
    }
    return refuse(verdict, known);
  };
}

/** The one whom it must be, where there is only one. */
function findOnly(database: WriteDatabase): string | undefined {
  const [only, ...others] = selectOperators(database).filter(({ disabled_at }) => disabled_at === null);
  return others.length === 0 ? only?.id : undefined;
}

function counterOf({ database, clock }: UnlockParts, id: string): Counter {
  return {
    key: id,
    count() {
      countTry(database, id, clock.now());
      return selectOperator(database, id)?.failures ?? 0;
    },
  };
}

/** Tries of operators who are not there, or not any more, share one wait: nothing of theirs is kept. */
function countStrangers(): Counter {
  let failures = 0;
  return {
    key: 'stranger',
    count() {
      failures += 1;
      return failures;
    },
  };
}

/** The PIN was right; unless it was changed, or its operator disabled, while it was judged. */
function enter(
  { database, acts, waits, openSession }: UnlockParts,
  callerId: string,
  judged: OperatorRow,
  wrong: number,
): Answer<OperatorSession> {
  const owed = transaction(database, () => {
    const now = selectOperator(database, judged.id);
    if (now === undefined || now.disabled_at !== null || !Buffer.from(now.hash).equals(judged.hash)) {
      return undefined;
    }
    clearTries(database, judged.id);
    acts.forget(wrong);
    return acts.owe(judged.id, 'unlock');
  });
  if (owed === undefined) {
    acts.pay(wrong);
    return problem('unauthenticated');
  }
  waits.end(judged.id);
  return acts.pay(owed) ? openSession(callerId, judged) : problem('log-unavailable');
}

function refuse(verdict: Verdict, known: OperatorRow | undefined): Answer<never> {
  if (verdict.is === 'too-soon') {
    return problem('too-many-requests', { retryAfterMs: verdict.waitMs });
  }
  if (verdict.is === 'right' || known === undefined) {
    return problem('unauthenticated');
  }
  const attemptsLeft = mostFailures - verdict.failures;
  return attemptsLeft <= 0
    ? problem('locked-out')
    : problem('unauthenticated', { attemptsLeft, ...(verdict.waitMs > 0 && { retryAfterMs: verdict.waitMs }) });
}
