/** Step 130 on a log of the version before: its rows stay, and events for other systems can be kept beside them. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openForWriting, transaction } from '../../main/core/db/database.ts';
import { migrate, versionOf } from '../../main/core/db/migrate.ts';
import { insertEvent, selectNext } from '../../main/core/webhooks/outbox-sql.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';

test('a log of before gets the outbox', () => {
  const database = openForWriting(join(makeTemporaryFolder(), 'pravesh.db'));
  migrate(database, 120);
  database.exec(
    `INSERT INTO entries (seq, id, at, site, terminal, purpose, channel, outcome, status, clock, leaf_hash)
     VALUES (1, 'id-1', '2026-06-15T04:30:00.000Z', 'hq', 'gate-1', 'employee', 'api', 'admitted', 2, 'ok', zeroblob(32))`,
  );
  migrate(database, 130);
  expect(versionOf(database)).toBe(130);
  const event = { seq: 1, party: 'k3v9x2mq', txn: 'a-verification', nonce: 'n-1', toldOutcome: null, toldReason: null };
  transaction(database, () => insertEvent(database, event));
  expect(selectNext(database, 'k3v9x2mq')).toEqual({ ...event, attempts: 0 });
  expect(() => insertEvent(database, { ...event, seq: 2 })).toThrow(/FOREIGN KEY/);
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
  database.close();
});
