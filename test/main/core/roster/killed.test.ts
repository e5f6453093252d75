/** An import that is killed at any slice leaves one roster whole, and nothing of the other after the next start (D1). */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDataFolder } from '../../../../main/core/db/data-folder.ts';
import { payAct } from '../../../../main/core/erasure/owed-act.ts';
import { buildFiles } from '../../../../main/platform/files.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts';
import { first, manager, second } from './people.ts';
import { expectValue, openRosterRig } from './roster-rig.ts';

/** Runs the child; one that stands still is killed. @returns the last line that it told */
function importUntilKilled(data: string, slice: number): Promise<string> {
  const script = join(import.meta.dirname, 'import-child.ts');
  const child = spawn(process.execPath, [script, data, String(slice)], { stdio: ['ignore', 'pipe', 'inherit'] });
  return new Promise((resolve) => {
    let told = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      told += part;
      if (told.includes('still\n')) {
        child.kill('SIGKILL');
      }
    });
    child.once('close', () => resolve(told.trim()));
  });
}

/** How many people each generation has. */
function countGenerations(data: string): Record<string, number> {
  const folder = openDataFolder(data, buildFiles());
  const sql = 'SELECT generation, count(*) AS people FROM roster_people GROUP BY generation';
  const rows = folder.database.prepare<[], { generation: number; people: number }>(sql).all();
  folder.close();
  return Object.fromEntries(rows.map(({ generation, people }) => [generation, people]));
}

test('whichever slice it is killed at', { timeout: 120_000 }, async () => {
  const whole = makeTemporaryFolder();
  const slices = Number(await importUntilKilled(join(whole, 'data'), -1));
  expect(slices).toBeGreaterThan(400);
  const seen = new Set<string>();
  for (const slice of [1, 2, 3, 50, 399, slices - 3, slices - 2, slices - 1, slices]) {
    const data = join(makeTemporaryFolder(), 'data');
    expect(await importUntilKilled(data, slice)).toBe('still');
    const left = countGenerations(data);

    const { database, handlers, append, acts } = openRosterRig({ data });
    await expect
      .poll(() => database.prepare('SELECT count(DISTINCT generation) FROM roster_people').pluck().get())
      .toBe(1);
    const references = database
      .prepare<[], string>('SELECT reference FROM roster_people JOIN roster USING (generation) ORDER BY reference')
      .pluck()
      .all();
    const isNew = references.includes('E499');
    const expected = (isNew ? second : first).map(({ reference }) => reference).toSorted();
    expect(references).toEqual(expected);
    const { rows } = await expectValue(handlers['roster.get'](manager, {}));
    expect(rows).toBe(expected.length);
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok');

    // What came to be the roster has its row, at the latest when the next start pays what is owed.
    payAct(database, (draft) => append(draft) ?? 1);
    expect(acts()).toEqual(['roster-import 300', ...(isNew ? ['roster-import 400'] : [])]);
    seen.add(
      isNew ? (left[1] === undefined ? 'new alone' : 'new, old going') : left[2] ? 'old, new coming' : 'old alone',
    );
  }
  // Otherwise nothing was tried.
  expect(seen).toContain('old, new coming');
  expect(seen).toContain('new, old going');
});
