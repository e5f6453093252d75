/** What staff see of events and do with them, what health says, and when events are forgotten. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkWebhooks } from '../../../../main/cli/doctor/webhooks-check.ts';
import { operations } from '../../../../main/contract/public.ts';
import { databaseName } from '../../../../main/core/db/data-folder.ts';
import { sweepOutbox } from '../../../../main/core/webhooks/sweep.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts';
import { answerWith, buildWebhookRig, hr, settle, shop, type WebhookRig } from './webhook-rig.ts';

const day = 24 * 60 * 60 * 1000;
const manager = { kind: 'operator', id: 'page', operator: { id: 'abc123', name: 'Meera', role: 'manager' } } as const;

function handlersOf(rig: WebhookRig) {
  return {
    list: async (input: { party?: string; state?: 'waiting' | 'delivered' | 'dead' } = {}) => {
      const listed = await rig.webhooks.handlers['webhook.list'](manager, input);
      return listed.ok ? operations['webhook.list'].output.parse(listed.value) : expect.fail('not listed');
    },
    replay: (input: { party: string; id?: string }) => rig.webhooks.handlers['webhook.replay'](manager, input),
  };
}

test('the list shows the newest first, what became of each, and when the first one is tried again', async () => {
  const rig = buildWebhookRig();
  const { list } = handlersOf(rig);
  rig.behave(({ party }) => answerWith(party === hr ? 500 : 200));
  const [first, second, third] = [rig.write(hr), rig.write(hr), rig.write(shop)];
  await settle();
  const shared = { type: 'verification.decided', at: '2026-01-15T04:30:00.000Z' };
  const { events, ...counts } = await list();
  expect(counts).toEqual({ waiting: 2, dead: 0 });
  expect(events).toEqual([
    { id: `evt_${third.id}`, party: shop, seq: 3, state: 'delivered', attempts: 1, ...shared },
    { id: `evt_${second.id}`, party: hr, seq: 2, state: 'waiting', attempts: 0, ...shared },
    {
      id: `evt_${first.id}`,
      party: hr,
      seq: 1,
      state: 'waiting',
      attempts: 1,
      nextInMs: expect.any(Number),
      lastProblem: 'http 500',
      ...shared,
    },
  ]);
  expect((await list({ party: shop })).events).toHaveLength(1);
  expect(await list({ party: shop })).toMatchObject({ waiting: 0 });
  expect((await list({ state: 'waiting' })).events.map(({ seq }) => seq)).toEqual([2, 1]);
});

test('a replay is a row, and sends one event, or what was given up, under the same names', async () => {
  const rig = buildWebhookRig();
  const { replay, list } = handlersOf(rig);
  const one = rig.write(hr);
  await settle();
  expect(await replay({ party: hr, id: `evt_${one.id}` })).toEqual({ ok: true, value: { events: 1 } });
  await settle();
  expect(rig.seen.map(({ id }) => id)).toEqual([`evt_${one.id}`, `evt_${one.id}`]);
  const act = rig.log.database.prepare('SELECT outcome, operator, reason FROM entries WHERE seq = 2').get();
  expect(act).toEqual({ outcome: 'act', operator: 'abc123', reason: `webhook-replay ${hr}` });
  // Nothing was given up: nothing happens, and there is no row of it.
  expect(await replay({ party: hr })).toEqual({ ok: true, value: { events: 0 } });
  expect(rig.log.database.prepare('SELECT count(*) FROM entries').pluck().get()).toBe(2);
  for (const input of [
    { party: 'nobody00' },
    { party: shop, id: `evt_${one.id}` },
    { party: hr, id: one.id },
    { party: hr, id: 'evt_' },
  ]) {
    expect(await replay(input)).toMatchObject({ ok: false, error: { code: 'not-found' } });
  }
  expect(await list()).toMatchObject({ waiting: 0, dead: 0 });
});

test('health says for whom events wait since when, and what to do', async () => {
  const rig = buildWebhookRig();
  const { replay } = handlersOf(rig);
  expect(rig.webhooks.check()).toBeUndefined();
  rig.behave(({ party }) => answerWith(party === hr ? 500 : 410));
  rig.write(hr);
  rig.write(shop);
  await settle();
  expect(rig.webhooks.check()).toEqual({
    name: 'webhooks',
    ok: false,
    detail: 'events for HR portal wait since 2026-01-15 04:30 UTC (http 500); 1 for Ticket shop were given up',
    todo: expect.stringContaining('look at its receiver'),
  });
  rig.behave(() => answerWith(200));
  await rig.pass(10_000, 1_000);
  expect(rig.webhooks.check()?.todo).toContain(`pravesh party replay ${shop}`);
  await replay({ party: shop });
  await settle();
  expect(rig.webhooks.check()).toBeUndefined();
});

test('the doctor sees it beside a running kiosk, and is not hindered by a folder without a log', async () => {
  expect(checkWebhooks(makeTemporaryFolder())).toEqual([]);
  const rig = buildWebhookRig();
  const data = rig.log.database.name.slice(0, -join('/', databaseName).length);
  expect(checkWebhooks(data)).toEqual([]);
  rig.behave(() => answerWith(503));
  rig.write(hr);
  await settle();
  expect(checkWebhooks(data)).toMatchObject([{ name: 'webhooks', ok: false, detail: expect.stringContaining(hr) }]);
});

test('what was delivered is forgotten after 30 days, what was given up after 90, and what waits never', async () => {
  const rig = buildWebhookRig();
  const { list } = handlersOf(rig);
  const states = async () => (await list()).events.map(({ seq, state }) => `${seq} ${state}`);
  rig.behave(({ seq }) => answerWith(seq === 2 ? 410 : 200));
  rig.write(shop);
  rig.write(hr);
  await settle();
  rig.behave(() => answerWith(500));
  rig.write(shop);
  await settle();
  const sweep = (days: number) => Array.from(sweepOutbox(rig.log.database, rig.clock.now() + days * day + 1)).length;
  sweep(29);
  expect(await states()).toEqual(['3 waiting', '2 dead', '1 delivered']);
  sweep(30);
  expect(await states()).toEqual(['3 waiting', '2 dead']);
  sweep(90);
  expect(await states()).toEqual(['3 waiting']);
  sweep(1_000);
  expect(await states()).toEqual(['3 waiting']);
});
