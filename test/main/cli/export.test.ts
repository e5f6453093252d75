/** `pravesh export`: options in, a folder out, words when it cannot be done. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { exportCommand } from '../../../main/cli/commands/export.ts';
import { openDataFolder } from '../../../main/core/db/data-folder.ts';
import { buildFiles } from '../../../main/platform/files.ts';
import { makeTemporaryFolder } from '../../support/temporary-folder.ts';
import { collectIo } from './collect-io.ts';
import { makeLogFolder } from './log-folder.ts';

async function run(...args: string[]) {
  const io = collectIo();
  return { code: await exportCommand.run(args, io), out: io.outLines, err: io.errLines };
}

it.each([
  [[], '--out DIR is missing: where the export goes'],
  [
    ['--out', '/nowhere/stick'],
    '/nowhere/stick is not there or is no folder; plug the medium in, or make the folder first',
  ],
  [['--out', '/tmp', '--format', 'xlsx'], '--format takes csv,jsonl or jsonl'],
  [['--out', '/tmp', '--since', '/no/such'], 'the file of --since, /no/such, cannot be read (ENOENT)'],
  [['--out', '/tmp', '--recipients', '/no/such'], 'the file of --recipients, /no/such, cannot be read (ENOENT)'],
])('answers %j with words and 2', async (args, words) => {
  const { code, out, err } = await run(...args);
  expect({ code, out }).toEqual({ code: 2, out: [] });
  expect(err[0]).toBe(`pravesh export: ${words}`);
});

it('names the option that is wrong', async () => {
  const out = makeTemporaryFolder();
  const { code, err } = await run('--out', out, '--data', makeLogFolder(), '--from', 'soon');
  expect(code).toBe(2);
  expect(err[0]).toBe('pravesh export: --from takes a day or a moment: 2026-01-31 or 2026-01-31T09:30');
});

it('does not export beside a running kiosk, and says what to do', async () => {
  const data = makeLogFolder();
  const running = openDataFolder(data, buildFiles());
  try {
    const { code, err } = await run('--out', makeTemporaryFolder(), '--data', data);
    expect(code).toBe(2);
    expect(err[0]).toMatch(/^pravesh export: Another Pravesh is using the data folder .* operator page/);
  } finally {
    running.close();
  }
});

it('of a folder without a log cannot be done, and makes none', async () => {
  const data = makeTemporaryFolder();
  const { code, err } = await run('--out', makeTemporaryFolder(), '--data', data);
  expect(code).toBe(2);
  expect(err[0]).toContain('there is no entry log');
  expect(readdirSync(data)).toEqual([]);
});

it('takes no recipients file without a recipient', async () => {
  const folder = makeTemporaryFolder();
  mkdirSync(join(folder, 'out'));
  writeFileSync(join(folder, 'keys.txt'), '# nobody\n\n');
  const { code, err } = await run('--out', join(folder, 'out'), '--recipients', join(folder, 'keys.txt'));
  expect(code).toBe(2);
  expect(err[0]).toContain('there is no recipient in');
});
