/** A log in several threads: the same report as by one, of a good log and of each broken one. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { nodeTools } from '../../../../main/cli/verify/node-tools.ts';
import { writeVerifierKey } from '../../../../main/contract/public.ts';
import { openForReading } from '../../../../main/core/db/database.ts';
import { type VerifyLogOptions, verifyLog, verifyLogInThreads } from '../../../../main/core/verify/verify-log.ts';
import { walkInThreads } from '../../../../main/core/verify/walk-in-threads.ts';
import { makeProvenLog, type ProvenLog, tamper } from '../../../support/proven-log.ts';
import { findRoot } from '../../../support/root.ts';

/** More than two pages, so that there are three stretches: the second begins after row 100, the third after 200. */
const rows = 250;
const heads = [40, 100, 101, 200, 240, rows];
const threads = { worker: join(findRoot(), 'main', 'cli', 'verify-worker.ts'), count: 3, leastRows: 80 };

function optionsOf(log: ProvenLog, onProgress: VerifyLogOptions['onProgress'] = () => {}): VerifyLogOptions {
  const older = [40, 101, 200].map((size) => ({ by: 'given' as const, note: log.notes.get(size) ?? '' }));
  return { path: log.path, key: writeVerifierKey(log.key.verifier), older, tools: nodeTools, onProgress };
}

/** Goes through it in threads and does not fall back to one. */
async function walk(log: ProvenLog, more: Partial<typeof threads> = {}) {
  const database = openForReading(log.path);
  const whole = {
    first: 1,
    last: rows,
    left: [],
    heads: { first: 0, last: Number.MAX_SAFE_INTEGER },
    key: log.key.verifier,
    wanted: [40, 101],
  };
  const walked = await walkInThreads(database, { ...optionsOf(log), whole }, { ...threads, ...more });
  database.close();
  return walked;
}

describe('a good log', () => {
  test('is gone through by all threads, and counted once', async () => {
    const walked = await walk(makeProvenLog(rows, heads));
    expect(walked).toMatchObject({
      last: rows,
      nodes: { other: undefined },
      persons: { kept: rows, erased: 0 },
      heads: { count: heads.length },
    });
    expect([...(walked?.rootsAt.keys() ?? [])]).toEqual([40, 101]);
  });

  test('has the same report as by one thread', async () => {
    const good = makeProvenLog(rows, heads);
    const alone = verifyLog(optionsOf(good));
    expect(alone.ok).toBe(true);
    expect(await verifyLogInThreads(optionsOf(good), threads)).toEqual(alone);
  });

  test('of few rows is gone through by one thread, which is started for nothing', async () => {
    const good = makeProvenLog(rows, heads);
    expect(await walk(good, { leastRows: rows })).toBeUndefined();
    expect(await walk(good, { count: 1 })).toBeUndefined();
    expect(await verifyLogInThreads(optionsOf(good), { ...threads, leastRows: rows })).toMatchObject({ ok: true });
  });
});

test.each([
  "UPDATE entries SET reason = 'other' WHERE seq IN (3, 220)",
  'DELETE FROM entries WHERE seq = 150',
  `DELETE FROM entries WHERE seq = ${rows}`,
  "UPDATE entries SET subject_name = 'Eve' WHERE seq = 201",
  'UPDATE tree_nodes SET hash = zeroblob(32) WHERE level = 6 AND position = 0',
  'DELETE FROM tree_nodes WHERE level = 6 AND position = 0',
  'INSERT INTO tree_nodes VALUES (1, 3000, zeroblob(32))',
  "UPDATE checkpoints SET note = replace(note, 'gate-1', 'gate-2') WHERE size = 101",
  'UPDATE checkpoints SET size = 900 WHERE size = 101',
])('a broken log has the same report as by one thread: %s', async (sql) => {
  const log = makeProvenLog(rows, heads);
  tamper(log.path, sql);
  const alone = verifyLog(optionsOf(log));
  expect(alone.ok).toBe(false);
  expect(await verifyLogInThreads(optionsOf(log), threads)).toEqual(alone);
});

test('a thread that cannot be started leaves the work to the one that asked', async () => {
  const good = makeProvenLog(rows, heads);
  const nowhere = { ...threads, worker: join(findRoot(), 'main', 'cli', 'no-such-worker.ts') };
  expect(await walk(good, nowhere)).toBeUndefined();
  expect(await verifyLogInThreads(optionsOf(good), nowhere)).toEqual(verifyLog(optionsOf(good)));
});
