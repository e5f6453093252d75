/** `pravesh backup` and `pravesh restore` on real logs: what they make, what they refuse, and what they say. */
import { copyFileSync, existsSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { backupCommand } from '../../../main/cli/commands/backup.ts';
import { restoreCommand } from '../../../main/cli/commands/restore.ts';
import { checkTree } from '../../../main/core/db/backup-tree.ts';
import { openForReading } from '../../../main/core/db/database.ts';
import { newestVersion } from '../../../main/core/db/migrate.ts';
import { openLogReader } from '../../../main/core/kiosk.ts';
import { openLog } from '../../support/open-log.ts';
import { makeTemporaryFolder } from '../../support/temporary-folder.ts';
import { collectIo } from './collect-io.ts';

async function run(command: typeof backupCommand, args: readonly string[]) {
  const io = collectIo();
  const code = await command.run(args, io);
  return { code, out: io.outLines.join('\n'), err: io.errLines.join('\n') };
}

/** A data folder with so many rows and a signed head over them, and a place for backups. */
function makeLog(rows: number) {
  const folder = makeTemporaryFolder();
  const data = join(folder, 'data');
  const file = join(folder, 'backup.db');
  const change = (body: (log: ReturnType<typeof openLog>) => void) => {
    const log = openLog(data);
    body(log);
    log.close();
  };
  change((log) => {
    log.appendMany(rows);
    log.checkpoints.sign();
  });
  const config = join(folder, 'pravesh.yml');
  writeFileSync(config, configuration);
  return {
    folder,
    data,
    file,
    change,
    backup: (...more: string[]) => run(backupCommand, [file, '--data', data, ...more]),
    restore: (...more: string[]) => run(restoreCommand, [file, '--data', data, '--config', config, ...more]),
    rows: () => {
      const reader = openLogReader({ data });
      const all = reader.list({ limit: 1_000 });
      reader.close();
      return all;
    },
  };
}

const configuration = `
site: {id: hq, name: Head Office, terminal: gate-1, timezone: Asia/Kolkata}
upstream: {baseUrl: "https://upstream.example/api", apiKey: a-key-of-the-test}
policy: {purposes: {visitor: {admit: [2], refer: [1]}}}
`;

describe('backup', () => {
  it('makes one file for its owner alone, whole, beside a writer that goes on', async () => {
    const log = makeLog(30);
    const writer = openLog(log.data);
    const made = log.backup('--json');
    writer.append();
    const { code, out } = await made;
    writer.close();
    expect(code).toBe(0);
    const report: unknown = JSON.parse(out);
    expect(report).toMatchObject({ file: log.file, checkpoint: 30, treeChecked: true });
    expect(statSync(log.file).mode & 0o777).toBe(0o600);
    expect(readdirSync(log.folder).toSorted()).toEqual(['backup.db', 'data', 'pravesh.yml']);
    const copy = openForReading(log.file);
    expect(copy.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(report).toMatchObject({ rows: checkTree(copy).size });
    copy.close();
  });

  it('says what it made, and that the keys are elsewhere', async () => {
    const { code, out, err } = await makeLog(3).backup();
    expect({ code, out }).toEqual({
      code: 0,
      out: expect.stringMatching(/3 rows, which are whole.*3 rows\.\n[^\n]*keys\//s),
    });
    expect(err).toContain('copied 100 %');
  });

  it('never replaces a file without --force, and is the old one until the new one is complete', async () => {
    const log = makeLog(3);
    writeFileSync(log.file, 'of somebody');
    expect(await log.backup()).toMatchObject({ code: 2, err: expect.stringContaining('--force') });
    expect(readFileSync(log.file, 'utf8')).toBe('of somebody');
    expect((await log.backup('--force')).code).toBe(0);
    expect(openRows(log.file)).toBe(3);
  });

  it('that is stopped leaves nothing', async () => {
    const log = makeLog(3);
    const io = collectIo();
    io.stop();
    expect(await backupCommand.run([log.file, '--data', log.data], io)).toBe(2);
    expect(io.errLines.join()).toContain('was stopped');
    expect(readdirSync(log.folder).toSorted()).toEqual(['data', 'pravesh.yml']);
  });

  it('of a log whose rows were changed is refused, and leaves no file', async () => {
    const log = makeLog(9);
    tamper(log.data, "UPDATE entries SET outcome = 'refused' WHERE seq = 4");
    expect(await log.backup()).toMatchObject({ code: 1, out: '', err: expect.stringContaining('row 4 is not') });
    expect(readdirSync(log.folder)).not.toContain('backup.db');
  });

  it.each([
    [['x.db', '--data', '/no/such'], 'there is no entry log in /no/such'],
    [[], 'FILE is missing'],
  ])('answers %j with words and 2', async (args, words) => {
    expect(await run(backupCommand, args)).toMatchObject({ code: 2, out: '', err: expect.stringContaining(words) });
  });
});

describe('restore', () => {
  it('of the same rows keeps the log beside, and is a row', async () => {
    const log = makeLog(5);
    await log.backup();
    const { code, out } = await log.restore();
    expect({ code, out }).toEqual({
      code: 0,
      out: expect.stringMatching(/5 rows.*signed by the key of this terminal.*has the same 5 rows.*pravesh-replaced-/s),
    });
    expect(log.rows()).toHaveLength(6);
    expect(log.rows().at(-1)).toMatchObject({ outcome: 'act', channel: 'operator', reason: 'restore', site: 'hq' });
    const replaced = readdirSync(log.data).find((name) => /^pravesh-replaced-\d{8}T\d{6}Z\.db$/.test(name));
    expect(openRows(join(log.data, replaced ?? ''))).toBe(5);
    expect(statSync(join(log.data, 'pravesh.db')).mode & 0o777).toBe(0o600);
    log.change((opened) => opened.append());
    const copy = openForReading(join(log.data, 'pravesh.db'));
    expect(checkTree(copy)).toMatchObject({ size: 7 });
    expect(checkTree(copy).wrong).toBeUndefined();
    copy.close();
  });

  it('of an older backup names the rows that would go, and does it with --force only', async () => {
    const log = makeLog(5);
    await log.backup();
    log.change(({ appendMany }) => appendMany(2));
    expect(await log.restore()).toMatchObject({ code: 1, err: expect.stringContaining('rows 6 to 7 would be gone') });
    expect(log.rows()).toHaveLength(7);
    expect(await log.restore('--force')).toMatchObject({
      code: 0,
      out: expect.stringContaining('rows 6 to 7 are gone'),
    });
    expect(log.rows()).toHaveLength(6);
  });

  it('of another history is refused, with --force too', async () => {
    const log = makeLog(5);
    await log.backup();
    const other = makeLog(5);
    copyFileSync(join(log.data, 'keys', 'terminal.key'), join(other.data, 'keys', 'terminal.key'));
    copyFileSync(log.file, other.file);
    const { code, err } = await other.restore('--force');
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('one of the two was rewritten') });
    expect(other.rows()).toHaveLength(5);
    expect(readdirSync(other.data).filter((name) => name.includes('restoring'))).toEqual([]);
  });

  it('of another terminal is refused', async () => {
    const log = makeLog(5);
    await log.backup();
    const other = makeLog(2);
    copyFileSync(log.file, other.file);
    expect(await other.restore('--force')).toMatchObject({ code: 1, err: expect.stringContaining('not signed by') });
  });

  it('beside a running kiosk cannot be done', async () => {
    const log = makeLog(2);
    await log.backup();
    const running = openLog(log.data);
    expect(await log.restore()).toMatchObject({ code: 2, err: expect.stringContaining('Another Pravesh') });
    running.close();
  });

  it('in the place of a damaged log says that nobody can compare, and keeps it', async () => {
    const log = makeLog(40);
    await log.backup();
    truncateSync(join(log.data, 'pravesh.db'), 5_000);
    const { code, out } = await log.restore();
    expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/Nothing else is known.*is damaged/s) });
    expect(log.rows()).toHaveLength(41);
  });

  it('in the place of a log whose rows were changed goes by its signed checkpoint', async () => {
    const log = makeLog(8);
    await log.backup();
    tamper(log.data, "UPDATE entries SET outcome = 'refused' WHERE seq = 4");
    expect(await log.restore()).toMatchObject({ code: 0, out: expect.stringContaining('has the same 8 rows') });
    expect(log.rows()[3]).toMatchObject({ outcome: 'admitted' });
  });

  it('into an empty folder makes no keys, and says that nobody looked at the signature', async () => {
    const log = makeLog(4);
    await log.backup();
    const data = join(log.folder, 'new');
    expect(await log.restore('--data', data)).toMatchObject({
      code: 0,
      out: expect.stringMatching(/key of the terminal is not here.*Nothing else is known/s),
    });
    expect(readdirSync(data).toSorted()).toEqual(['pravesh.db', 'pravesh.lock']);
  });

  it('compares with a checkpoint that left before', async () => {
    const log = makeLog(6);
    await log.backup();
    log.change((opened) => opened.appendMany(3));
    const against = join(log.folder, 'checkpoint.txt');
    log.change((opened) => writeFileSync(against, opened.checkpoints.sign()?.note ?? ''));
    const data = join(log.folder, 'new');
    const refused = await log.restore('--data', data, '--against', against);
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('rows 7 to 9 would be gone') });
    expect(existsSync(join(data, 'pravesh.db'))).toBe(false);
    const forced = await log.restore('--data', data, '--against', log.folder, '--force');
    expect(forced).toMatchObject({ code: 0, out: expect.stringContaining('cannot be known from a checkpoint alone') });
    writeFileSync(against, 'no checkpoint');
    expect(await log.restore('--against', against)).toMatchObject({
      code: 2,
      err: expect.stringContaining('no checkpoint'),
    });
  });

  it('of a backup that is damaged, of a newer version, or none at all is refused and changes nothing', async () => {
    const log = makeLog(40);
    await log.backup();
    const before = log.rows();
    tamper(log.file, 'PRAGMA user_version = 990');
    expect(await log.restore()).toMatchObject({ code: 2, err: expect.stringContaining('is of version 990') });
    tamper(log.file, `PRAGMA user_version = ${newestVersion}; UPDATE entries SET at = 'x' WHERE seq = 9`);
    expect(await log.restore()).toMatchObject({ code: 1, err: expect.stringContaining('row 9 is not') });
    truncateSync(log.file, 9_000);
    expect(await log.restore()).toMatchObject({ code: 1, err: expect.stringContaining('damaged') });
    writeFileSync(log.file, 'this is no database '.repeat(900));
    expect(await log.restore()).toMatchObject({ code: 1, err: expect.stringContaining('no database') });
    writeFileSync(log.file, '');
    expect(await log.restore()).toMatchObject({ code: 2, err: expect.stringContaining('is no entry log') });
    expect(log.rows()).toEqual(before);
    expect(readdirSync(log.data).filter((name) => /restoring|replaced/.test(name))).toEqual([]);
  });
});

function openRows(path: string): number {
  const database = openForReading(path);
  const { size } = checkTree(database);
  database.close();
  return size;
}

/** Changes a database behind the back of its triggers. */
function tamper(place: string, sql: string): void {
  const path = place.endsWith('.db') ? place : join(place, 'pravesh.db');
  const database = new Database(path);
  for (const trigger of database.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all()) {
    database.exec(`DROP TRIGGER ${trigger}`);
  }
  database.exec(sql);
  database.close();
}
