/** A whole export by the real worker: what is in it verifies, what is asked for is in it, and it leaves a row. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeTools } from '../../../../main/cli/verify/node-tools.ts';
import { type ExportChoice, ExportManifest, problem, verifyExport } from '../../../../main/contract/public.ts';
import { type EntryRow, openLogReader } from '../../../../main/core/kiosk.ts';
import { buildExportHost, fillLog, readExport, runExportLog, visit } from '../../../support/export-rig.ts';
import { buildFakeClock } from '../../../support/fake-clock.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts';
import { readFiles } from '../../../support/write-export.ts';

const names = ['Asha Kumari', 'आशा कुमारी', 'தமிழ்ச் செல்வி'];

/** A log of visits a minute apart from 2026-01-15 10:00 in India, and a folder to export into. */
function makeWorld(rows = 12) {
  const data = makeTemporaryFolder();
  const out = makeTemporaryFolder();
  const clock = buildFakeClock();
  fillLog(
    data,
    Array.from({ length: rows }, (_none, index) => visit(names[index % 3] ?? '')),
    clock,
  );
  const host = buildExportHost(makeTemporaryFolder());
  const run = (choice: ExportChoice = {}, more = {}) => runExportLog({ data, out, host, choice, clock, ...more });
  return { data, out, clock, host, run };
}

function rowsOf(data: string): EntryRow[] {
  const reader = openLogReader({ data });
  try {
    return reader.list({ limit: 1000 });
  } finally {
    reader.close();
  }
}

/** Verifies a folder; every file of it is small here. */
async function verify(path: string) {
  return verifyExport(readFiles(new Map(Object.entries(readExport(path)))), nodeTools);
}

async function done(running: ReturnType<typeof runExportLog>) {
  const answered = await running;
  if (!answered.ok) {
    throw new Error(`the export was refused: ${JSON.stringify(answered.error)}`);
  }
  return { ...answered.value, files: readExport(answered.value.path), verified: await verify(answered.value.path) };
}

const seqsOf = (files: Record<string, Buffer>) =>
  String(files['entries.jsonl'])
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line).seq);

describe('an export', () => {
  it('holds all that the format says, verifies, and has its own act as its last row', async () => {
    const { data, out, run } = makeWorld();
    const { path, files, verified, ...result } = await done(run());
    expect(path).toBe(join(out, 'pravesh-hq-gate-1-1-13-20260115T044200Z'));
    expect(Object.keys(files).sort()).toEqual(
      [
        'README.txt',
        'checkpoint.txt',
        'entries.csv',
        'entries.jsonl',
        'leaves.bin',
        'manifest.json',
        'manifest.note',
        'pravesh.pub',
        'proofs.json',
        'verify.html',
      ].sort(),
    );
    expect(verified.findings.filter(({ state }) => state === 'fails')).toEqual([]);
    expect(verified).toMatchObject({ ok: true, rows: { first: 1, last: 13 } });
    const sizes = Object.values(files).map(({ length }) => length);
    expect(result).toEqual({ first: 1, last: 13, size: 13, bytes: sizes.reduce((sum, size) => sum + size, 0) });
    expect(rowsOf(data).at(-1)).toMatchObject({ seq: 13, outcome: 'act', channel: 'operator', reason: 'export' });
    const manifest = ExportManifest.parse(JSON.parse(String(files['manifest.json'])));
    expect(manifest).toMatchObject({ timeZone: 'Asia/Kolkata', rows: { first: 1, last: 13, count: 13 } });
  });

  it('says nothing of persons unless it is asked to reveal them', async () => {
    const { data, run } = makeWorld();
    const { files } = await done(run());
    const kept = rowsOf(data).flatMap((row) => [
      row.subject_name,
      row.subject_mobile,
      row.subject_salt,
      row.subject_ref,
    ]);
    for (const [name, bytes] of Object.entries(files)) {
      for (const secret of kept.filter((text) => text !== null)) {
        expect(bytes.includes(secret), name).toBe(false);
      }
    }
  });

  it('reveals with --reveal what fits the commitments, and says so in its row', async () => {
    const { data, run } = makeWorld();
    const { files, verified } = await done(run({ reveal: true }));
    expect(verified.findings).toContainEqual({ state: 'holds', code: 'subjects-hold', count: 12 });
    expect(verified.ok).toBe(true);
    expect(String(files['entries.csv'])).toContain(`"தமிழ்ச் செல்வி","'9876543210"\r\n`);
    expect(rowsOf(data).at(-1)).toMatchObject({ reason: 'export-reveal' });
  });

  it('leaves the table out when only JSONL is wanted', async () => {
    const { files, verified } = await done(makeWorld().run({ table: false }));
    expect(files['entries.csv']).toBeUndefined();
    expect(verified.ok).toBe(true);
  });

  it('of a time is tied to the head by its proofs on both sides', async () => {
    const { run } = makeWorld();
    const { files, verified, ...result } = await done(run({ from: '2026-01-15T10:03', to: '2026-01-15T10:07' }));
    expect(seqsOf(files)).toEqual([4, 5, 6, 7]);
    expect(result).toMatchObject({ first: 4, last: 7, size: 13 });
    expect(verified.findings.filter(({ state }) => state === 'fails')).toEqual([]);
  });

  it('of a day takes that day whole, by the clocks of the site', async () => {
    const { run } = makeWorld();
    expect(await done(run({ from: '2026-01-15', to: '2026-01-15' }))).toMatchObject({ first: 1, last: 13 });
  });

  it('continues the one before: by its own, and by the one that is given', async () => {
    const { run, clock } = makeWorld();
    const first = await done(run());
    clock.advance(60_000);
    const second = await done(run());
    expect(second.verified.findings).toContainEqual({ state: 'holds', code: 'continues', older: 13, by: 'own-proof' });
    clock.advance(60_000);
    const third = await done(run({ since: String(first.files['checkpoint.txt']) }));
    expect(seqsOf(third.files)).toEqual([14, 15]);
    expect(third.verified.findings).toContainEqual({ state: 'holds', code: 'continues', older: 13, by: 'own-proof' });
    expect(third.verified.ok).toBe(true);
  });

  it('removes what an interrupted one has left, and nothing else', async () => {
    const { out, run } = makeWorld();
    mkdirSync(join(out, 'pravesh-hq-gate-1-1-9-20260101T000000Z.part'));
    writeFileSync(join(out, 'pravesh-hq-gate-1-1-9-20260101T000000Z.part', 'entries.jsonl'), 'half a');
    writeFileSync(join(out, 'pravesh-hq-gate-1-1-9-20260101T000000Z.tar.age.part'), 'half');
    mkdirSync(join(out, 'pravesh-hq-gate-2-1-9-20260101T000000Z.part'));
    writeFileSync(join(out, 'photo.jpg'), '');
    const { path } = await done(run());
    expect(readdirSync(out).sort()).toEqual(
      ['photo.jpg', 'pravesh-hq-gate-2-1-9-20260101T000000Z.part', path.slice(out.length + 1)].sort(),
    );
  });

  it('tells how far it is, and ends at its whole', async () => {
    const seen: number[] = [];
    await done(makeWorld(600).run({}, { onProgress: (part: number, total: number) => seen.push(part / total) }));
    expect(seen.length).toBeGreaterThan(2);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(seen.at(-1)).toBeLessThanOrEqual(1);
  });
});

describe('an export that cannot be made', () => {
  it.each<[string, ExportChoice, string]>([
    ['a day that is none', { from: '31.1.2026' }, 'from'],
    ['an end that is none', { to: '2026-02-30' }, 'to'],
    ['a checkpoint of nobody', { since: 'pravesh/hq/gate-1\n3\n\n' }, 'since'],
    ['a recipient that is none', { encryptTo: ['age1nobody'] }, 'encryptTo'],
  ])('for %s names the field, writes nothing and leaves no row', async (_what, choice, path) => {
    const { data, out, run } = makeWorld();
    expect(await run(choice)).toEqual(
      problem('invalid-input', { fields: [{ path, problem: expect.stringMatching(/^not-/) }] }),
    );
    expect(readdirSync(out)).toEqual([]);
    expect(rowsOf(data)).toHaveLength(12);
  });

  it('says that there is nothing in that time', async () => {
    const { out, run } = makeWorld();
    await expect(run({ from: '2030-01-01' })).rejects.toMatchObject({ fault: 'nothing-in-range' });
    expect(readdirSync(out)).toEqual([]);
  });

  it('says that its page has not been built', async () => {
    const { run, host, out } = makeWorld();
    await expect(run({}, { host: { ...host, page: '/nowhere/verify.html' } })).rejects.toMatchObject({
      fault: 'page-missing',
      message: expect.stringContaining('npm run build'),
    });
    expect(readdirSync(out)).toEqual([]);
  });

  it('says that the medium is gone', async () => {
    const { run } = makeWorld();
    await expect(run({}, { out: '/nowhere/stick' })).rejects.toMatchObject({ fault: 'medium-gone' });
  });

  it('is cancelled in the middle and leaves nothing', async () => {
    const { out, run } = makeWorld(3_000);
    const stop = new AbortController();
    const seen: number[] = [];
    const onProgress = (part: number) => {
      seen.push(part);
      stop.abort();
    };
    await expect(run({}, { onProgress, signal: stop.signal })).rejects.toMatchObject({ fault: 'cancelled' });
    expect(seen.length).toBeGreaterThan(0);
    expect(readdirSync(out)).toEqual([]);
  });

  it('does not overwrite one of the same name', async () => {
    const { run, out } = makeWorld();
    const choice = { to: '2026-01-15T10:05' };
    const { path } = await done(run(choice));
    const before = readExport(path);
    await expect(run(choice)).rejects.toMatchObject({ fault: 'exists-already' });
    expect(readExport(path)).toEqual(before);
    expect(readdirSync(out)).toHaveLength(1);
  });
});
