/**
 * `operator.recover`: the recovery code opens the door for one operator, with a new PIN (docs/decisions/0010). Part of
 * the core.
 */
import { type Answer, type InputOf, type OperatorSession, problem } from '../../contract/public.ts';
import { transaction } from '../db/database.ts';
import { refuseField, refusePin, toOperator } from './operator-parts.ts';
import {
  countRecoveryTry,
  type OperatorRow,
  selectOperator,
  selectOperators,
  selectRecovery,
  updatePin,
  updateRecovery,
} from './operators-sql.ts';
import { readRecoveryCode } from './recovery-code.ts';
import type { HashedSecret, SecretHash } from './secret-hash.ts';
import type { OperatorSessions } from './sessions.ts';
import type { Counter } from './tries.ts';
import type { UnlockParts } from './unlock.ts';

/** The door of the one code of this terminal. */
export const recoveryKey = 'recovery';

export interface RecoverParts extends UnlockParts {
  readonly hash: SecretHash;
  readonly sessions: OperatorSessions;
}

type Recover = (callerId: string, input: InputOf<'operator.recover'>) => Promise<Answer<OperatorSession>>;

/** Builds it. */
export function buildRecover(parts: RecoverParts): Recover {
  const { database, judge, hash } = parts;
  return async (callerId, { operator: wanted, code: typed, pin }) => {
    const code = readRecoveryCode(typed);
    const named = findNamed(selectOperators(database), wanted);
    const refused = code === undefined ? refuseField('code', 'not-allowed') : refusePin(pin);
    if (code === undefined || refused !== undefined || named === undefined) {
      return refused ?? refuseField('operator', 'missing');
    }
    if (named.operator !== undefined && !named.mayRecover) {
      return refuseField('operator', 'not-a-manager');
    }
    const hashed = named.operator === undefined ? undefined : selectRecovery(database).hashed;
    const counter = buildCounter(parts);
    const verdict = await judge({ counter, secret: code, hashed, operator: named.id, reason: 'recover-failed' });
    if (verdict.is === 'too-soon') {
      return problem('too-many-requests', { retryAfterMs: verdict.waitMs });
    }
    if (verdict.is === 'wrong' || hashed === undefined) {
      const { waitMs } = verdict.is === 'wrong' ? verdict : { waitMs: 0 };
      return problem('unauthenticated', waitMs > 0 ? { retryAfterMs: waitMs } : {});
    }
    const newPin = await hash.make(pin);
    return enter(parts, callerId, { id: named.id, hashed, newPin, wrong: verdict.owed });
  };
}

/** Whom the code is to let in; undefined where that must be said. */
interface Named {
  readonly id: string;
  readonly operator: OperatorRow | undefined;
  /** A code works once: it is not spent on somebody who cannot make the next one while nobody else can. */
  readonly mayRecover: boolean;
}

function findNamed(all: readonly OperatorRow[], wanted: string | undefined): Named | undefined {
  const known = all.filter(({ disabled_at }) => disabled_at === null);
  const [only, ...others] = known;
  const id = wanted ?? (others.length === 0 ? only?.id : undefined);
  const operator = known.find((row) => row.id === id);
  const managerLeft = known.some((row) => row.role === 'manager' && toOperator(row).state === 'active');
  return id === undefined ? undefined : { id, operator, mayRecover: operator?.role === 'manager' || managerLeft };
}

function buildCounter({ database, clock }: RecoverParts): Counter {
  return {
    key: recoveryKey,
    count() {
      countRecoveryTry(database, clock.now());
      return selectRecovery(database).failures;
    },
  };
}

/** The code was right; unless another has taken its place, or it was used, while it was judged. */
function enter(
  { database, acts, waits, clock, sessions, openSession }: RecoverParts,
  callerId: string,
  found: { readonly id: string; readonly hashed: HashedSecret; readonly newPin: HashedSecret; readonly wrong: number },
): Answer<OperatorSession> {
  const { id, hashed, newPin, wrong } = found;
  const done = transaction(database, () => {
    const newest = selectRecovery(database).hashed;
    const operator = selectOperator(database, id);
    const isSpent = newest === undefined || !Buffer.from(newest.hash).equals(hashed.hash);
    if (isSpent || operator === undefined || operator.disabled_at !== null) {
      return undefined;
    }
    updatePin(database, id, newPin);
    updateRecovery(database, undefined, new Date(clock.now()).toISOString());
    acts.forget(wrong);
    return { operator, owed: acts.owe(id, 'recover') };
  });
  if (done === undefined) {
    acts.pay(wrong);
    return problem('unauthenticated');
  }
  waits.end(recoveryKey);
  waits.end(id);
  sessions.endAllOf(id);
  return acts.pay(done.owed) ? openSession(callerId, done.operator) : problem('log-unavailable');
}
