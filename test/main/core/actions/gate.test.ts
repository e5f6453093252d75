/** The gate is opened once for whoever is let in at this terminal, at once, and for nobody else. */
import { join } from 'node:path';
import { Webhook } from 'standardwebhooks';
import { expect, onTestFinished, test, vi } from 'vitest';
import { buildGate } from '../../../../main/core/actions/gate.ts';
import type { AdmittedAction } from '../../../../main/core/config/settings.ts';
import type { EntryDraft } from '../../../../main/core/entry-log/entry.ts';
import { type CommandRequest, FetchFault, type FetchRequest } from '../../../../main/core/ports.ts';
import { openLog } from '../../../support/open-log.ts';
import { buildSettings } from '../../../support/settings.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts';
import { settle } from '../webhooks/webhook-rig.ts';

const admitted: EntryDraft = { outcome: 'admitted', channel: 'kiosk', purpose: 'visitor', status: 2 };
const byCommand: AdmittedAction = { command: ['/usr/local/bin/open-gate', '2'], timeoutMs: 5_000 };
const key = new Uint8Array(32).fill(7);

type Ended = 'ok' | 'missing' | 'failed' | 'timeout';

function buildRig(onAdmitted: AdmittedAction | undefined) {
  const log = openLog(join(makeTemporaryFolder(), 'data'));
  const runs: CommandRequest[] = [];
  const posts: FetchRequest[] = [];
  const logged: string[] = [];
  const behaviour = { ended: Promise.resolve<Ended>('ok'), status: 200 };
  const note = (event: string, fields: unknown) => logged.push(`${event} ${JSON.stringify(fields)}`);
  const gate = buildGate({
    settings: buildSettings({ actions: onAdmitted === undefined ? {} : { onAdmitted } }),
    database: log.database,
    commands: {
      run: (request) => {
        runs.push(request);
        return behaviour.ended;
      },
    },
    fetch: async (request) => {
      posts.push(request);
      if (behaviour.status === 0) {
        throw new FetchFault('refused', false);
      }
      return { status: behaviour.status, headers: {}, body: new Uint8Array() };
    },
    secrets: { key: () => key },
    clock: log.clock,
    logger: { info: note, warn: note, error: note },
  });
  onTestFinished(() => {
    gate.close();
    log.close();
  });
  const write = async (draft: EntryDraft) => {
    const entry = log.append(draft);
    gate.noteRow(draft, entry);
    const begunBefore = runs.length + posts.length;
    await settle();
    return { entry, begunBefore };
  };
  return { gate, log, runs, posts, logged, behaviour, write };
}

test('a program is told of the entry, and of no person; the visitor has the answer first', async () => {
  const { runs, write, gate } = buildRig(byCommand);
  const { entry, begunBefore } = await write(admitted);
  expect(begunBefore).toBe(0);
  const said = {
    entryId: entry.id,
    seq: 1,
    purpose: 'visitor',
    channel: 'kiosk',
    at: '2026-01-15T04:30:00.000Z',
    site: 'hq',
    terminal: 'gate-1',
  };
  expect(runs).toMatchObject([{ command: '/usr/local/bin/open-gate', args: ['2'], timeoutMs: 5_000 }]);
  expect(JSON.parse(runs[0]?.input ?? '')).toEqual(said);
  expect(runs[0]?.env).toEqual({
    PRAVESH_ENTRY_ID: entry.id,
    PRAVESH_SEQ: '1',
    PRAVESH_PURPOSE: 'visitor',
    PRAVESH_CHANNEL: 'kiosk',
    PRAVESH_AT: said.at,
    PRAVESH_SITE: 'hq',
    PRAVESH_TERMINAL: 'gate-1',
  });
  expect(gate.check()).toMatchObject({ ok: true });
});

test.each<[string, Partial<EntryDraft>, number]>([
  ['by hand', { channel: 'operator', operator: 'abc123' }, 1],
  ['with a pass', { reason: 'pass 01' }, 1],
  ['on a phone that this kiosk invited', { channel: 'embed', atTerminal: true }, 1],
  ['for another system', { channel: 'api', party: { id: 'hrportal', txn: 'v' } }, 0],
  ['in a page of another system', { channel: 'embed', party: { id: 'hrportal', txn: 'v' } }, 0],
  ['nobody: referred', { outcome: 'referred' }, 0],
  ['nobody: refused', { outcome: 'refused' }, 0],
])('whoever is let in %s', async (_how, draft, times) => {
  const { runs, write } = buildRig(byCommand);
  await write({ ...admitted, ...draft });
  expect(runs).toHaveLength(times);
});

test('an address is sent one signed message, which nothing repeats', async () => {
  const { posts, write, behaviour, gate, log, logged } = buildRig({
    url: 'https://gate.example.in/o',
    timeoutMs: 3_000,
  });
  behaviour.status = 0;
  const { entry } = await write(admitted);
  expect(posts).toMatchObject([{ method: 'POST', url: 'https://gate.example.in/o', connectMs: 3_000 }]);
  vi.useFakeTimers({ now: log.clock.now(), toFake: ['Date'] });
  onTestFinished(() => {
    vi.useRealTimers();
  });
  const { headers = {}, body = '' } = posts[0] ?? {};
  const secret = `whsec_${Buffer.from(key).toString('base64')}`;
  expect(new Webhook(secret).verify(body, headers)).toMatchObject({ entryId: entry.id, seq: 1 });
  expect(headers['webhook-id']).toBe(`act_${entry.id}`);
  await log.clock.pass(24 * 60 * 60 * 1000);
  expect(posts).toHaveLength(1);
  expect(gate.check()).toMatchObject({ ok: false, detail: 'the gate did not answer: refused' });
  expect(logged).toEqual(['gate did not answer {"seq":1,"problem":"refused"}']);
  behaviour.status = 204;
  await write(admitted);
  expect(gate.check()).toMatchObject({ ok: true });
  behaviour.status = 302;
  await write(admitted);
  expect(gate.check()).toMatchObject({ detail: 'the gate did not answer: http 302' });
});

test('what cannot begin at once is not kept for later', async () => {
  const { runs, write, behaviour, gate, log } = buildRig(byCommand);
  let end: (how: Ended) => void = () => {};
  behaviour.ended = new Promise((resolve) => {
    end = resolve;
  });
  for (let count = 0; count < 9; count += 1) {
    await write(admitted);
  }
  expect(runs).toHaveLength(8);
  expect(gate.check()).toMatchObject({ ok: false, detail: 'the gate did not answer: too many at once' });
  end('timeout');
  await log.clock.pass(60_000);
  expect(runs).toHaveLength(8);
  // The kiosk ends between the row and the gate.
  const entry = log.append(admitted);
  gate.noteRow(admitted, entry);
  gate.close();
  await log.clock.pass(60_000);
  expect(runs).toHaveLength(8);
  expect(runs.every(({ signal }) => signal?.aborted)).toBe(true);
});

test('without the setting nothing happens', async () => {
  const { runs, posts, write, gate } = buildRig(undefined);
  await write(admitted);
  expect([runs, posts, gate.check()]).toEqual([[], [], undefined]);
});
