/** Operators of a test's kiosk, made as the command line makes them, and what opens their pages. For tests only. */

import { join } from 'node:path';
import type { Answer, Client, InputOf, Operator, OperatorRole, OperatorSession } from '../../main/contract/public.ts';
import { openForReading, openForWriting } from '../../main/core/db/database.ts';
import type { Caller, Kiosk } from '../../main/core/kiosk.ts';

/** A PIN that the rules take, and one that is wrong. */
export const goodPin = '482915';
export const wrongPin = '591824';

/** The account that the kiosk runs under. */
export const localCaller: Caller = { kind: 'operator', id: 'local', local: true };

/** The value of an answer; a fault stops the test. */
export function readValue<T>(answered: Answer<T>): T {
  if (!answered.ok) {
    throw new TypeError(`the test expected a value, not ${JSON.stringify(answered.error)}`);
  }
  return answered.value;
}

/** Adds an operator; a reception named "Desk" unless told. */
export async function addOperator(kiosk: Kiosk, given: Partial<InputOf<'operator.add'>> = {}): Promise<Operator> {
  const input = { name: 'Desk', role: 'reception', pin: goodPin, ...given } as const;
  return readValue(await kiosk.client(localCaller)['operator.add'](input));
}

/** Makes an operator of this role and opens their page for a client. */
export async function unlockAs(kiosk: Kiosk, client: Client, role: OperatorRole): Promise<OperatorSession> {
  const { id } = await addOperator(kiosk, { name: `A ${role}`, role });
  return readValue(await client['operator.unlock']({ operator: id, pin: goodPin }));
}

/** Leaves an operator as ten wrong PINs do, without their waits. */
export function lockOut(data: string, id: string): void {
  const database = openForWriting(join(data, 'pravesh.db'));
  database.prepare('UPDATE operators SET failures = 10, last_failure_at = 0 WHERE id = ?').run(id);
  database.close();
}

/** The sizes of the log at which a head was signed. */
export function headsOf(data: string): unknown[] {
  const database = openForReading(join(data, 'pravesh.db'));
  const sizes = database.prepare('SELECT size FROM checkpoints ORDER BY size').pluck().all();
  database.close();
  return sizes;
}
