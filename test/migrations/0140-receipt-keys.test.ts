/** Step 140 on a log of the version before: its rows stay, and a key can be kept beside them. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openForWriting, transaction } from '../../main/core/db/database.ts';
import { migrate, versionOf } from '../../main/core/db/migrate.ts';
import {
  beginReceiptKey,
  bringBack,
  insertReceiptKey,
  selectReceiptKeys,
} from '../../main/core/receipts/receipt-keys-sql.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';

test('a log of before gets the table of receipt keys', () => {
  const database = openForWriting(join(makeTemporaryFolder(), 'pravesh.db'));
  migrate(database, 130);
  database.exec(
    `INSERT INTO entries (seq, id, at, site, terminal, purpose, channel, outcome, status, clock, leaf_hash)
     VALUES (1, 'id-1', '2026-06-15T04:30:00.000Z', 'hq', 'gate-1', 'employee', 'kiosk', 'admitted', 2, 'ok', zeroblob(32))`,
  );
  migrate(database, 140);
  expect(versionOf(database)).toBe(140);
  const [june, july] = ['2026-06-15T04:30:00.000Z', '2026-07-15T04:30:00.000Z'] as const;
  const publicKey = 'A'.repeat(43);
  transaction(database, () => insertReceiptKey(database, { generation: 1, publicKey, announcedAt: july }));
  transaction(database, () => beginReceiptKey(database, { generation: 1, since: july, shownUntil: july }));
  transaction(database, () => insertReceiptKey(database, { generation: 2, publicKey, announcedAt: july }));
  transaction(database, () => bringBack(database, june));
  expect(selectReceiptKeys(database)).toEqual([
    { generation: 2, publicKey, announcedAt: june, since: null, shownUntil: null },
    { generation: 1, publicKey, announcedAt: june, since: june, shownUntil: null },
  ]);
  transaction(database, () => beginReceiptKey(database, { generation: 2, since: june, shownUntil: july }));
  expect(selectReceiptKeys(database).map(({ shownUntil }) => shownUntil)).toEqual([null, july]);
  expect(() =>
    transaction(database, () => beginReceiptKey(database, { generation: 1, since: july, shownUntil: july })),
  ).toThrow(/0 rows where 1/);
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
  database.close();
});
