/**
 * A receiver of events that misbehaves on the wire in every way that is known, over real connections; the clock is the
 * test's own, so that an hour takes a moment. Each event arrives at least once, in order, under one name.
 */
import type { Socket } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { expect, onTestFinished, test, vi } from 'vitest';
import { buildFetch } from '../../main/platform/fetch.ts';
import { buildWebhookRig, hr, type WebhookRig } from '../main/core/webhooks/webhook-rig.ts';
import { onRequest, openRawUpstream, rawAnswer } from '../support/raw-upstream.ts';

/** What a receiver does with a request that it has read. */
type Manner = (socket: Socket) => void;

const take: Manner = (socket) => socket.write(rawAnswer('204 No Content', ''));

/** Each of them fails, and the event comes again. */
const bad = {
  'answers 500': (socket) => socket.write(rawAnswer('500 Internal Server Error', 'sorry')),
  'sends elsewhere': (socket) =>
    socket.write(rawAnswer('307 Temporary Redirect', '', ['Location: http://127.0.0.1:9/'])),
  'resets the connection': (socket) => socket.resetAndDestroy(),
  'closes without a word': (socket) => socket.destroy(),
  'dies in the middle of its headers': (socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Le'),
  'dies in the middle of its answer': (socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nthank'),
  'answers no HTTP': (socket) => socket.end('220 mail.example ESMTP\r\n'),
} satisfies Record<string, Manner>;

/** Each of them counts as taken. */
const good = {
  'answers 204': take,
  'answers byte by byte': (socket) => {
    const bytes = Array.from(rawAnswer('200 OK', 'ok'));
    const next = () => {
      socket.write(bytes.shift() ?? '');
      if (bytes.length > 0) {
        setImmediate(next);
      }
    };
    next();
  },
  'answers with a megabyte': (socket) => socket.write(rawAnswer('200 OK', 'x'.repeat(1_048_576))),
  'announces more than it ever sends, past what is read': (socket) =>
    socket.write(`HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n${'x'.repeat(8_192)}`),
} satisfies Record<string, Manner>;

interface Receiver {
  readonly requests: string[];
  manner: Manner;
}

/** A rig whose events go over the network to a receiver that reads whole requests. */
async function buildRig(): Promise<{ rig: WebhookRig; receiver: Receiver }> {
  const receiver: Receiver = { requests: [], manner: take };
  const server = await openRawUpstream((socket) =>
    onRequest(socket, (request) => {
      receiver.requests.push(request);
      receiver.manner(socket);
    }),
  );
  const { fetch, close } = buildFetch();
  onTestFinished(async () => {
    await close();
    await server.close();
  });
  return { rig: buildWebhookRig({ fetch, urlOf: (party) => `${server.url}/${party}` }), receiver };
}

const idOf = (request: string) => /^webhook-id: (\S+)/im.exec(request)?.[1];

/** How the event waits that has waited longest. */
async function firstWaiting(rig: WebhookRig) {
  const caller = { kind: 'operator', id: 'page' } as const;
  const listed = await rig.webhooks.handlers['webhook.list'](caller, { state: 'waiting' });
  return listed.ok ? listed.value.events.at(-1) : undefined;
}

/** Waits until nothing waits, or the first event has been tried so often. */
async function waitFor(rig: WebhookRig, attempts: number | 'delivered') {
  await vi.waitFor(
    async () => {
      const first = await firstWaiting(rig);
      expect(attempts === 'delivered' ? first === undefined : (first?.attempts ?? 0) >= attempts).toBe(true);
      return first;
    },
    { timeout: 10_000, interval: 2 },
  );
  return firstWaiting(rig);
}

test.each(Object.entries(bad))('a receiver that %s is asked again', async (_how, manner) => {
  const { rig, receiver } = await buildRig();
  receiver.manner = manner;
  const ids = [rig.write(hr), rig.write(hr)].map(({ id }) => `evt_${id}`);
  const first = await waitFor(rig, 1);
  expect(receiver.requests.map(idOf)).toEqual([ids[0]]);
  receiver.manner = take;
  rig.clock.advance(first?.nextInMs ?? 0);
  await waitFor(rig, 'delivered');
  expect(receiver.requests.map(idOf)).toEqual([ids[0], ...ids]);
});

test.each(Object.entries(good))('a receiver that %s has taken it', async (_how, manner) => {
  const { rig, receiver } = await buildRig();
  receiver.manner = manner;
  const ids = [rig.write(hr), rig.write(hr)].map(({ id }) => `evt_${id}`);
  await waitFor(rig, 'delivered');
  expect(receiver.requests.map(idOf)).toEqual(ids);
});

test('a receiver that hangs is given up after 15 seconds', async () => {
  const { rig, receiver } = await buildRig();
  receiver.manner = () => {};
  const { id } = rig.write(hr);
  await vi.waitFor(() => expect(receiver.requests).toHaveLength(1), { timeout: 10_000, interval: 2 });
  rig.clock.advance(14_999);
  expect(await firstWaiting(rig)).toMatchObject({ attempts: 0 });
  rig.clock.advance(1);
  const first = await waitFor(rig, 1);
  expect(first).toMatchObject({ lastProblem: 'timeout' });
  receiver.manner = take;
  rig.clock.advance(first?.nextInMs ?? 0);
  await waitFor(rig, 'delivered');
  expect(receiver.requests.map(idOf)).toEqual([`evt_${id}`, `evt_${id}`]);
});

test('a receiver that is down for an hour has everything afterwards, in order, signed for the moment it comes', async () => {
  const { rig, receiver } = await buildRig();
  const manners = Object.values(bad);
  receiver.manner = (socket) => manners[receiver.requests.length % manners.length]?.(socket);
  const began = rig.clock.monotonic();
  const ids: string[] = [];
  for (let attempts = 1; rig.clock.monotonic() - began < 60 * 60 * 1000; attempts += 1) {
    ids.push(`evt_${rig.write(hr).id}`);
    const first = await waitFor(rig, attempts);
    rig.clock.advance(first?.nextInMs ?? 0);
  }
  receiver.manner = take;
  const [{ nextInMs = 0 } = {}] = [await firstWaiting(rig)];
  rig.clock.advance(nextInMs);
  await waitFor(rig, 'delivered');
  expect(Array.from(new Set(receiver.requests.map(idOf)))).toEqual(ids);
  expect(receiver.requests.slice(0, -ids.length).map(idOf)).toEqual(
    Array.from({ length: receiver.requests.length - ids.length }, () => ids[0]),
  );
  vi.useFakeTimers({ now: rig.clock.now(), toFake: ['Date'] });
  onTestFinished(() => {
    vi.useRealTimers();
  });
  const webhook = new Webhook(rig.parties.get(hr)?.webhook?.secret ?? '');
  for (const request of receiver.requests.slice(-ids.length)) {
    const [head = '', body = ''] = request.split('\r\n\r\n');
    const headers = Object.fromEntries(
      Array.from(head.matchAll(/^([\w-]+): (.*)$/gm), ([, name, value]) => [name, value?.trim()]),
    );
    expect(webhook.verify(body, headers)).toMatchObject({ type: 'verification.decided' });
  }
});
