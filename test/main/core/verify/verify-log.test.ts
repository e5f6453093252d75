/** A log where it lives: every change of a row, a node, a head or a person is found (V1, V2). */
import { describe, expect, test } from 'vitest';
import { nodeTools } from '../../../../main/cli/verify/node-tools.ts';
import { type Report, writeVerifierKey } from '../../../../main/contract/public.ts';
import { type VerifyLogOptions, verifyLog } from '../../../../main/core/verify/verify-log.ts';
import { makeProvenLog, type ProvenLog, tamper } from '../../../support/proven-log.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts';

function verify({ path, key }: ProvenLog, options: Partial<VerifyLogOptions> = {}): Report {
  const verifierKey = writeVerifierKey(key.verifier);
  return verifyLog({ path, key: verifierKey, older: [], tools: nodeTools, onProgress: () => {}, ...options });
}

function withState({ findings }: Report, state: string) {
  return findings.filter((finding) => finding.state === state).map(({ state: _state, ...rest }) => rest);
}

test('a good log holds, and what no signature covers is said', () => {
  const log = makeProvenLog(23, [4, 20]);
  const report = verify(log);
  expect(withState(report, 'fails')).toEqual([]);
  expect(withState(report, 'holds').map(({ code }) => code)).toEqual([
    'log-holds',
    'nodes-hold',
    'subjects-kept',
    'heads-hold',
    'key-given',
  ]);
  expect(withState(report, 'unknown')).toEqual([
    { code: 'tail-unsigned', first: 21, last: 23 },
    { code: 'history-unknown' },
    { code: 'rebuilt-unknown' },
  ]);
});

test('an erased person leaves all proofs valid', () => {
  const log = makeProvenLog(5, [5]);
  tamper(
    log.path,
    'UPDATE entries SET subject_ref = NULL, subject_name = NULL, subject_mobile = NULL, subject_salt = NULL WHERE seq = 3',
  );
  expect(withState(verify(log), 'holds')).toContainEqual({ code: 'subjects-kept', kept: 4, erased: 1 });
});

test('an empty log holds', () => {
  expect(verify(makeProvenLog(0, []))).toMatchObject({ ok: true });
});

const evidence = {
  at: "'2020-01-01T00:00:00.000Z'",
  channel: "'api'",
  clock: "'bad'",
  consent_hash: "'ab'",
  consent_locale: "'ta'",
  consent_version: "'9'",
  id: "'0193c0c0-0000-7000-8000-00000000ffff'",
  operator: "'eve'",
  outcome: "'refused'",
  policy: "'none'",
  purpose: "'employee'",
  reason: "'x'",
  site: "'other'",
  status: '0',
  subject_commitment: "'ab'",
  terminal: "'gate-2'",
  upstream_ref: "'cd'",
};

describe('a change of', () => {
  test.each(Object.entries(evidence))('%s is found and its row named', (column, value) => {
    const log = makeProvenLog(9, [8]);
    tamper(log.path, `PRAGMA foreign_keys = OFF; UPDATE entries SET ${column} = ${value} WHERE seq = 6`);
    const report = verify(log);
    expect(withState(report, 'fails')).toContainEqual({ code: 'leaf-differs', row: 6 });
    expect(report.firstBadRow).toBe(6);
  });

  test.each([
    ['UPDATE entries SET leaf_hash = zeroblob(32) WHERE seq = 7', { code: 'leaf-differs', row: 7 }],
    [
      'UPDATE tree_nodes SET hash = zeroblob(32) WHERE level = 2 AND position = 1',
      { code: 'node-differs', row: 5, level: 2, position: 1 },
    ],
    [
      'DELETE FROM tree_nodes WHERE level = 1 AND position = 3',
      { code: 'node-differs', row: 7, level: 1, position: 3 },
    ],
    ['INSERT INTO tree_nodes VALUES (9, 9, zeroblob(32))', { code: 'nodes-extra', count: 1 }],
    ['DELETE FROM entries WHERE seq = 4', { code: 'row-gone', row: 4 }],
    ['DELETE FROM entries WHERE seq >= 7', { code: 'log-cut', row: 7, older: 8 }],
    ["UPDATE entries SET subject_name = 'Eve' WHERE seq = 2", { code: 'subject-differs', row: 2 }],
    ['UPDATE entries SET subject_salt = NULL WHERE seq = 2', { code: 'subject-differs', row: 2 }],
    [
      "UPDATE checkpoints SET note = replace(note, 'gate-1', 'gate-2') WHERE size = 4",
      { code: 'stored-head-unsigned', size: 4 },
    ],
    ['UPDATE checkpoints SET size = 5 WHERE size = 4', { code: 'stored-head-differs', size: 5 }],
  ])('the file: %s', (sql, expected) => {
    const log = makeProvenLog(9, [4, 8]);
    tamper(log.path, sql);
    const report = verify(log);
    expect(withState(report, 'fails')).toContainEqual(expected);
    expect(report.ok).toBe(false);
  });
});

test('a log that was made anew with its key is found by a head that left it, and only by that', () => {
  const log = makeProvenLog(9, [4, 8]);
  const data = makeTemporaryFolder();
  const rebuilt = makeProvenLog(12, [8, 12], data);
  const older = { by: 'given' as const, note: log.notes.get(8) ?? '' };
  expect(verify(log, { older: [older] })).toMatchObject({ ok: true });
  // The same fake clock and randomness make the same rows; a row of another time makes another history.
  tamper(rebuilt.path, "UPDATE entries SET reason = 'another' WHERE seq = 2");
  const findings = withState(verify(rebuilt, { older: [older] }), 'fails').map(({ code }) => code);
  expect(findings).toContain('rewritten');
  expect(withState(verify(makeProvenLog(7, [7]), { older: [older] }), 'fails')).toContainEqual({
    code: 'rolled-back',
    older: 8,
    size: 7,
    by: 'given',
  });
});

test('without any key signatures are not known; with the seed of the terminal they are', () => {
  const log = makeProvenLog(4, [4]);
  expect(withState(verify(log, { key: undefined }), 'unknown')).toContainEqual({ code: 'head-missing' });
  const other = makeProvenLog(4, [4]);
  expect(withState(verify(log, { key: undefined, seed: new Uint8Array(32) }), 'fails')).toContainEqual({
    code: 'stored-head-unsigned',
    size: 4,
  });
  expect(verify(other, { key: undefined, seed: new Uint8Array(32) }).ok).toBe(false);
});
