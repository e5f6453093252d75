/** Erasing that is killed at any moment: the log is whole, what was told to be erased is, and the next start ends it (D1, P5). */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findRoot } from '../../../support/root.ts';
import { countTraces, dayMs, heldIn, openLogOfVisits, tracesOf } from './log-of-visits.ts';

const visits = 900;

/** Runs the child until it has said so many batches, then kills it. @returns the last count that it told */
function eraseUntilKilled(data: string, now: number, batches: number): Promise<number> {
  const script = join(findRoot(), 'test/main/core/erasure/erase-child.ts');
  const child = spawn(process.execPath, [script, data, String(now)], { stdio: ['ignore', 'pipe', 'inherit'] });
  return new Promise((resolve) => {
    let told: string[] = [];
    child.stdout.on('data', (chunk: Buffer) => {
      told = [...told, ...chunk.toString().trim().split('\n')];
      if (told.length >= batches) {
        child.kill('SIGKILL');
      }
    });
    child.once('close', () => resolve(Number(told.at(-1))));
  });
}

test.each([1, 2, 4])('killed after batch %i', async (batches) => {
  const log = openLogOfVisits();
  for (let visit = 0; visit < visits; visit += 1) {
    log.visit();
  }
  const head = Buffer.from(log.tree.rootAt(visits));
  const traces = tracesOf(log.rows());
  log.clock.advance(400 * dayMs);
  log.close();
  const told = await eraseUntilKilled(log.data, log.clock.now(), batches);

  const again = openLogOfVisits({}, log.data);
  again.clock.jump(400 * dayMs);
  expect(again.database.pragma('integrity_check', { simple: true })).toBe('ok');
  const left = heldIn(again.rows()).length;
  expect(visits - left).toBeGreaterThanOrEqual(told);
  expect((visits - left) % 200 === 0 || left === 0).toBe(true);
  again.start()();
  expect(heldIn(again.rows())).toEqual([]);
  expect(countTraces(log.data, traces)).toBe(0);
  expect(Buffer.from(again.tree.rootAt(visits))).toEqual(head);
  const counts = again
    .rows()
    .filter(({ outcome }) => outcome === 'act')
    .map(({ reason }) => Number(/^erase: (\d+) whose time was over$/.exec(reason ?? '')?.[1]));
  expect(counts).toEqual([visits - left, left].filter((count) => count > 0));
});
