/** Step 40 on a large log of the version before: every leaf, every head, and quick enough for a start. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { appendLeaf, emptyFrontier, rootOf } from '../../main/contract/public.ts';
import { openForWriting } from '../../main/core/db/database.ts';
import { migrate } from '../../main/core/db/migrate.ts';
import { selectEntries } from '../../main/core/entry-log/entries-sql.ts';
import { leafHash } from '../../main/core/entry-log/leaf.ts';
import { sha256 } from '../../main/core/tree/sha256.ts';
import { buildTreeReader } from '../../main/core/tree/tree.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';

const rows = 100_000;

test('a log of 100,000 rows gets its tree', () => {
  const database = openForWriting(join(makeTemporaryFolder(), 'pravesh.db'));
  migrate(database, 30);
  database.exec(`
    WITH RECURSIVE count (seq) AS (SELECT 1 UNION ALL SELECT seq + 1 FROM count WHERE seq < ${rows})
    INSERT INTO entries (seq, id, at, site, terminal, purpose, channel, outcome, status, policy, clock, subject_ref,
      subject_name, subject_mobile, subject_salt, subject_commitment)
    SELECT seq, 'id-' || seq, '2026-01-15T04:30:00.000Z', 'hq', 'gate-1', 'visitor', 'kiosk', 'admitted', 2, 'visitor@0',
      'ok', 'ref', 'A•••', '••••••3210', randomblob(16), hex(randomblob(32)) FROM count`);
  migrate(database);
  let frontier = emptyFrontier;
  for (const { subject_ref, subject_name, subject_mobile, subject_salt, ...evidence } of selectEntries(
    database,
    rows,
  )) {
    expect([subject_ref, subject_name, subject_mobile, subject_salt]).not.toContain(null);
    frontier = appendLeaf(sha256, frontier, leafHash(evidence)).frontier;
  }
  const tree = buildTreeReader(database);
  expect(tree.size()).toBe(rows);
  expect(Buffer.from(tree.rootAt(rows))).toEqual(Buffer.from(rootOf(sha256, frontier)));
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
  database.close();
}, 60_000);
