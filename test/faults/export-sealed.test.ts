/** Encrypted exports, opened by the real `age` and `tar`; the table, opened by the real LibreOffice. */
import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeTools } from '../../main/cli/verify/node-tools.ts';
import { verifyExport } from '../../main/contract/public.ts';
import { buildExportHost, fillLog, readExport, runExportLog, visit } from '../support/export-rig.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';
import { readFiles } from '../support/write-export.ts';

const names = ['Asha Kumari', 'आशा कुमारी', 'தமிழ்ச் செல்வி'];

/** Whether a program is on this machine. */
function has(program: string): boolean {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0;
}

function makeLog(): string {
  const data = makeTemporaryFolder();
  const acts = [{ outcome: 'act', channel: 'operator', reason: '=HYPERLINK("http://x.test";"y")' } as const];
  fillLog(data, [...names.map((name) => visit(name)), ...acts]);
  return data;
}

async function exportTo(out: string, choice: Parameters<typeof runExportLog>[0]['choice']): Promise<string> {
  const host = buildExportHost(makeTemporaryFolder());
  const answered = await runExportLog({ data: makeLog(), out, host, choice: choice ?? {} });
  if (!answered.ok) {
    throw new Error(answered.error.message);
  }
  return answered.value.path;
}

describe.skipIf(!has('age'))('an encrypted export (skipped where the program age is missing)', () => {
  it('is one file that age and tar open into an export that verifies, and holds nothing in clear', async () => {
    const out = makeTemporaryFolder();
    const keys = makeTemporaryFolder();
    const identities = ['one', 'two'].map((name) => {
      const file = join(keys, name);
      execFileSync('age-keygen', ['-o', file], { stdio: 'ignore' });
      return { file, recipient: execFileSync('age-keygen', ['-y', file], { encoding: 'utf8' }).trim() };
    });
    const encryptTo = identities.map(({ recipient }) => recipient);
    const path = await exportTo(out, { encryptTo, reveal: true });
    expect(readdirSync(out)).toEqual([path.slice(out.length + 1)]);
    expect(path).toMatch(/\/pravesh-hq-gate-1-1-5-\d{8}T\d{6}Z\.tar\.age$/);
    const sealed = readFileSync(path);
    for (const clear of ['Asha', 'ustar', 'entries.jsonl', 'pravesh/hq']) {
      expect(sealed.includes(clear)).toBe(false);
    }
    for (const { file } of identities) {
      const opened = makeTemporaryFolder();
      writeFileSync(join(opened, 'export.tar'), execFileSync('age', ['-d', '-i', file, path]));
      execFileSync('tar', ['xf', 'export.tar'], { cwd: opened });
      const folder = path.slice(out.length + 1).replace('.tar.age', '');
      const files = readExport(join(opened, folder));
      expect(Object.keys(files)).toContain('subjects.jsonl');
      const verified = await verifyExport(readFiles(new Map(Object.entries(files))), nodeTools);
      expect(verified.findings.filter(({ state }) => state === 'fails')).toEqual([]);
    }
  });
});

describe.skipIf(!has('soffice'))('the table (skipped where LibreOffice is missing)', () => {
  it('opens in LibreOffice without a formula, with every script, and with numbers as text', async () => {
    const path = await exportTo(makeTemporaryFolder(), { reveal: true });
    const folder = makeTemporaryFolder();
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const table = join(path, 'entries.csv');
    const filter = '--infilter=CSV:44,34,UTF8,1,,,false,true';
    execFileSync('soffice', [profile, '--headless', filter, '--convert-to', 'fods', '--outdir', folder, table], {
      stdio: 'ignore',
    });
    const sheet = readFileSync(join(folder, 'entries.fods'), 'utf8');
    expect(sheet).not.toContain('table:formula');
    for (const name of names) {
      expect(sheet).toContain(`<text:p>${name}</text:p>`);
    }
    const cellOf = (text: string) => new RegExp(`<table:table-cell[^>]*>\\s*<text:p>${text}</text:p>`).exec(sheet)?.[0];
    expect(cellOf('&apos;9876543210')).toContain('office:value-type="string"');
    expect(cellOf('&apos;=HYPERLINK[^<]*')).toContain('office:value-type="string"');
    expect(cellOf('gate-1')).toContain('office:value-type="string"');
  });
});
