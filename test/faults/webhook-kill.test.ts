/**
 * A kiosk is killed with SIGKILL at random moments while a system has people verified and is sent its events: none is
 * lost, none tells of a row that is not there, and they come in order under names that never change.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { openLogReader } from '../../main/core/kiosk.ts';
import { startSandbox } from '../../main/sandbox/sandbox.ts';
import { readBody } from '../support/raw-upstream.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';
import { buildSeededRandom } from './seeded-random.ts';

const kills = 6;
/** It lives at most this long once the first decision was told, in milliseconds. */
const longestLifeMs = 300;
const seed = Number(process.env.PRAVESH_TEST_SEED ?? Date.now() % 2 ** 32);
const peopleEachTime = 2_000;
const firstNumber = 9_000_000_000;

interface Event {
  readonly id: string;
  readonly seq: number;
  readonly entryId: string;
}

/** A receiver that takes its time with each event, so that some are on their way when the kiosk dies. */
async function openReceiver(random: () => number): Promise<{ url: string; events: Event[] }> {
  const events: Event[] = [];
  const server = createServer(async (request, response) => {
    const { data } = JSON.parse(await readBody(request));
    events.push({ id: String(request.headers['webhook-id']), seq: data.seq, entryId: data.entryId });
    await after(random() * 10);
    response.end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return { url: `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}/`, events };
}

test(`no event is lost over ${kills} kills (PRAVESH_TEST_SEED=${seed})`, async () => {
  const random = buildSeededRandom(seed);
  const folder = makeTemporaryFolder();
  const data = join(folder, 'data');
  const people = Array.from({ length: (kills + 1) * peopleEachTime }, (_, index) => ({
    full_name: `Visitor ${firstNumber + index}`,
    mobile_number: String(firstNumber + index),
    vaccination_status: 2 as const,
  }));
  const sandbox = await startSandbox({ port: 0, people });
  onTestFinished(() => sandbox.close());
  const receiver = await openReceiver(random);
  const start = (firstPerson: string) => {
    const child = spawn(
      process.execPath,
      [join(import.meta.dirname, 'webhook-child.ts'), data, sandbox.url, receiver.url, firstPerson],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
        env: {
          ...process.env,
          NODE_OPTIONS: undefined,
          PRAVESH_LOG: 'silent',
          NODE_COMPILE_CACHE: join(folder, 'compiled'),
        },
      },
    );
    const ended = once(child, 'close');
    return { child, ended };
  };
  const shown: number[] = [];
  for (let kill = 0; kill < kills; kill += 1) {
    const { child, ended } = start(String(firstNumber + kill * peopleEachTime));
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      said += part;
    });
    await Promise.race([once(child.stdout, 'data'), ended]);
    // The one wait by the clock: a kill belongs to no state of the program.
    await after(random() * longestLifeMs);
    child.kill('SIGKILL');
    await ended;
    expect(child.exitCode).toBeNull();
    shown.push(
      ...said
        .slice(0, said.lastIndexOf('\n') + 1)
        .split('\n')
        .filter(Boolean)
        .map(Number),
    );
  }
  const { child, ended } = start('');
  await ended;
  expect(child.exitCode).toBe(0);

  const reader = openLogReader({ data });
  const rows = reader.list({ limit: 100_000 }).filter(({ operator }) => operator?.startsWith('party:'));
  reader.close();
  const firsts = Array.from(new Map(receiver.events.toReversed().map((event) => [event.id, event])).values());
  const arrived = receiver.events.filter((event) => firsts.includes(event));
  expect(arrived).toEqual(rows.map(({ id, seq }) => ({ id: `evt_${id}`, seq, entryId: id })));
  expect(rows.map(({ seq }) => seq)).toEqual(expect.arrayContaining(shown));
  // An event comes again right after a death, and then only the one that was on its way.
  expect(receiver.events.length - arrived.length).toBeLessThanOrEqual(kills);
  expect(shown.length).toBeGreaterThan(kills);
});
