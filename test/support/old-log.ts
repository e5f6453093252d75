/** A log as a program from before the tree left it (version 30). For tests only. */
import type { WriteDatabase } from '../../main/core/db/database.ts';

/** Writes so many rows into a database of version 30. */
export function fillOldLog(database: WriteDatabase, rows: number): void {
  database.exec(`
    WITH RECURSIVE count (seq) AS (SELECT 1 UNION ALL SELECT seq + 1 FROM count WHERE seq < ${rows})
    INSERT INTO entries (seq, id, at, site, terminal, purpose, channel, outcome, status, policy, clock, subject_ref,
      subject_name, subject_mobile, subject_salt, subject_commitment)
    SELECT seq, 'id-' || seq, '2026-01-15T04:30:00.000Z', 'hq', 'gate-1', 'visitor', 'kiosk', 'admitted', 2, 'visitor@0',
      'ok', 'ref', 'A•••', '••••••3210', randomblob(16), hex(randomblob(32)) FROM count`);
}
