/** What the operations of operators share. Part of the core. */
import { type Answer, type Operator, problem } from '../../contract/public.ts';
import type { WriteDatabase } from '../db/database.ts';
import type { Clock, Random } from '../ports.ts';
import { makeShortId } from '../short-id.ts';
import type { OwedActs } from './operator-acts.ts';
import { type OperatorRow, selectOperator } from './operators-sql.ts';
import { judgePin } from './pin-rules.ts';
import type { SecretHash } from './secret-hash.ts';
import { mostFailures } from './waits.ts';

/** What changes of operators are made with. */
export interface OperatorParts {
  readonly database: WriteDatabase;
  readonly acts: OwedActs;
  readonly hash: SecretHash;
  readonly clock: Pick<Clock, 'now'>;
  readonly random: Random;
}

/** An operator without anything secret. */
export function toOperator({ id, name, role, failures, disabled_at, created_at }: OperatorRow): Operator {
  const state = disabled_at !== null ? 'disabled' : failures >= mostFailures ? 'locked-out' : 'active';
  return { id, name, role, state, since: created_at };
}

/** A new identifier: six letters and digits that say nothing. */
export function makeOperatorId({ database, random }: Pick<OperatorParts, 'database' | 'random'>): string {
  return makeShortId(random, 6, (id) => selectOperator(database, id) !== undefined);
}

/** A name as it is kept: in NFC, with single spaces. */
export function toName(given: string): string {
  return given.normalize('NFC').replace(/\s+/gu, ' ');
}

/** Whether two names look the same to whoever chooses one at the door. */
export function isSameName(one: string, other: string): boolean {
  const folded = (name: string) => name.normalize('NFKC').toLowerCase();
  return folded(one) === folded(other);
}

/** A field that is wrong, and why, in a word. */
export function refuseField(path: string, word: string): Answer<never> {
  return problem('invalid-input', { fields: [{ path, problem: word }] });
}

/** Why a new PIN is not taken, if so. */
export function refusePin(pin: string): Answer<never> | undefined {
  const fault = judgePin(pin);
  return fault === undefined ? undefined : refuseField('pin', fault);
}
