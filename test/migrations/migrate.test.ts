/** Each step is tested from the version before it, on a database that has rows. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openForWriting, type WriteDatabase } from '../../main/core/db/database.ts';
import { migrate, migrations, NewerDatabaseError, newestVersion, versionOf } from '../../main/core/db/migrate.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';

function open(): WriteDatabase {
  return openForWriting(join(makeTemporaryFolder(), 'pravesh.db'));
}

/** Writes a row as the program of that version did; from step 40 on a row has its leaf. */
function insertEntry(database: WriteDatabase, seq: number): void {
  const [column, value] = versionOf(database) >= 40 ? [', leaf_hash', ', zeroblob(32)'] : ['', ''];
  database
    .prepare(
      `INSERT INTO entries (seq, id, at, site, terminal, channel, outcome, clock, subject_name, subject_salt${column})
       VALUES (?, ?, '2026-01-15T04:30:00.000Z', 'hq', 'gate-1', 'kiosk', 'not-verified', 'ok', 'A•••', zeroblob(16)${value})`,
    )
    .run(seq, `id-${seq}`);
}

test('versions grow in steps of ten', () => {
  expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_step, index) => (index + 1) * 10));
});

test('every step can be taken from the one before it, and rows stay', () => {
  const database = open();
  for (const { version } of migrations) {
    migrate(database, version);
    expect(versionOf(database)).toBe(version);
    insertEntry(database, version / 10);
  }
  expect(database.prepare('SELECT seq FROM entries ORDER BY seq').pluck().all()).toEqual(
    migrations.map((_step, index) => index + 1),
  );
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
  database.close();
});

test('an up-to-date database is left as it is', () => {
  const database = open();
  migrate(database);
  const before = database.prepare('SELECT total_changes()').pluck().get();
  migrate(database);
  expect(database.prepare('SELECT total_changes()').pluck().get()).toBe(before);
  database.close();
});

test('a database of a newer program is refused and not changed', () => {
  const database = open();
  migrate(database);
  database.pragma(`user_version = ${newestVersion + 10}`);
  expect(() => migrate(database)).toThrow(NewerDatabaseError);
  expect(versionOf(database)).toBe(newestVersion + 10);
  database.close();
});

test('a step that fails leaves the version before it', () => {
  const database = open();
  migrate(database, 10);
  database.exec('CREATE TABLE upstream_calls (in_the_way TEXT)');
  expect(() => migrate(database)).toThrow();
  expect(versionOf(database)).toBe(10);
  expect(database.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'code_sends'").pluck().get()).toBe(0);
  database.close();
});

test('the table refuses what must never be in it', () => {
  const database = open();
  migrate(database);
  insertEntry(database, 1);
  expect(() => insertEntry(database, 3)).toThrow(/without a gap/);
  expect(() => database.exec('DELETE FROM entries')).toThrow(/never deleted/);
  expect(() => database.exec("UPDATE entries SET outcome = 'fault'")).toThrow(/never changed/);
  expect(() => database.exec("UPDATE entries SET subject_name = 'B•••'")).toThrow(/only ever erased/);
  database.exec('UPDATE entries SET subject_name = NULL, subject_salt = NULL');
  const admit = (leaf: string) => `INSERT INTO entries (seq, id, at, site, terminal, channel, outcome, clock, leaf_hash)
    VALUES (2, 'id-2', 'at', 'hq', 'gate-1', 'kiosk', 'admitted', 'ok', ${leaf})`;
  expect(() => database.exec(admit('zeroblob(32)'))).toThrow(/CHECK/);
  expect(() => database.exec(admit('NULL'))).toThrow(/leaf from the start/);
  expect(() => database.exec('UPDATE entries SET leaf_hash = zeroblob(32)')).toThrow(/never changed/);
  database.close();
});
