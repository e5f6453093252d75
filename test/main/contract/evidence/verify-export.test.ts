/** An export verifies as it was written, and every single change of any of its lines is found and named (V1). */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nodeTools } from '../../../../main/cli/verify/node-tools.ts';
import { type ExportReport, exportFiles, verifyExport, writeVerifierKey } from '../../../../main/contract/public.ts';
import {
  type ExportFiles,
  lineOf,
  makeKey,
  makeLog,
  makeRows,
  readFiles,
  signFiles,
  writeExport,
} from '../../../support/write-export.ts';

const log = makeRows(23);
const whole = writeExport(log, { reveal: true, since: 5 });
const key = writeVerifierKey(log.key);

function verify(files: ExportFiles, options = {}): Promise<ExportReport> {
  return verifyExport(readFiles(files), nodeTools, options);
}

/** The findings that fail, without their state. */
function failures({ findings }: ExportReport) {
  return findings.filter(({ state }) => state === 'fails').map(({ state: _state, ...rest }) => rest);
}

function codes({ findings }: ExportReport, state: string) {
  return findings.filter((finding) => finding.state === state).map(({ code }) => code);
}

function withFile(name: string, bytes: Uint8Array | string, files = whole): ExportFiles {
  return new Map(files).set(name, Buffer.from(bytes));
}

/** The lines of entries.jsonl, changed. */
function withLines(change: (lines: string[]) => string[], files = whole): ExportFiles {
  const lines = String(files.get(exportFiles.entries)).split('\n').slice(0, -1);
  return withFile(
    exportFiles.entries,
    change(lines)
      .map((line) => `${line}\n`)
      .join(''),
    files,
  );
}

describe('a good export', () => {
  test('holds, and says what cannot be known', async () => {
    const report = await verify(whole);
    expect(failures(report)).toEqual([]);
    expect(report.ok).toBe(true);
    expect(codes(report, 'holds')).toEqual([
      'head-signed',
      'manifest-signed',
      'rows-hold',
      'files-hold',
      'subjects-hold',
      'continues',
    ]);
    expect(codes(report, 'unknown')).toEqual(['key-from-export', 'history-unknown', 'rebuilt-unknown']);
    expect(report.firstBadRow).toBeUndefined();
  });

  test.each([
    { first: 1, last: 1 },
    { first: 8, last: 8 },
    { first: 9, last: 23 },
    { first: 6, last: 11, size: 22 },
    { first: 1, last: 4, size: 23 },
    { first: 24, last: 23 },
    { first: 16, last: 15, size: 20 },
  ])('of any rows holds: %j', async (options) => {
    const report = await verify(writeExport(log, options));
    expect(failures(report)).toEqual([]);
    expect(codes(report, 'holds')).toContain('rows-hold');
  });

  test('is checked with a key that was given', async () => {
    expect(codes(await verify(whole, { key }), 'holds')).toContain('key-given');
    const other = writeVerifierKey(makeKey('pravesh/hq/gate-1', 8).key);
    expect(codes(await verify(whole, { key: other }), 'fails')).toEqual([
      'key-differs',
      'head-unsigned',
      'manifest-unsigned',
      'file-contradicts',
    ]);
  });

  test('may lie beside files that a computer left there', async () => {
    const report = await verify(withFile('.DS_Store', 'x'));
    expect(report.ok).toBe(true);
    expect(report.findings).toContainEqual({ state: 'unknown', code: 'file-extra', file: '.DS_Store' });
  });
});

const row = fc.integer({ min: 1, max: 23 });

describe('a row', () => {
  test('with any bit flipped is named', async () => {
    const bytes = whole.get(exportFiles.entries) ?? Buffer.of();
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: bytes.length - 1 }),
        fc.integer({ min: 0, max: 7 }),
        async (at, bit) => {
          const changed = Buffer.from(bytes);
          changed[at] = (changed[at] ?? 0) ^ (1 << bit);
          const bad = bytes.subarray(0, at).filter((byte) => byte === 10).length + 1;
          const report = await verify(withFile(exportFiles.entries, changed));
          expect(report).toMatchObject({ ok: false, firstBadRow: bad });
        },
      ),
      { numRuns: 200 },
    );
  });

  test('with any member changed is named, whoever wrote a new manifest', async () => {
    await fc.assert(
      fc.asyncProperty(row, fc.string({ unit: 'grapheme' }), async (seq, operator) => {
        const files = withLines((lines) => lines.with(seq - 1, lineOf(seq, { operator })));
        const report = await verify(files);
        expect(failures(report)).toContainEqual({ code: 'row-changed', row: seq, line: seq });
        expect(report.firstBadRow).toBe(seq);
      }),
    );
  });

  test('that is removed is named', async () => {
    await fc.assert(
      fc.asyncProperty(row, async (seq) => {
        const report = await verify(withLines((lines) => lines.toSpliced(seq - 1, 1)));
        const expected =
          seq === 23 ? { code: 'rows-cut', row: 23, last: 23 } : { code: 'row-missing', row: seq, line: seq };
        expect(failures(report)).toContainEqual(expected);
        expect(report.firstBadRow).toBe(seq);
      }),
    );
  });

  test('that is doubled is named', async () => {
    await fc.assert(
      fc.asyncProperty(row, fc.integer({ min: 0, max: 23 }), async (seq, at) => {
        const before = Math.max(at, seq);
        const report = await verify(withLines((lines) => lines.toSpliced(before, 0, lines[seq - 1] ?? '')));
        expect(failures(report)).toContainEqual({ code: 'row-doubled', row: seq, line: before + 1 });
      }),
    );
  });

  test('that is swapped with another is named', async () => {
    await fc.assert(
      fc.asyncProperty(row, row, async (one, other) => {
        fc.pre(one < other);
        const report = await verify(
          withLines((lines) => lines.with(one - 1, lines[other - 1] ?? '').with(other - 1, lines[one - 1] ?? '')),
        );
        expect(failures(report)).toContainEqual({ code: 'row-moved', row: one, line: one });
        expect(report.firstBadRow).toBe(one);
      }),
    );
  });

  test('that is put in is named', async () => {
    await fc.assert(
      fc.asyncProperty(row, async (seq) => {
        const forged = lineOf(seq, { outcome: 'refused' });
        const report = await verify(withLines((lines) => lines.toSpliced(seq - 1, 0, forged)));
        expect(failures(report)).toContainEqual({ code: 'row-added', row: seq, line: seq });
        expect(report.firstBadRow).toBe(seq);
      }),
    );
    const report = await verify(withLines((lines) => [...lines, lineOf(24)]));
    expect(failures(report)).toContainEqual({ code: 'row-added', row: 24, line: 24 });
  });

  test('is still missed, doubled or damaged where leaves.bin is gone, and a change is bounded', async () => {
    const bare = new Map(whole);
    bare.delete(exportFiles.leaves);
    expect(failures(await verify(withLines((lines) => lines.toSpliced(6, 1), bare)))).toContainEqual({
      code: 'row-missing',
      row: 7,
      line: 7,
    });
    expect(failures(await verify(withLines((lines) => lines.with(6, lineOf(7, { status: 0 })), bare)))).toContainEqual({
      code: 'rows-differ',
      first: 1,
      last: 23,
    });
  });
});

describe('any other file', () => {
  const names = Array.from(whole.keys()).filter((name) => name !== exportFiles.entries);

  test('with any byte changed, put in or removed is named', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.nat(),
        fc.nat(2),
        fc.integer({ min: 1, max: 255 }),
        async (name, where, how, by) => {
          const bytes = whole.get(name) ?? Buffer.of();
          const at = where % bytes.length;
          const changed = Buffer.concat([
            bytes.subarray(0, at),
            how === 1 ? Buffer.of() : Buffer.of((bytes[at] ?? 0) ^ by),
            bytes.subarray(how === 2 ? at : at + 1),
          ]);
          const report = await verify(withFile(name, changed));
          expect(report.ok).toBe(false);
          const accused = failures(report).flatMap((failure) => ('file' in failure ? [failure.file] : []));
          const failed = codes(report, 'fails');
          const named =
            accused.includes(name) ||
            (name === exportFiles.checkpoint && failed.includes('head-unsigned')) ||
            (name.startsWith('manifest') && failed.includes('manifest-unsigned'));
          expect(named).toBe(true);
          expect(codes(report, 'fails').some((code) => code.startsWith('row'))).toBe(false);
        },
      ),
      { numRuns: 200 },
    );
  });

  test.each([
    ['"last": 23', '"last": 22'],
    ['"first": 1,', '"first": 2,'],
    ['"size": 23', '"size": 29'],
  ])('of proofs accuses no row: %s made %s', async (was, is) => {
    const files = withFile(exportFiles.proofs, String(whole.get(exportFiles.proofs)).replace(was, is));
    const report = await verify(files);
    expect(failures(report)).toContainEqual({ code: 'file-changed', file: exportFiles.proofs });
    expect(report.firstBadRow).toBeUndefined();
    expect(codes(report, 'holds')).toContain('rows-hold');
  });

  test('of proofs, beside a changed row of a part of the log, hides nothing', async () => {
    const part = writeExport(log, { first: 9, last: 20 });
    const bad = withFile(
      exportFiles.proofs,
      '{}',
      withLines((lines) => lines.with(4, lineOf(13, { status: 0 })), part),
    );
    expect(failures(await verify(bad))).toContainEqual({ code: 'row-changed', row: 13, line: 5 });
    const good = await verify(withFile(exportFiles.proofs, '{}', part));
    expect(codes(good, 'unknown')).toContain('rows-unproven');
    expect(good.firstBadRow).toBeUndefined();
  });

  test('of hashes that was changed names the row of the hash', async () => {
    const leaves = Buffer.from(whole.get(exportFiles.leaves) ?? []);
    leaves[32 * 4 + 3] = (leaves[32 * 4 + 3] ?? 0) ^ 1;
    const report = await verify(withFile(exportFiles.leaves, leaves));
    expect(failures(report)).toEqual([{ code: 'file-changed', file: exportFiles.leaves, row: 5 }]);
  });

  test('that is gone is named, and no file of ours may be added', async () => {
    for (const name of names) {
      const files = new Map(whole);
      files.delete(name);
      const report = await verify(files);
      expect(report.ok, name).toBe(false);
    }
    const hidden = writeExport(log);
    expect(failures(await verify(withFile(exportFiles.subjects, '', hidden)))).toContainEqual({
      code: 'file-contradicts',
      file: exportFiles.subjects,
    });
  });
});

describe('a person', () => {
  test('who is not the one of the row is named, also under a manifest that was signed', async () => {
    const files = withFile(
      exportFiles.subjects,
      String(whole.get(exportFiles.subjects)).replace('••••••0008', '••••••0009'),
    );
    signFiles(log, files, { first: 1, last: 23, size: 23 });
    expect(failures(await verify(files))).toEqual([{ code: 'subject-differs', row: 8, line: 4 }]);
  });

  test.each([
    ['doubled', (lines: string[]) => [lines[0], ...lines]],
    ['out of order', (lines: string[]) => lines.toReversed()],
    ['written otherwise', (lines: string[]) => lines.map((line) => line.replace(':', ': '))],
    ['no subject', () => ['{"seq":2}']],
    ['of a row that is not there', () => [JSON.stringify({ mobile: '1', name: '2', salt: '0'.repeat(32), seq: 99 })]],
  ])('%s is not accepted', async (_what, change) => {
    const lines = String(whole.get(exportFiles.subjects)).split('\n').slice(0, -1);
    const files = withFile(exportFiles.subjects, `${change(lines).join('\n')}\n`);
    signFiles(log, files, { first: 1, last: 23, size: 23 });
    expect((await verify(files)).ok).toBe(false);
  });
});

test('whatever lies in the files, there is an answer', async () => {
  const names = Object.values(exportFiles);
  const anything = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.json().map(Buffer.from),
    fc.string().map(Buffer.from),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.constantFrom(...names), anything), { maxLength: 4 }), async (changes) => {
      const files = new Map([...whole, ...changes.map(([name, bytes]) => [name, Buffer.from(bytes)] as const)]);
      expect(typeof (await verify(files)).ok).toBe('boolean');
      const alone = new Map(changes.map(([name, bytes]) => [name, Buffer.from(bytes)] as const));
      expect((await verify(alone)).ok).toBe(false);
    }),
    { numRuns: 200 },
  );
});

test('a log that somebody signed with another key is none of this terminal', async () => {
  const forged = writeExport(makeLog(log.lines, makeKey('pravesh/hq/gate-1', 9)));
  expect((await verify(forged)).ok).toBe(true);
  expect((await verify(forged, { key })).ok).toBe(false);
});
