/** Step 40: each row gets its leaf, the rows get their tree, and the tree its signed heads. */
import { appendLeaf, emptyFrontier, type Frontier } from '../../../contract/public.ts';
import type { EntryEvidence } from '../../entry-log/entry.ts';
import { leafHash } from '../../entry-log/leaf.ts';
import { sha256 } from '../../tree/sha256.ts';
import { insertNodes } from '../../tree/tree-sql.ts';
import { statement, type WriteDatabase } from '../database.ts';
import type { Migration } from '../migrate.ts';

/** The columns of the evidence as they were when this step was written; a later column is no part of these leaves. */
const evidenceColumns = `seq, id, at, site, terminal, purpose, channel, outcome, status, reason, consent_version,
  consent_locale, consent_hash, policy, operator, upstream_ref, clock, subject_commitment`;

export const migration0040Tree: Migration = {
  version: 40,
  sql: `
    ALTER TABLE entries ADD COLUMN leaf_hash BLOB CHECK (length(leaf_hash) = 32);

    -- Perfect subtrees above the leaves: level 1 spans two rows, level 2 four. Never changed once written.
    CREATE TABLE tree_nodes (
      level INTEGER NOT NULL CHECK (level >= 1),
      position INTEGER NOT NULL CHECK (position >= 0),
      hash BLOB NOT NULL CHECK (length(hash) = 32),
      PRIMARY KEY (level, position)
    ) STRICT, WITHOUT ROWID;

    -- The heads that were signed, as C2SP notes.
    CREATE TABLE checkpoints (
      size INTEGER NOT NULL PRIMARY KEY CHECK (size >= 1),
      at TEXT NOT NULL,
      note TEXT NOT NULL
    ) STRICT;
  `,
  fill: growTree,
  after: `
    CREATE TRIGGER entries_have_leaves BEFORE INSERT ON entries WHEN NEW.leaf_hash IS NULL
      BEGIN SELECT raise(ABORT, 'an entry has its leaf from the start'); END;
    CREATE TRIGGER entries_leaves_fixed BEFORE UPDATE OF leaf_hash ON entries
      BEGIN SELECT raise(ABORT, 'the evidence of an entry is never changed'); END;
    CREATE TRIGGER tree_nodes_fixed BEFORE UPDATE ON tree_nodes
      BEGIN SELECT raise(ABORT, 'a node of the tree is never changed'); END;
    CREATE TRIGGER tree_nodes_never_deleted BEFORE DELETE ON tree_nodes
      BEGIN SELECT raise(ABORT, 'a node of the tree is never deleted'); END;
    CREATE TRIGGER checkpoints_fixed BEFORE UPDATE ON checkpoints
      BEGIN SELECT raise(ABORT, 'a checkpoint is never changed'); END;
    CREATE TRIGGER checkpoints_never_deleted BEFORE DELETE ON checkpoints
      BEGIN SELECT raise(ABORT, 'a checkpoint is never deleted'); END;
  `,
};

/** Makes the leaves of the rows that are there, in pages so that a large log does not fill the memory. */
function growTree(database: WriteDatabase): void {
  const page = statement(database, `SELECT ${evidenceColumns} FROM entries WHERE seq > ? ORDER BY seq LIMIT 10000`);
  const update = statement(database, 'UPDATE entries SET leaf_hash = ? WHERE seq = ?');
  let frontier: Frontier = emptyFrontier;
  for (let rows = page.all(0) as EntryEvidence[]; rows.length > 0; rows = page.all(frontier.size) as EntryEvidence[]) {
    for (const evidence of rows) {
      const leaf = leafHash(evidence);
      const grown = appendLeaf(sha256, frontier, leaf);
      update.run(leaf, evidence.seq);
      insertNodes(database, grown.nodes);
      frontier = grown.frontier;
    }
  }
}
