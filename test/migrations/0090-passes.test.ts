/** Step 90 on a log of the version before: its rows stay, and passes can be kept beside them. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openForWriting, transaction } from '../../main/core/db/database.ts';
import { migrate, versionOf } from '../../main/core/db/migrate.ts';
import { insertPass, insertRevocation, isRevoked, selectPass } from '../../main/core/passes/passes-sql.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';

test('a log of before gets the tables of passes', () => {
  const database = openForWriting(join(makeTemporaryFolder(), 'pravesh.db'));
  migrate(database, 80);
  database.exec(
    `INSERT INTO entries (seq, id, at, site, terminal, purpose, channel, outcome, status, clock, leaf_hash)
     VALUES (1, 'id-1', '2026-06-15T04:30:00.000Z', 'hq', 'gate-1', 'employee', 'kiosk', 'admitted', 2, 'ok', zeroblob(32))`,
  );
  migrate(database, 90);
  expect(versionOf(database)).toBe(90);
  const times = { issuedAt: '2026-06-15T04:30:00.000Z', expiresAt: '2026-06-15T16:30:00.000Z' };
  const pass = { seq: 1, entryId: 'id-1', purpose: 'employee', ...times };
  transaction(database, () => insertPass(database, pass));
  transaction(database, () => insertRevocation(database, pass));
  expect(selectPass(database, 1)).toEqual(pass);
  expect(isRevoked(database, 'id-1')).toBe(true);
  expect(() => transaction(database, () => insertPass(database, { ...pass, seq: 2, entryId: 'id-2' }))).toThrow(
    /FOREIGN KEY/,
  );
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
  database.close();
});
