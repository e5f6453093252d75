/** A second verifier, in Python and from the formats alone, says the same of good and of broken exports. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { nodeTools } from '../../../../main/cli/verify/node-tools.ts';
import { exportFiles, verifyExport, writeVerifierKey } from '../../../../main/contract/public.ts';
import { findRoot } from '../../../support/root.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts';
import {
  type ExportFiles,
  lineOf,
  makeKey,
  makeRows,
  readFiles,
  saveExport,
  writeExport,
} from '../../../support/write-export.ts';

const program = join(findRoot(), 'test', 'python', 'verify.py');
const log = makeRows(37);
const whole = writeExport(log, { reveal: true });

interface Verdict {
  readonly ok: boolean;
  readonly row: number | null;
}

/** Asks Python. */
function askPython(files: ExportFiles, key?: string): Verdict {
  const folder = saveExport(files, join(makeTemporaryFolder(), 'export'));
  const { stdout, stderr } = spawnSync('python3', [program, folder, ...(key === undefined ? [] : [key])], {
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  const { ok, row }: Verdict = JSON.parse(stdout);
  return { ok, row };
}

async function askOurs(files: ExportFiles, key?: string): Promise<Verdict> {
  const { ok, firstBadRow } = await verifyExport(readFiles(files), nodeTools, { key });
  return { ok, row: firstBadRow ?? null };
}

function withLines(change: (lines: string[]) => string[]): ExportFiles {
  const lines = change(String(whole.get(exportFiles.entries)).split('\n').slice(0, -1));
  return new Map(whole).set(exportFiles.entries, Buffer.from(lines.map((line) => `${line}\n`).join('')));
}

function withByte(name: string, at: number): ExportFiles {
  const bytes = Buffer.from(whole.get(name) ?? []);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return new Map(whole).set(name, bytes);
}

/** `npm test` must not need more than Node; where Python is, as on every machine of CI, it is asked. */
const hasPython = spawnSync('python3', ['--version']).status === 0;

describe.runIf(hasPython)('both verifiers', () => {
  test.each([
    { first: 1, last: 37 },
    { first: 1, last: 1 },
    { first: 14, last: 29 },
    { first: 14, last: 29, size: 37 },
    { first: 8, last: 7, size: 31 },
  ])('take a good export: %j', async (options) => {
    const files = writeExport(log, { ...options, reveal: true });
    expect(askPython(files)).toEqual({ ok: true, row: null });
    expect(await askOurs(files)).toEqual({ ok: true, row: null });
  });

  test.each<[string, ExportFiles, number | null]>([
    ['a changed row', withLines((lines) => lines.with(11, lineOf(12, { status: 0 }))), 12],
    ['a row in another form', withLines((lines) => lines.with(11, (lines[11] ?? '').replace(':', ': '))), 12],
    ['a removed row', withLines((lines) => lines.toSpliced(11, 1)), 12],
    ['a removed last row', withLines((lines) => lines.slice(0, -1)), 37],
    ['a doubled row', withLines((lines) => lines.toSpliced(12, 0, lines[11] ?? '')), 12],
    ['two swapped rows', withLines((lines) => lines.with(11, lines[12] ?? '').with(12, lines[11] ?? '')), 12],
    ['a row put in', withLines((lines) => lines.toSpliced(11, 0, lineOf(12, { status: 0 }))), 12],
    ['a row put at the end', withLines((lines) => [...lines, lineOf(38)]), 38],
    ['a changed head', withByte(exportFiles.checkpoint, 25), null],
    ['a changed signature', withByte(exportFiles.checkpoint, 120), null],
    ['a changed manifest', withByte(exportFiles.manifest, 40), null],
    ['a changed table', withByte(exportFiles.table, 9), null],
    ['a changed key', withByte(exportFiles.key, 40), null],
  ])('refuse %s, for the same row', async (_what, files, row) => {
    expect(askPython(files)).toEqual({ ok: false, row });
    expect(await askOurs(files)).toEqual({ ok: false, row });
  });

  test('refuse a key from elsewhere that is another', async () => {
    const other = writeVerifierKey(makeKey('pravesh/hq/gate-1', 9).key);
    expect(askPython(whole, other).ok).toBe(false);
    expect((await askOurs(whole, other)).ok).toBe(false);
    expect(askPython(whole, writeVerifierKey(log.key)).ok).toBe(true);
  });

  test('agree on a byte flipped anywhere in the rows', async () => {
    const bytes = whole.get(exportFiles.entries) ?? Buffer.of();
    for (let at = 7; at < bytes.length; at += 1511) {
      const files = withByte(exportFiles.entries, at);
      expect(askPython(files), String(at)).toEqual(await askOurs(files));
    }
  });
});
