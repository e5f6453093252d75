/**
 * The tables of the entry index: how they are made, looked at and taken away. Functions take the handle first. All that
 * is in them can be made again from `entries` at any time (docs/decisions/0009).
 */
import { type ReadDatabase, statement, type WriteDatabase } from '../db/database.ts';
import { blockBytes, type Column, groupRows } from './cells.ts';

/** The tables, and how they are made. */
const tables = ['entry_index', 'entry_numbers', 'entry_codes', 'entry_names', 'entry_kept', 'entry_groups'] as const;

const column = (name: Column['table']) => `CREATE TABLE ${name} (
    block INTEGER NOT NULL PRIMARY KEY,
    cells BLOB NOT NULL CHECK (length(cells) = ${blockBytes})
  ) STRICT;`;

/** Makes the tables, empty. Also a step of the migrations: whoever changes them adds a step that makes them anew. */
export const entryIndexTables = `
  CREATE TABLE entry_index (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    -- All rows up to this one are in the index.
    indexed_to INTEGER NOT NULL
  ) STRICT;
  INSERT INTO entry_index VALUES (1, 0);

  -- Columns of cells of one length (see cells.ts), written over in their place. A tree sorted by names or references
  -- would move its keys between pages, and leave copies in gaps that secure_delete does not reach.
  ${column('entry_numbers')}
  ${column('entry_codes')}
  ${column('entry_names')}

  -- The rows that still hold something of a person, by the rule of their purpose ('' for none) and their age.
  CREATE TABLE entry_kept (
    purpose TEXT NOT NULL,
    at TEXT NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (purpose, at, seq)
  ) STRICT, WITHOUT ROWID;

  -- How many rows of a kind came in a quarter of an hour, and between which numbers they are; '' where a row has none.
  CREATE TABLE entry_groups (
    quarter TEXT NOT NULL,
    outcome TEXT NOT NULL,
    purpose TEXT NOT NULL,
    channel TEXT NOT NULL,
    operator TEXT NOT NULL,
    -- seq / ${groupRows}: no group spans more rows than this.
    block INTEGER NOT NULL,
    count INTEGER NOT NULL,
    first_seq INTEGER NOT NULL,
    last_seq INTEGER NOT NULL,
    -- With numbers of their own, the indexes below need not repeat all this.
    UNIQUE (quarter, outcome, purpose, channel, operator, block)
  ) STRICT;
  CREATE INDEX IF NOT EXISTS entry_groups_by_outcome ON entry_groups (outcome, last_seq);
  CREATE INDEX IF NOT EXISTS entry_groups_by_purpose ON entry_groups (purpose, last_seq);
  CREATE INDEX IF NOT EXISTS entry_groups_by_channel ON entry_groups (channel, last_seq);
  CREATE INDEX IF NOT EXISTS entry_groups_by_operator ON entry_groups (operator, last_seq);
`;

/** Whether all the tables are there. */
export function hasTables(database: ReadDatabase): boolean {
  const sql = `SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name IN (${tables.map(() => '?').join(', ')})`;
  return (
    statement(database, sql)
      .pluck()
      .get(...tables) === tables.length
  );
}

/** The tables that are there and whose pages SQLite finds wrong. */
export function wrongTables(database: ReadDatabase): readonly string[] {
  const sql = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?";
  const there = tables.filter((table) => statement(database, sql).get(table) !== undefined);
  return there.filter((table) => database.pragma(`quick_check(${table})`, { simple: true }) !== 'ok');
}

/**
 * Takes the tables away; inside a transaction of the caller. One whose pages are wrong is put aside under another name:
 * SQLite cannot let go of such pages, and would end the transaction over the attempt.
 */
export function removeTables(database: WriteDatabase): void {
  const wrong = wrongTables(database);
  const aside =
    "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name LIKE 'entry\\_%\\_damaged\\_%' ESCAPE '\\'";
  for (const table of tables) {
    if (wrong.includes(table)) {
      const number = Number(statement(database, aside).pluck().get()) + 1;
      database.exec(`ALTER TABLE ${table} RENAME TO ${table}_damaged_${number}`);
    } else {
      database.exec(`DROP TABLE IF EXISTS ${table}`);
    }
  }
}
