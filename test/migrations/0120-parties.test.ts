/** Step 120 makes the table of parties and leaves what was there. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openForWriting } from '../../main/core/db/database.ts';
import { migrate } from '../../main/core/db/migrate.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';

test('a database from before has no party, and takes only what is one', () => {
  const database = openForWriting(join(makeTemporaryFolder(), 'pravesh.db'));
  migrate(database, 110);
  database.exec("INSERT INTO code_sends (number_ref, at) VALUES ('first', 1)");
  migrate(database, 120);
  expect(database.prepare('SELECT count(*) FROM code_sends').pluck().get()).toBe(1);
  expect(database.prepare('SELECT count(*) FROM parties').pluck().get()).toBe(0);
  const insert = (id: string, origins: string, hashBytes: number) =>
    database
      .prepare(
        `INSERT INTO parties (id, name, origins, purposes, rate_count, rate_seconds, key_hash, generation, created_at,
          key_since) VALUES (?, 'HR portal', ?, '[]', 60, 60, zeroblob(?), 1, '2026-01-15', '2026-01-15')`,
      )
      .run(id, origins, hashBytes);
  expect(insert('k3v9x2mq', '[]', 32).changes).toBe(1);
  expect(() => insert('K3V9X2MQ', '[]', 32)).toThrow(/CHECK/);
  expect(() => insert('other123', '{}', 32)).toThrow(/CHECK/);
  expect(() => insert('other123', '[]', 31)).toThrow(/CHECK/);
  database.close();
});
