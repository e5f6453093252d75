/** Step 80 on a log of the version before: the spans of its full thousands, and nobody inside. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openForWriting } from '../../main/core/db/database.ts';
import { migrate } from '../../main/core/db/migrate.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';

test('a log of 2,500 rows gets its spans', () => {
  const database = openForWriting(join(makeTemporaryFolder(), 'pravesh.db'));
  migrate(database, 70);
  database.exec(`
    WITH RECURSIVE count (seq) AS (SELECT 1 UNION ALL SELECT seq + 1 FROM count WHERE seq < 2500)
    INSERT INTO entries (seq, id, at, site, terminal, purpose, channel, outcome, status, clock, subject_name,
      subject_mobile, operator, leaf_hash)
    SELECT seq, 'id-' || seq, '2026-01-15T04:30:00.000Z', 'hq', 'gate-1', 'visitor', iif(seq = 1500, 'operator', 'kiosk'),
      'admitted', 2, 'ok', 'A•••', iif(seq > 1000, NULL, iif(seq = 7, '9876543210', '••••••3210')),
      iif(seq = 1500, 'abc123', NULL), zeroblob(32) FROM count`);
  migrate(database, 80);
  const columns = 'block, channel, operator, first_seq, last_seq, names';
  const spans = database.prepare(`SELECT ${columns} FROM entry_spans ORDER BY block, channel`).raw().all();
  expect(spans).toEqual([
    [0, 'kiosk', '', 1, 1000, 2],
    [1, 'kiosk', '', 1001, 2000, 0],
    [1, 'operator', 'abc123', 1500, 1500, 0],
  ]);
  expect(database.prepare('SELECT count(*) FROM inside_state').pluck().get()).toBe(0);
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
  database.close();
});
