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
const visitors = 4;
/** The kiosk lives at most this long once visitors have begun, in milliseconds. */
const longestLifeMs = 250;
const seed = Number(process.env.PRAVESH_TEST_SEED ?? Date.now() % 2 ** 32);

test(`every decision that was shown is in the log after each of ${kills} kills (PRAVESH_TEST_SEED=${seed})`, {
  timeout: 600_000,
}, async () => {
  const random = buildSeededRandom(seed);
  const folder = makeTemporaryFolder();
  const { sandboxUrl, config, next } = await buildWorld(folder);
  const data = join(folder, 'data');
  const log = new KnownLog(data);
  let interrupted = 0;
  let shown = 0;
  for (let kill = 0; kill < kills; kill += 1) {
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
  // Otherwise nothing was tried: most deaths must come in the middle of a visit, and some results must be seen.
  expect(interrupted).toBeGreaterThan(kills / 2);
  expect(shown).toBeGreaterThan(kills);
});
