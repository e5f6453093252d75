/**
 * How a terminal gets its first operator: `operator.begin` on its own screen, in the first minutes after a start and
 * while there is none; whoever could start it could have used the command line as well. Part of the core.
 */
import { type Answer, answer, type InputOf, type OutputOf, problem } from '../../contract/public.ts';
import { transaction } from '../db/database.ts';
import type { Clock } from '../ports.ts';
import { makeOperatorId, type OperatorParts, refusePin, toName, toOperator } from './operator-parts.ts';
import { insertOperator, selectOperator, selectOperators, updateRecovery } from './operators-sql.ts';
import { makeRecoveryCode, readRecoveryCode } from './recovery-code.ts';
import type { OpenSession } from './session-view.ts';

/** How long after its start a terminal may be set up on its screen, in milliseconds. */
const setUpMs = 15 * 60_000;

export interface Begin {
  /** Whether the first operator may be made on this screen now. */
  open(): boolean;
  run(callerId: string, input: InputOf<'operator.begin'>): Promise<Answer<OutputOf<'operator.begin'>>>;
}

export interface BeginParts extends OperatorParts {
  readonly clock: Clock;
  readonly openSession: OpenSession;
}

/** Builds it; the time begins now. */
export function buildBegin(parts: BeginParts): Begin {
  const { database, clock } = parts;
  const startedAt = clock.monotonic();
  const open = () => clock.monotonic() - startedAt < setUpMs && selectOperators(database).length === 0;
  return {
    open,
    async run(callerId, { name, pin }) {
      const refused = open() ? refusePin(pin) : problem('conflict');
      return refused ?? makeFirst(parts, callerId, toName(name), pin);
    },
  };
}

async function makeFirst(
  { database, hash, acts, clock, random, openSession }: BeginParts,
  callerId: string,
  name: string,
  pin: string,
): Promise<Answer<OutputOf<'operator.begin'>>> {
  const recoveryCode = makeRecoveryCode(random);
  const [hashedPin, hashedCode] = await Promise.all([
    hash.make(pin),
    hash.make(readRecoveryCode(recoveryCode) ?? recoveryCode),
  ]);
  const at = new Date(clock.now()).toISOString();
  const id = makeOperatorId({ database, random });
  const owed = transaction(database, () => {
    // Another window may have been quicker while this one was hashed.
    if (selectOperators(database).length > 0) {
      return undefined;
    }
    insertOperator(database, { id, name, role: 'manager', created_at: at, ...hashedPin });
    updateRecovery(database, hashedCode, at);
    return [`operator-add ${id} manager`, 'recovery-code', 'unlock'].map((reason) => acts.owe(id, reason));
  });
  const made = selectOperator(database, id);
  if (owed === undefined || made === undefined) {
    return problem('conflict');
  }
  if (!owed.every(acts.pay)) {
    return problem('log-unavailable');
  }
  openSession(callerId, made);
  return answer({ operator: toOperator(made), recoveryCode });
}
