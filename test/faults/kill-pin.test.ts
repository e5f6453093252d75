/**
 * The server is killed with SIGKILL at random moments while wrong PINs are typed in two windows: no try is ever free, and
 * each has its row (O1, O3).
 */
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Client } from '../../main/contract/public.ts';
import { databaseName } from '../../main/core/db/data-folder.ts';
import { openForWriting } from '../../main/core/db/database.ts';
import { runProgram } from '../support/program.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';
import { enterKiosk } from '../support/visitor-client.ts';
import { buildSeededRandom } from './seeded-random.ts';
import { buildWorld, startServer } from './world.ts';

const kills = 30;
/** The kiosk lives at most this long once a PIN has been sent, in milliseconds: a try takes some eighty. */
const longestLifeMs = 300;
const seed = Number(process.env.PRAVESH_TEST_SEED ?? Date.now() % 2 ** 32);

/** One try. @returns whether it was judged and answered */
async function tryWrong(window: Client): Promise<boolean> {
  const answered = await window['operator.unlock']({ pin: '591824' }).catch(() => undefined);
  return answered !== undefined && !answered.ok && answered.error.attemptsLeft !== undefined;
}

/** Reads how many tries are counted, and begins at none again, so that no wait holds up the next round. */
function takeCount(data: string): number {
  const database = openForWriting(join(data, databaseName));
  const failures = Number(database.prepare('SELECT failures FROM operators').pluck().get());
  database.exec('UPDATE operators SET failures = 0, last_failure_at = NULL');
  database.close();
  return failures;
}

function countRows(data: string): number {
  const database = openForWriting(join(data, databaseName));
  const rows = database.prepare("SELECT count(*) FROM entries WHERE reason = 'unlock-failed'").pluck().get();
  database.close();
  return Number(rows);
}

test(`no try is free after each of ${kills} kills (PRAVESH_TEST_SEED=${seed})`, { timeout: 600_000 }, async () => {
  const random = buildSeededRandom(seed);
  const folder = makeTemporaryFolder();
  const { config } = await buildWorld(folder);
  const data = join(folder, 'data');
  const add = ['operator', 'add', '--name', 'Desk', '--role', 'manager', '--pin-stdin', '--data', data];
  expect(await runProgram([...add, '--config', config], { input: '482915\n' })).toMatchObject({ code: 0 });
  let counted = 0;
  let interrupted = 0;
  // At least so many kills, and more until enough of them came on either side of the answer; a slow machine shifts them.
  const isEnough = () => interrupted > kills / 6 && counted - interrupted > kills / 6;
  let made = 0;
  for (; made < kills || (!isEnough() && made < 3 * kills); made += 1) {
    const server = await startServer({ data, config });
    const windows = await Promise.all([enterKiosk(server.url), enterKiosk(server.url)]);
    const tries = Promise.all(windows.map(tryWrong));
    // The one wait by the clock: a kill belongs to no state of the program.
    await after(random() * longestLifeMs);
    await server.kill();
    const answered = (await tries).filter(Boolean).length;
    const failures = takeCount(data);
    expect(failures).toBeGreaterThanOrEqual(answered);
    expect(failures).toBeLessThanOrEqual(windows.length);
    counted += failures;
    interrupted += failures - answered;
  }
  // The last run's tries get their rows at the next start.
  await (await startServer({ data, config })).stop();
  const rows = countRows(data);
  expect(rows).toBeGreaterThanOrEqual(counted);
  // A row may be written twice that a kill kept from being noted as written, and not more often.
  expect(rows).toBeLessThanOrEqual(counted + made);
  // Otherwise nothing was tried: many kills must come between the count and the answer.
  expect(interrupted).toBeGreaterThan(kills / 6);
  expect(counted - interrupted).toBeGreaterThan(kills / 6);
});
