/** What is found in a log whose rows were changed with care, or with violence. */
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { nodeTools } from '../../../../main/cli/verify/node-tools.ts';
import {
  appendLeaf,
  emptyFrontier,
  type Finding,
  type Report,
  sayFinding,
  writeVerifierKey,
} from '../../../../main/contract/public.ts';
import { evidenceColumns } from '../../../../main/core/entry-log/entries-sql.ts';
import type { EntryEvidence } from '../../../../main/core/entry-log/entry.ts';
import { leafHash } from '../../../../main/core/entry-log/leaf.ts';
import { sha256 } from '../../../../main/core/tree/sha256.ts';
import { verifyLog } from '../../../../main/core/verify/verify-log.ts';
import { makeProvenLog, type ProvenLog, tamper } from '../../../support/proven-log.ts';

function verify({ path, key }: ProvenLog): Report {
  return verifyLog({ path, key: writeVerifierKey(key.verifier), older: [], tools: nodeTools, onProgress: () => {} });
}

function failed({ findings }: Report): Finding[] {
  return findings.filter(({ state }) => state === 'fails');
}

/** Makes all leaves and nodes again: what was changed before is no longer seen in them. */
function rebuildTree(path: string): void {
  const database = new Database(path);
  const rows = database.prepare(`SELECT ${evidenceColumns.join(', ')} FROM entries ORDER BY seq`).all();
  const updateLeaf = database.prepare('UPDATE entries SET leaf_hash = ? WHERE seq = ?');
  const updateNode = database.prepare('UPDATE tree_nodes SET hash = ? WHERE level = ? AND position = ?');
  let frontier = emptyFrontier;
  for (const row of rows as EntryEvidence[]) {
    const leaf = leafHash(row);
    updateLeaf.run(leaf, row.seq);
    const grown = appendLeaf(sha256, frontier, leaf);
    for (const { hash, level, position } of grown.nodes) {
      updateNode.run(hash, level, position);
    }
    frontier = grown.frontier;
  }
  database.close();
}

/** Changes rows of a table that no longer knows the types of its columns. */
function tamperTypes(path: string, sql: string): void {
  tamper(path, 'SELECT 1');
  const database = new Database(path);
  database.unsafeMode(true);
  database.pragma('writable_schema = ON');
  database.exec("UPDATE sqlite_schema SET sql = replace(sql, 'STRICT', '') WHERE name IN ('entries', 'tree_nodes')");
  database.close();
  tamper(path, sql);
}

test.each([
  [6, { first: 5, last: 8 }],
  [2, { first: 1, last: 4 }],
  [8, { first: 5, last: 8 }],
  [9, { first: 9, last: 11 }],
])('a row that was changed with all that is stored of it, row %i, is bounded by two heads', (row, between) => {
  const log = makeProvenLog(13, [4, 8, 11]);
  tamper(log.path, `UPDATE entries SET reason = 'other' WHERE seq = ${row}`);
  rebuildTree(log.path);
  const report = verify(log);
  expect(failed(report)).toEqual([
    { state: 'fails', code: 'stored-head-differs', size: between.last },
    { state: 'fails', code: 'rows-rewritten', ...between },
  ]);
  expect(failed(report).map(sayFinding)[1]).toContain(`A row between ${between.first} and ${between.last} was changed`);
});

test('a head over each row names the row', () => {
  const log = makeProvenLog(4, [1, 2, 3, 4]);
  tamper(log.path, "UPDATE entries SET reason = 'other' WHERE seq = 3");
  rebuildTree(log.path);
  expect(failed(verify(log)).map(sayFinding)).toContainEqual(
    expect.stringContaining('Row 3 was changed, together with'),
  );
});

test('a row that is named by its leaf is not said to be somewhere', () => {
  const log = makeProvenLog(9, [4, 8]);
  tamper(log.path, "UPDATE entries SET reason = 'other' WHERE seq = 6");
  expect(failed(verify(log)).map(({ code }) => code)).toEqual(['leaf-differs', 'stored-head-differs']);
});

test('a row that was rewritten before one that was changed is told of as well', () => {
  const log = makeProvenLog(13, [4, 8, 12]);
  tamper(log.path, "UPDATE entries SET reason = 'other' WHERE seq = 2");
  rebuildTree(log.path);
  tamper(log.path, "UPDATE entries SET reason = 'another' WHERE seq = 10");
  const report = verify(log);
  expect(failed(report)).toContainEqual({ state: 'fails', code: 'rows-rewritten', first: 1, last: 4 });
  expect(report.firstBadRow).toBe(10);
});

test('a changed row and a changed person before a missing row are named', () => {
  const log = makeProvenLog(9, [8]);
  tamper(log.path, "UPDATE entries SET reason = 'other' WHERE seq = 3; DELETE FROM entries WHERE seq = 6");
  tamper(log.path, "UPDATE entries SET subject_name = 'Eve' WHERE seq = 4");
  const report = verify(log);
  expect(failed(report)).toEqual([
    { state: 'fails', code: 'leaf-differs', row: 3 },
    { state: 'fails', code: 'row-gone', row: 6 },
    { state: 'fails', code: 'subject-differs', row: 4 },
  ]);
  expect(report.firstBadRow).toBe(3);
});

test.each([
  ['UPDATE entries SET site = CAST(site AS BLOB) WHERE seq = 5', { code: 'leaf-differs', row: 5 }],
  ['UPDATE entries SET status = 2.5 WHERE seq = 5', { code: 'leaf-differs', row: 5 }],
  ["UPDATE entries SET site = CAST(x'ff' AS TEXT) WHERE seq = 5", { code: 'leaf-differs', row: 5 }],
  ['UPDATE entries SET at = at || char(0) WHERE seq = 5', { code: 'leaf-differs', row: 5 }],
  ['UPDATE entries SET leaf_hash = NULL WHERE seq = 5', { code: 'leaf-differs', row: 5 }],
  ['UPDATE entries SET leaf_hash = hex(leaf_hash) WHERE seq = 5', { code: 'leaf-differs', row: 5 }],
  ['UPDATE entries SET leaf_hash = leaf_hash || leaf_hash WHERE seq = 5', { code: 'leaf-differs', row: 5 }],
  ['UPDATE entries SET subject_name = CAST(subject_name AS BLOB) WHERE seq = 5', { code: 'subject-differs', row: 5 }],
  ['UPDATE entries SET subject_salt = hex(subject_salt) WHERE seq = 5', { code: 'subject-differs', row: 5 }],
  [
    "UPDATE entries SET subject_salt = CAST(subject_salt || x'00' AS BLOB) WHERE seq = 5",
    { code: 'subject-differs', row: 5 },
  ],
  ["UPDATE entries SET subject_salt = x'' WHERE seq = 5", { code: 'subject-differs', row: 5 }],
  [
    'UPDATE tree_nodes SET hash = hex(hash) WHERE level = 1 AND position = 2',
    { code: 'node-differs', row: 5, level: 1, position: 2 },
  ],
  [
    'UPDATE tree_nodes SET hash = zeroblob(31) WHERE level = 1 AND position = 2',
    { code: 'node-differs', row: 5, level: 1, position: 2 },
  ],
])('a value of another type is found: %s', (sql, expected) => {
  const log = makeProvenLog(9, [4]);
  tamperTypes(log.path, sql);
  expect(failed(verify(log)).map(({ state: _state, ...finding }) => finding)).toEqual([expected]);
});
