/**
 * The server is killed with SIGKILL at random moments while visitors are in front of it, and started again on the same
 * folder, 200 times: every outcome that anybody was shown is in the log (D1).
 */
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';
import { sendCrowd } from './crowd.ts';
import { KnownLog } from './known-log.ts';
import { buildSeededRandom } from './seeded-random.ts';
import { buildWorld, startServer } from './world.ts';

const kills = 200;
/** Two venues at a time, each with a folder and a crowd of its own: most of a round is waiting. */
const lanes = 2;
const visitors = 4;
/** The kiosk lives at most this long once visitors have begun, in milliseconds. */
const longestLifeMs = 250;
const seed = Number(process.env.PRAVESH_TEST_SEED ?? Date.now() % 2 ** 32);

test(`every decision that was shown is in the log after each of ${kills} kills (PRAVESH_TEST_SEED=${seed})`, {
  timeout: 600_000,
}, async () => {
  const seen = await Promise.all(Array.from({ length: lanes }, (_, lane) => killOften(kills / lanes, seed + lane)));
  // Otherwise nothing was tried: most deaths must come in the middle of a visit, and some results must be seen.
  expect(sum(seen.map(({ interrupted }) => interrupted))).toBeGreaterThan(kills / 2);
  expect(sum(seen.map(({ shown }) => shown))).toBeGreaterThan(kills);
});

/** Kills, starts again and looks, so many times on one log. */
async function killOften(times: number, laneSeed: number): Promise<{ interrupted: number; shown: number }> {
  const random = buildSeededRandom(laneSeed);
  const folder = makeTemporaryFolder();
  const { sandboxUrl, config, next } = await buildWorld(folder);
  const data = join(folder, 'data');
  const log = new KnownLog(data);
  let interrupted = 0;
  let shown = 0;
  for (let kill = 0; kill < times; kill += 1) {
    const server = await startServer({ data, config });
    const crowd = await sendCrowd({ launchUrl: server.url, sandboxUrl, visitors, next, random });
    // The one wait by the clock: a kill belongs to no state of the program.
    await after(random() * longestLifeMs);
    crowd.expectDeath();
    await server.kill();
    const witness = await crowd.gone();
    expect(witness.strange).toEqual([]);
    log.readNew();
    log.expectAll(witness);
    interrupted += Math.sign(witness.unanswered);
    shown += witness.shown.length;
  }
  log.expectWhole();
  return { interrupted, shown };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
