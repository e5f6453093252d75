/** The one operator of a demonstration, whose PIN everybody may know: the banner shows it. Part of the core. */
import { transaction, type WriteDatabase } from '../db/database.ts';
import { insertOperator, selectOperator, updatePin } from './operators-sql.ts';
import { cost, type HashedSecret } from './secret-hash.ts';

const id = 'demo01';
const pin = '704218';

/** scrypt of the PIN under a salt of no secrecy: a start need not wait for it. */
const hashed: HashedSecret = {
  salt: Buffer.from('pravesh-demo-pin'),
  hash: Buffer.from('681368f30408c3b67ab09402965148f0b42f6b44826e43cd44e6a120a2776a7e', 'hex'),
  cost,
};

/** Makes the operator, or lets them in again: each demonstration begins anew. `at` is ISO 8601 in UTC. */
export function seedDemoOperator(database: WriteDatabase, at: string): void {
  transaction(database, () => {
    if (selectOperator(database, id) === undefined) {
      insertOperator(database, { id, name: 'Demo desk', role: 'manager', created_at: at, ...hashed });
    } else {
      updatePin(database, id, hashed);
    }
  });
}

/** The PIN, for as long as nobody has given the operator another. */
export function demoPinOf(database: WriteDatabase): string | undefined {
  const operator = selectOperator(database, id);
  const isTheirs = operator?.disabled_at === null && Buffer.from(operator.hash).equals(hashed.hash);
  return isTheirs ? pin : undefined;
}
