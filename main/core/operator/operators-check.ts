/** What `health.get` says of the operators' door. Part of the core. */
import type { HealthCheck } from '../../contract/public.ts';
import type { ReadDatabase } from '../db/database.ts';
import { toOperator } from './operator-parts.ts';
import { selectOperators, selectRecovery } from './operators-sql.ts';

/** Looks at the door. @param sound whether PINs can be checked on this machine */
export function checkOperators(database: ReadDatabase, sound: boolean, demo: boolean): HealthCheck {
  const name = 'operators';
  const operators = selectOperators(database).map(toOperator);
  const count = (state: string) => operators.filter((operator) => operator.state === state).length;
  const detail = `${count('active')} can unlock, ${count('locked-out')} locked out`;
  const todo = findTodo({
    sound,
    none: operators.length === 0,
    lockedOut: count('locked-out') > 0,
    noCode: !demo && selectRecovery(database).hashed === undefined,
  });
  return todo === undefined ? { name, ok: true, detail } : { name, ok: false, detail, todo };
}

function findTodo(found: {
  readonly sound: boolean;
  readonly none: boolean;
  readonly lockedOut: boolean;
  readonly noCode: boolean;
}): string | undefined {
  if (!found.sound) {
    return 'PINs cannot be checked on this machine: use another build of the program. Visitors are served all the same.';
  }
  if (found.none) {
    return 'Add an operator: pravesh operator add, or start again and open the door within 15 minutes.';
  }
  if (found.lockedOut) {
    return 'A manager gives a new PIN to whoever is locked out.';
  }
  return found.noCode ? 'Make a recovery code and keep it on paper.' : undefined;
}
