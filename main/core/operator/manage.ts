/** What managers, and the account that the kiosk runs under, do with operators. Part of the core. */
import { type Answer, answer, type InputOf, type Operator, problem } from '../../contract/public.ts';
import { actorOf, type Caller } from '../dispatch/caller.ts';
import type { Handlers } from '../dispatch/dispatch.ts';
import { changeWithAct } from './operator-acts.ts';
import { isSameName, makeOperatorId, type OperatorParts, refusePin, toName, toOperator } from './operator-parts.ts';
import {
  insertOperator,
  type OperatorRow,
  selectOperator,
  selectOperators,
  updateDisabled,
  updatePin,
  updateRecovery,
} from './operators-sql.ts';
import { makeRecoveryCode, readRecoveryCode } from './recovery-code.ts';

export type ManageHandlers = Pick<
  Handlers,
  'operator.list' | 'operator.add' | 'operator.disable' | 'operator.reset' | 'operator.recoveryCode'
>;

export interface ManageParts extends OperatorParts {
  /** An operator's PIN is another, or none: what was open under the old one is over. */
  readonly onChanged: (operatorId: string) => void;
  /** The code is another: tries of it begin anew. */
  readonly onNewCode: () => void;
}

/** Builds the operations. An act whose row cannot be written at once is done all the same: its row is owed. */
export function buildManageHandlers(parts: ManageParts): ManageHandlers {
  const { database } = parts;
  return {
    'operator.list': () => answer({ operators: selectOperators(database).map(toOperator) }),
    'operator.add': (caller, input) => add(parts, caller, input),
    'operator.disable': (caller, { id }) => disable(parts, caller, id),
    'operator.reset': (caller, input) => reset(parts, caller, input),
    'operator.recoveryCode': (caller) => renewCode(parts, caller),
  };
}

/** Whether somebody else whom the door shows is called so. */
function isTaken({ database }: OperatorParts, name: string, id?: string): boolean {
  return selectOperators(database).some(
    (other) => other.id !== id && other.disabled_at === null && isSameName(other.name, name),
  );
}

/** Runs a change with its row. */
function change<T>(
  parts: OperatorParts,
  caller: Caller,
  body: () => { readonly reason: string; readonly value: T } | undefined,
): T | undefined {
  return changeWithAct(parts, actorOf(caller), body);
}

async function add(parts: ManageParts, caller: Caller, input: InputOf<'operator.add'>): Promise<Answer<Operator>> {
  const { database, hash, clock } = parts;
  const { role, pin } = input;
  const name = toName(input.name);
  const refused = refusePin(pin) ?? (isTaken(parts, name) ? problem('conflict') : undefined);
  if (refused !== undefined) {
    return refused;
  }
  const hashed = await hash.make(pin);
  const id = makeOperatorId(parts);
  const made = change(parts, caller, () => {
    // Another may have been added while this PIN was hashed.
    if (isTaken(parts, name)) {
      return undefined;
    }
    insertOperator(database, { id, name, role, created_at: new Date(clock.now()).toISOString(), ...hashed });
    return { reason: `operator-add ${id} ${role}`, value: selectOperator(database, id) };
  });
  return made === undefined ? problem('conflict') : answer(toOperator(made));
}

function disable(parts: ManageParts, caller: Caller, id: string): Answer<Operator> {
  const { database, clock, onChanged } = parts;
  const found = selectOperator(database, id);
  if (found === undefined || found.disabled_at !== null) {
    return found === undefined ? problem('not-found') : answer(toOperator(found));
  }
  if (isLastManager(selectOperators(database), found)) {
    return problem('conflict');
  }
  const disabled = change(parts, caller, () => {
    updateDisabled(database, id, new Date(clock.now()).toISOString());
    return { reason: `operator-disable ${id}`, value: selectOperator(database, id) };
  });
  onChanged(id);
  return answer(toOperator(disabled ?? found));
}

/** Whether without this one no manager could unlock, or none would be left for the recovery code. */
function isLastManager(all: readonly OperatorRow[], found: OperatorRow): boolean {
  const others = all.filter(
    ({ id, role, disabled_at }) => role === 'manager' && disabled_at === null && id !== found.id,
  );
  const canUnlock = (row: OperatorRow) => toOperator(row).state === 'active';
  return found.role === 'manager' && (others.length === 0 || (canUnlock(found) && !others.some(canUnlock)));
}

async function reset(parts: ManageParts, caller: Caller, input: InputOf<'operator.reset'>): Promise<Answer<Operator>> {
  const { database, hash, onChanged } = parts;
  const { id, pin } = input;
  const found = selectOperator(database, id);
  if (found === undefined) {
    return problem('not-found');
  }
  const refused = refusePin(pin) ?? (isTaken(parts, found.name, id) ? problem('conflict') : undefined);
  if (refused !== undefined) {
    return refused;
  }
  const hashed = await hash.make(pin);
  const renewed = change(parts, caller, () => {
    if (isTaken(parts, found.name, id)) {
      return undefined;
    }
    updatePin(database, id, hashed);
    return { reason: `operator-reset ${id}`, value: selectOperator(database, id) };
  });
  onChanged(id);
  return renewed === undefined ? problem('conflict') : answer(toOperator(renewed));
}

async function renewCode(parts: ManageParts, caller: Caller): Promise<Answer<{ readonly code: string }>> {
  const { database, hash, clock, random, onNewCode } = parts;
  const code = makeRecoveryCode(random);
  const hashed = await hash.make(readRecoveryCode(code) ?? code);
  change(parts, caller, () => {
    updateRecovery(database, hashed, new Date(clock.now()).toISOString());
    return { reason: 'recovery-code', value: code };
  });
  onNewCode();
  return answer({ code });
}
