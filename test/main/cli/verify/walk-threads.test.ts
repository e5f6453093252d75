/** The threads that verify a log: their entry is there, and does its work. */
import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { nodeTools } from '../../../../main/cli/verify/node-tools.ts';
import { findWalkThreads } from '../../../../main/cli/verify/walk-threads.ts';
import { openForReading } from '../../../../main/core/db/database.ts';
import { walkInThreads } from '../../../../main/core/verify/walk-in-threads.ts';
import { makeProvenLog } from '../../../support/proven-log.ts';

test('their entry is found, and goes through a log', async () => {
  const found = findWalkThreads();
  expect(existsSync(found.worker)).toBe(true);
  expect(found.count).toBeGreaterThanOrEqual(1);
  const log = makeProvenLog(130, [100]);
  const database = openForReading(log.path);
  const whole = { first: 1, last: 130, left: [], heads: { first: 1, last: 130 }, key: log.key.verifier, wanted: [] };
  const onProgress = () => {};
  const threads = { ...found, count: 2, leastRows: 10 };
  const walk = await walkInThreads(database, { path: log.path, tools: nodeTools, whole, onProgress }, threads);
  database.close();
  expect(walk).toMatchObject({ last: 130, persons: { kept: 130 }, heads: { count: 1 } });
});
