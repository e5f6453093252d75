/** `pravesh entries list`: the newest rows, for people and for programs. */
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { entriesCommand } from '../../../main/cli/commands/entries.ts';
import { openDataFolder } from '../../../main/core/db/data-folder.ts';
import type { EntryDraft } from '../../../main/core/entry-log/entry.ts';
import { writeLooks } from '../../../main/core/erasure/looks.ts';
import { buildFiles } from '../../../main/platform/files.ts';
import { makeTemporaryFolder } from '../../support/temporary-folder.ts';
import { collectIo } from './collect-io.ts';
import { drafts, makeLogFolder } from './log-folder.ts';

async function run(...args: string[]) {
  const io = collectIo();
  return { code: await entriesCommand.run(args, io), out: io.outLines, err: io.errLines };
}

const columns = [
  'seq',
  'id',
  'at',
  'site',
  'terminal',
  'purpose',
  'channel',
  'outcome',
  'status',
  'reason',
  'consent_version',
  'consent_locale',
  'consent_hash',
  'policy',
  'operator',
  'upstream_ref',
  'clock',
  'subject_ref',
  'subject_name',
  'subject_mobile',
  'subject_salt',
  'subject_commitment',
];

describe('entries list', () => {
  it('shows a line an entry, oldest first, aligned', async () => {
    expect(await run('list', '--data', makeLogFolder())).toEqual({
      code: 0,
      err: [],
      out: [
        'SEQ  AT (UTC)                  TERMINAL  CHANNEL   PURPOSE   OUTCOME   STATUS  REASON                NAME         MOBILE',
        '1    2026-01-15T04:30:00.000Z  gate-1    kiosk     visitor   declined  -       -                     -            -',
        '2    2026-01-15T04:31:00.000Z  gate-1    kiosk     employee  admitted  2       -                     A••• K•••••  ••••••3210',
        '3    2026-01-15T04:32:00.000Z  gate-1    kiosk     visitor   fault     -       upstream-unavailable  आ• कु••       ••••••3211',
        '4    2026-01-15T04:33:00.000Z  gate-1    operator  -         act       -       say  [31mred          -            -',
      ],
    });
  });

  it('shows the newest with --limit', async () => {
    const { out } = await run('list', '--limit', '2', '--data', makeLogFolder());
    expect(out.slice(1).map((line) => line[0])).toEqual(['3', '4']);
  });

  it('gives every column under its own name with --json, as one value', async () => {
    const { code, out, err } = await run('list', '--json', '--data', makeLogFolder());
    expect({ code, err, lines: out.length }).toEqual({ code: 0, err: [], lines: 1 });
    const rows: unknown = JSON.parse(out[0] ?? '');
    expect(rows).toHaveLength(4);
    expect(rows).toMatchObject([
      { seq: 1, outcome: 'declined', subject_name: null, subject_mobile: null, consent_locale: 'hi' },
      { seq: 2, outcome: 'admitted', status: 2, purpose: 'employee', subject_name: 'A••• K•••••' },
      { seq: 3, outcome: 'fault', reason: 'upstream-unavailable', status: null },
      { seq: 4, outcome: 'act', purpose: null },
    ]);
    for (const row of Array.isArray(rows) ? rows : []) {
      expect(Object.keys(row).sort()).toEqual(columns.toSorted());
    }
    expect(out.join()).not.toMatch(/Asha|Kumari|9876543210/);
  });

  it('reads beside a running kiosk', async () => {
    const data = makeLogFolder();
    const running = openDataFolder(data, buildFiles());
    try {
      expect((await run('list', '--data', data)).out).toHaveLength(5);
    } finally {
      running.close();
    }
  });

  it('leaves a note of the look, which the next kiosk makes a row of, and none when nobody is in the rows', async () => {
    const nobody = makeLogFolder(drafts.filter(({ person }) => person === undefined));
    await run('list', '--data', nobody);
    expect(existsSync(join(nobody, 'looks.db'))).toBe(false);
    const data = makeLogFolder();
    await run('list', '--data', data);
    await run('list', '--json', '--data', data);
    const acts: EntryDraft[] = [];
    writeLooks(data, (draft) => acts.push(draft));
    writeLooks(data, (draft) => acts.push(draft));
    expect(acts).toEqual([
      { outcome: 'act', channel: 'operator', reason: expect.stringMatching(/^view: list, 2 times from 2.*Z to 2.*Z$/) },
    ]);
  });

  it('of a log without rows is empty', async () => {
    const data = makeLogFolder([]);
    expect(await run('list', '--json', '--data', data)).toEqual({ code: 0, out: ['[]'], err: [] });
    expect((await run('list', '--data', data)).out).toHaveLength(1);
  });

  it('of a folder without a log cannot be done, and makes none', async () => {
    const data = makeTemporaryFolder();
    expect(await run('list', '--data', data)).toMatchObject({ code: 2, out: [] });
    const { code, out, err } = await run('list', '--data', join(data, 'none'));
    expect({ code, out }).toEqual({ code: 2, out: [] });
    expect(err[0]).toMatch(/^pravesh entries: there is no entry log in .*none; start the kiosk once/);
  });

  it('of a file that is no database cannot be done', async () => {
    const data = makeLogFolder();
    for (const ending of ['-wal', '-shm']) {
      rmSync(join(data, `pravesh.db${ending}`), { force: true });
    }
    writeFileSync(join(data, 'pravesh.db'), 'this is no database '.repeat(1000));
    const { code, out, err } = await run('list', '--data', data);
    expect({ code, out }).toEqual({ code: 2, out: [] });
    expect(err[0]).toContain('cannot be read (SQLITE_NOTADB)');
  });

  it.each([
    [[], 'ACTION is missing'],
    [['lst'], 'takes list, find, erase, notice'],
    [['list', '--override'], 'list takes no --override'],
    [['list', '--limit', '0'], '--limit takes a whole number from 1 to 100000'],
    [['list', '--limit', 'all'], '--limit takes a whole number from 1 to 100000'],
    [['list', '--config', '/no/such.yml'], '/no/such.yml:1:1: there is no such file'],
  ])('answers %j with words and 2', async (args, words) => {
    const { code, out, err } = await run(...args);
    expect({ code, out }).toEqual({ code: 2, out: [] });
    expect(err[0]).toBe(`pravesh entries: ${words}`);
  });
});
