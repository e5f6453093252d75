/** Each event arrives, in order for its party, under one name, however its receiver behaves. */

import fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { expect, onTestFinished, test, vi } from 'vitest';
import { FetchFault } from '../../../../main/core/ports.ts';
import { longestWaitMs } from '../../../../main/core/webhooks/backoff.ts';
import { answerWith, buildWebhookRig, hang, hr, settle, shop } from './webhook-rig.ts';

const minute = 60_000;
const hour = 60 * minute;

test('an event goes out at once, says what the row says, and is signed as Standard Webhooks has it', async () => {
  const rig = buildWebhookRig();
  const entry = rig.write(hr);
  await settle();
  expect(rig.seen).toHaveLength(1);
  const { url, method, body = '', headers } = rig.seen[0]?.request ?? expect.fail('nothing was sent');
  expect([method, url]).toEqual(['POST', 'https://hrportal.example/hook']);
  vi.useFakeTimers({ now: rig.clock.now(), toFake: ['Date'] });
  onTestFinished(() => {
    vi.useRealTimers();
  });
  const event = new Webhook(rig.parties.get(hr)?.webhook?.secret ?? '').verify(body, { ...headers });
  expect(event).toEqual({
    type: 'verification.decided',
    timestamp: '2026-01-15T04:30:00.000Z',
    data: {
      verificationId: 'verification-hrportal-0001',
      entryId: entry.id,
      seq: 1,
      decision: 'admitted',
      status: 2,
      purpose: 'visitor',
      nonce: 'n-1',
      checkCode: entry.checkCode,
      receipt: `receipt-of-${entry.id}-${rig.clock.now()}`,
    },
  });
  expect(headers['webhook-id']).toBe(`evt_${entry.id}`);
  expect(() => new Webhook(rig.parties.get(shop)?.webhook?.secret ?? '').verify(body, { ...headers })).toThrow(
    /signature/,
  );
  expect(JSON.stringify([rig.seen, rig.logged])).not.toMatch(/Asha|9876543210/);
});

test('an end without a decision is told with its reason, and a hidden one with what the system has seen of it', async () => {
  const rig = buildWebhookRig();
  const ended = { channel: 'api', purpose: 'visitor', party: { id: hr, txn: 'v-2' } } as const;
  rig.write(hr, { ...ended, outcome: 'not-verified', reason: 'otp-expired' });
  const told = { outcome: 'not-verified', reason: 'otp-exhausted' } as const;
  rig.write(hr, { ...ended, outcome: 'not-verified', reason: 'person-unknown', told });
  await settle();
  const bodies = rig.seen.map(({ request }) => JSON.parse(request.body ?? ''));
  expect(bodies.map(({ type }) => type)).toEqual(['verification.ended', 'verification.ended']);
  expect(bodies[0].data).toEqual({
    verificationId: 'v-2',
    entryId: expect.any(String),
    seq: 1,
    outcome: 'not-verified',
    reason: 'otp-expired',
    purpose: 'visitor',
  });
  expect(bodies[1].data).toMatchObject(told);
});

test('there is no event for what nobody waits for', async () => {
  const rig = buildWebhookRig();
  rig.parties.set('nohookid', { name: 'No hook' });
  rig.write('nohookid');
  // A visit that was turned away before it had an identifier.
  rig.write(hr, { outcome: 'not-verified', channel: 'api', reason: 'person-unknown', party: { id: hr } });
  rig.write(hr, { outcome: 'admitted', channel: 'kiosk', purpose: 'visitor', status: 2 });
  await settle();
  expect(rig.seen).toEqual([]);
  expect(rig.log.database.prepare('SELECT count(*) FROM outbox').pluck().get()).toBe(0);
  expect(rig.clock.timers()).toBe(0);
});

test('the first event that is not delivered holds back the others of its party, and of no other', async () => {
  const rig = buildWebhookRig();
  rig.behave(({ party }) => answerWith(party === hr ? 500 : 200));
  for (const party of [hr, hr, shop, shop]) {
    rig.write(party);
  }
  await settle();
  expect(rig.seen.filter(({ party }) => party === hr).map(({ seq }) => seq)).toEqual([1]);
  expect(rig.seen.filter(({ party }) => party === shop).map(({ seq }) => seq)).toEqual([3, 4]);
  rig.behave(() => answerWith(200));
  await rig.pass(10_000, 1_000);
  const ofHr = rig.seen.filter(({ party }) => party === hr);
  expect(ofHr.map(({ seq }) => seq)).toEqual([1, 1, 2]);
  expect(ofHr[0]?.id).toBe(ofHr[1]?.id);
  // Nothing is left to wait for.
  expect(rig.clock.timers()).toBe(0);
});

test('tries that fail come further and further apart', async () => {
  const rig = buildWebhookRig();
  rig.behave(() => answerWith(500));
  rig.write(hr);
  await rig.pass(2 * hour, 1_000);
  const gaps = rig.seen.slice(1).map(({ at }, index) => at - (rig.seen[index]?.at ?? 0));
  expect(gaps.length).toBeGreaterThan(8);
  for (const [index, gap] of gaps.entries()) {
    expect(gap).toBeGreaterThanOrEqual(5_000 * 2 ** index * 0.8);
    expect(gap).toBeLessThanOrEqual(5_000 * 2 ** index * 1.2 + 1_000);
  }
});

test('whatever receivers answer, every event arrives, in order, each under one name', async () => {
  const outcome = fc.constantFrom('take', 'take', 'fail', 'refuse', 'reset', 'hang', 'redirect', 'restart');
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(hr, shop), { minLength: 1, maxLength: 8 }),
      fc.array(outcome, { maxLength: 12 }),
      async (parties, script) => {
        const rig = buildWebhookRig();
        const taken: Record<string, string[]> = { [hr]: [], [shop]: [] };
        const steps = script.values();
        rig.behave((one) => {
          const step = steps.next().value ?? 'take';
          switch (step) {
            case 'fail':
              return answerWith(503);
            case 'redirect':
              return answerWith(307, { location: 'https://elsewhere.example/' });
            case 'refuse':
              throw new FetchFault('refused', false);
            case 'reset':
              // It has arrived, and nobody knows: it comes once more.
              taken[one.party]?.push(one.id);
              throw new FetchFault('reset', true);
            case 'hang':
              return hang(one);
            case 'restart':
              setImmediate(rig.restart);
              return answerWith(502);
            default:
              taken[one.party]?.push(one.id);
              return answerWith(200);
          }
        });
        const written = parties.map((party) => ({ party, id: `evt_${rig.write(party).id}` }));
        await rig.pass(15 * hour, minute);
        for (const party of [hr, shop]) {
          const unique = Array.from(new Set(taken[party]));
          expect(unique).toEqual(written.filter((one) => one.party === party).map(({ id }) => id));
          // Once something new has arrived nothing older comes again.
          const order = taken[party]?.map((id) => unique.indexOf(id)) ?? [];
          expect(order).toEqual(order.toSorted((a, b) => a - b));
        }
      },
    ),
    { numRuns: 12 },
  );
});

test('at most eight receivers are asked at once, and one that hangs is given up after 15 seconds', async () => {
  const rig = buildWebhookRig();
  const many = Array.from({ length: 12 }, (_, index) => `party${String(index).padStart(3, '0')}`);
  for (const party of many) {
    rig.parties.set(party, { name: party, webhook: { url: `https://${party}.example/`, secret: 'whsec_aGFuZw==' } });
  }
  rig.behave(hang);
  for (const party of many) {
    rig.write(party);
  }
  await settle();
  expect(rig.seen).toHaveLength(8);
  await rig.pass(15_000, 1_000);
  expect(rig.seen).toHaveLength(12);
  const { events } = await listOf(rig);
  expect(events.filter(({ lastProblem }) => lastProblem === 'timeout')).toHaveLength(8);
});

test('Retry-After is honoured, up to six hours', async () => {
  const rig = buildWebhookRig();
  rig.behave(() => answerWith(429, { 'retry-after': '900' }));
  rig.write(hr);
  await rig.pass(14 * minute);
  expect(rig.seen).toHaveLength(1);
  rig.behave(() => answerWith(503, { 'retry-after': '999999999' }));
  await rig.pass(2 * minute);
  expect(rig.seen).toHaveLength(2);
  rig.behave(() => answerWith(200));
  await rig.pass(longestWaitMs + minute, minute);
  expect(rig.seen).toHaveLength(3);
});

test('a receiver that is gone is sent nothing more until staff replay', async () => {
  const rig = buildWebhookRig();
  rig.behave(() => answerWith(410));
  rig.write(hr);
  rig.write(hr);
  await settle();
  rig.write(hr);
  await rig.pass(hour, minute);
  rig.restart();
  rig.write(hr);
  await settle();
  expect(rig.seen).toHaveLength(1);
  expect(await listOf(rig)).toMatchObject({ waiting: 0, dead: 4 });
  rig.behave(() => answerWith(200));
  expect(await replayOf(rig, { party: hr })).toEqual({ ok: true, value: { events: 4 } });
  await settle();
  expect(rig.seen.map(({ seq }) => seq)).toEqual([1, 1, 2, 3, 4]);
});

test('after about three days of tries an event is given up, with those as old as it, and steps aside', async () => {
  const rig = buildWebhookRig();
  rig.behave(() => answerWith(500));
  rig.write(hr);
  rig.write(hr);
  await rig.pass(86 * hour, 2 * minute);
  expect(rig.seen.length).toBeGreaterThanOrEqual(24);
  expect(await listOf(rig)).toMatchObject({ waiting: 0, dead: 2 });
  rig.behave(() => answerWith(200));
  const before = rig.seen.length;
  rig.write(hr);
  await rig.pass(8 * hour, minute);
  expect(rig.seen.slice(before).map(({ seq }) => seq)).toEqual([3]);
});

test('a removed party is sent nothing more', async () => {
  const rig = buildWebhookRig();
  rig.behave(() => answerWith(500));
  rig.write(hr);
  rig.write(hr);
  rig.write(shop);
  await settle();
  rig.parties.delete(hr);
  rig.webhooks.drop(hr);
  expect(await listOf(rig)).toMatchObject({ waiting: 1, dead: 0 });
  rig.write(shop);
  await settle();
  // Removed while no kiosk ran.
  rig.parties.delete(shop);
  rig.restart();
  await settle();
  expect(await listOf(rig)).toMatchObject({ waiting: 0, dead: 0 });
  await rig.pass(hour, minute);
  expect(rig.seen.map(({ seq }) => seq)).toEqual([1, 3]);
});

test('what is on its way when the kiosk ends is sent again under its name, and counts as no try', async () => {
  const rig = buildWebhookRig();
  rig.behave(hang);
  rig.write(hr);
  await settle();
  rig.behave(() => answerWith(200));
  rig.restart();
  await settle();
  expect(rig.seen.map(({ id }) => id)).toEqual([rig.seen[0]?.id, rig.seen[0]?.id]);
  expect((await listOf(rig)).events).toMatchObject([{ state: 'delivered', attempts: 1 }]);
});

test('a restart does not hasten a receiver that fails, and a clock that was set back keeps nobody waiting for long', async () => {
  const rig = buildWebhookRig();
  rig.behave(() => answerWith(500));
  rig.write(hr);
  await rig.pass(hour, minute);
  const tries = rig.seen.length;
  rig.restart();
  await rig.pass(5 * minute, minute);
  expect(rig.seen).toHaveLength(tries);
  rig.clock.jump(-400 * 24 * hour);
  rig.behave(() => answerWith(200));
  await rig.pass(2 * hour, minute);
  expect(rig.seen).toHaveLength(tries + 1);
});

test('after a restart with a clock that was set back a try waits no longer than six hours and a fifth', async () => {
  const rig = buildWebhookRig();
  rig.behave(() => answerWith(500));
  rig.write(hr);
  await settle();
  rig.clock.jump(-400 * 24 * hour);
  rig.restart();
  rig.behave(() => answerWith(200));
  await rig.pass(8 * hour, minute);
  expect(rig.seen).toHaveLength(2);
});

test('a machine that slept, or whose clock was set forward, tries within a minute', async () => {
  const rig = buildWebhookRig();
  rig.behave(() => answerWith(500));
  rig.write(hr);
  await rig.pass(2 * hour, minute);
  const tries = rig.seen.length;
  rig.behave(() => answerWith(200));
  rig.clock.jump(400 * 24 * hour);
  await rig.pass(minute, minute);
  expect(rig.seen).toHaveLength(tries + 1);
  expect(await listOf(rig)).toMatchObject({ waiting: 0, dead: 0 });
});

type Rig = ReturnType<typeof buildWebhookRig>;

const manager = { kind: 'operator', id: 'page', operator: { id: 'abc123', name: 'Meera', role: 'manager' } } as const;

async function listOf(rig: Rig) {
  const listed = await rig.webhooks.handlers['webhook.list'](manager, {});
  return listed.ok ? listed.value : expect.fail('not listed');
}

async function replayOf(rig: Rig, input: { party: string; id?: string }) {
  return rig.webhooks.handlers['webhook.replay'](manager, input);
}
