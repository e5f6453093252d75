/** With an older signed head, truncation, rollback, rewriting and forks are found; without one it is said (V2). */
import { expect, test } from 'vitest';
import { nodeTools } from '../../../../main/cli/verify/node-tools.ts';
import { type Finding, verifyExport, verifySeries } from '../../../../main/contract/public.ts';
import {
  lineOf,
  makeKey,
  makeLog,
  makeRows,
  readFiles,
  type TestLog,
  writeExport,
} from '../../../support/write-export.ts';

const log = makeRows(40);
/** The same terminal, the same key, another row 10. */
const rewritten = makeLog(log.lines.with(9, lineOf(10, { outcome: 'refused' })));

async function against(files: ReturnType<typeof writeExport>, note: string): Promise<readonly Finding[]> {
  const { findings } = await verifyExport(readFiles(files), nodeTools, { older: [{ by: 'given', note }] });
  return findings;
}

test.each([1, 7, 8, 39, 40])('an export of all rows continues a head of %i', async (older) => {
  const findings = await against(writeExport(log), log.note(older));
  expect(findings).toContainEqual({ state: 'holds', code: 'continues', older, by: 'given' });
  expect(findings).toContainEqual({ state: 'unknown', code: 'history-known-to', older });
  expect(findings.map(({ code }) => code)).not.toContain('history-unknown');
});

test('a shorter log was cut or set back', async () => {
  const findings = await against(writeExport(log, { last: 30 }), log.note(31));
  expect(findings).toContainEqual({ state: 'fails', code: 'rolled-back', older: 31, size: 30, by: 'given' });
});

test('a log that was rewritten and signed again is found by any head over the row', async () => {
  const findings = await against(writeExport(rewritten), log.note(10));
  expect(findings).toContainEqual({ state: 'fails', code: 'rewritten', older: 10, by: 'given' });
  expect(await against(writeExport(rewritten), log.note(9))).toContainEqual(
    expect.objectContaining({ state: 'holds', code: 'continues', older: 9 }),
  );
});

test('two heads of one size are a fork', async () => {
  const findings = await against(writeExport(rewritten), log.note(40));
  expect(findings).toContainEqual({ state: 'fails', code: 'forked', older: 40, by: 'given' });
});

test('an export of later rows reaches an older head by its proof, and says when it cannot', async () => {
  const later = { first: 21, last: 40 };
  const by = { by: 'given' };
  const proven = writeExport(log, { ...later, since: 12 });
  expect(await against(proven, log.note(12))).toContainEqual({ state: 'holds', code: 'continues', older: 12, ...by });
  expect(await against(proven, log.note(20))).toContainEqual({ state: 'holds', code: 'continues', older: 20, ...by });
  expect(await against(proven, log.note(13))).toContainEqual({
    state: 'unknown',
    code: 'older-unreachable',
    older: 13,
    ...by,
  });
  const other = writeExport(rewritten, { ...later, since: 12 });
  expect(await against(other, log.note(12))).toContainEqual({ state: 'fails', code: 'rewritten', older: 12, ...by });
});

test('a head of another log, or with another signature, is not used', async () => {
  const files = writeExport(log);
  const elsewhere = makeLog(log.lines, makeKey('pravesh/hq/gate-2'));
  expect(await against(files, elsewhere.note(5))).toContainEqual(
    expect.objectContaining({ state: 'fails', code: 'older-of-other-log', origin: 'pravesh/hq/gate-2' }),
  );
  const forged = makeLog(log.lines, makeKey('pravesh/hq/gate-1', 9));
  expect(await against(files, forged.note(5))).toContainEqual(
    expect.objectContaining({ state: 'fails', code: 'older-unsigned', why: 'other-key' }),
  );
  expect(await against(files, 'junk')).toContainEqual(expect.objectContaining({ code: 'older-unsigned' }));
});

function series(parts: readonly [TestLog, object][], older: string[] = []) {
  const exports = parts.map(([of, options], index) => ({
    name: String(index),
    reader: readFiles(writeExport(of, options)),
  }));
  return verifySeries(exports, nodeTools, { older: older.map((note) => ({ by: 'given', note })) });
}

test('exports in a row hold together, in whatever order they are given', async () => {
  const parts: [TestLog, object][] = [
    [log, { first: 31, last: 40 }],
    [log, { first: 1, last: 13 }],
    [log, { first: 14, last: 30 }],
  ];
  const reports = await series(parts, [log.note(3)]);
  expect(reports.map(({ name, ok }) => [name, ok])).toEqual([
    ['1', true],
    ['2', true],
    ['0', true],
  ]);
  const codes = reports.flatMap(({ findings }) => findings.map(({ code }) => code));
  expect(codes).not.toContain('older-unreachable');
  expect(codes).not.toContain('history-unknown');
  expect(codes.filter((code) => code === 'continues')).toHaveLength(3);
});

test('rows that are missing between two exports are named, and a rewrite between them is found', async () => {
  const apart = await series([
    [log, { first: 1, last: 13 }],
    [log, { first: 20, last: 30, since: 13 }],
  ]);
  expect(apart[1]?.findings).toContainEqual({ state: 'fails', code: 'exports-apart', row: 14, last: 19 });
  expect(apart[1]).toMatchObject({ ok: false, firstBadRow: 14 });
  const rewrite = await series([
    [log, { first: 1, last: 13 }],
    [rewritten, { first: 14, last: 30 }],
  ]);
  expect(rewrite[1]?.findings).toContainEqual({ state: 'fails', code: 'rewritten', older: 13, by: 'export-before' });
});
