/** Step 60 on a large log of the version before: everybody in it is found, and it is quick enough for a start. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openForWriting } from '../../main/core/db/database.ts';
import { migrate } from '../../main/core/db/migrate.ts';
import { selectIndexedTo, sumGroups } from '../../main/core/entry-index/entry-index-sql.ts';
import { isWhole } from '../../main/core/entry-index/mend.ts';
import { findByCheckCode, findByName, findBySubject } from '../../main/core/entry-index/search.ts';
import { selectKept, selectKeptPurposes } from '../../main/core/erasure/erasure-sql.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';

const rows = 100_000;

test('a log of 100,000 rows gets its index', () => {
  const database = openForWriting(join(makeTemporaryFolder(), 'pravesh.db'));
  migrate(database, 50);
  // Every second row has lost its person; the leaf and the reference of a row hold its number.
  database.exec(`
    WITH RECURSIVE count (seq) AS (SELECT 1 UNION ALL SELECT seq + 1 FROM count WHERE seq < ${rows})
    INSERT INTO entries (seq, id, at, site, terminal, purpose, channel, outcome, status, policy, clock, subject_ref,
      subject_name, subject_mobile, subject_salt, subject_commitment, leaf_hash)
    SELECT seq, 'id-' || seq, strftime('%Y-%m-%dT%H:%M:%S.000Z', 1768451400 + seq * 60, 'unixepoch'), 'hq', 'gate-1',
      'visitor', 'kiosk', 'admitted', 2, 'visitor@0', 'ok', iif(seq % 2, printf('%08x%056x', seq, 0), NULL),
      iif(seq % 2, 'A' || seq, NULL), iif(seq % 2, '••••••3210', NULL), iif(seq % 2, randomblob(16), NULL),
      hex(randomblob(32)), CAST(printf('%010d%022d', seq, 0) AS BLOB) FROM count`);
  migrate(database, 60);
  expect([selectIndexedTo(database), sumGroups(database), isWhole(database)]).toEqual([rows, rows, true]);
  for (const seq of [1, 4_999, 5_001, 77_777, 99_999]) {
    expect(findBySubject(database, seq.toString(16).padStart(8, '0').padEnd(64, '0'))).toEqual([seq]);
    expect(findByName(database, `a${seq}`, { limit: 1, before: seq + 1 })).toEqual([seq]);
  }
  expect(findBySubject(database, '00000002'.padEnd(64, '0'))).toEqual([]);
  expect(findByCheckCode(database, Buffer.from('00000'))).toHaveLength(rows - 1);
  expect(selectKeptPurposes(database)).toEqual(['visitor']);
  const page = { purpose: 'visitor', after: { at: '', seq: 0 }, until: '2030', limit: rows };
  expect(selectKept(database, page)).toHaveLength(rows / 2);
  const left = "SELECT count(*) FROM sqlite_schema WHERE name IN ('entries_by_subject', 'entries_kept')";
  expect(database.prepare(left).pluck().get()).toBe(0);
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
  database.close();
}, 60_000);
