/** Idempotency keys: as a property of the memory, and over HTTP. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, answer, operations, problem, VerificationSnapshot } from '../../../main/contract/public.ts';
import { readIdempotencyKey } from '../../../main/http/idempotency-key.ts';
import { buildReplays } from '../../../main/http/replays.ts';
import { buildFakeKiosk, type FakeKiosk } from '../../support/fake-kiosk.ts';
import { startTestHost, type TestHost, untold } from '../../support/http-host.ts';
import { page, shop, twoParties } from './two-parties.ts';

const random = { bytes: (count: number) => new Uint8Array(count).fill(7) };
const minute = 60_000;

describe('the memory of keys', () => {
  it('makes each call once: same key, same body, same answer, in any order and at once', async () => {
    const order = fc.record({
      key: fc.constantFrom('a', 'b', 'c'),
      body: fc.constantFrom(1, 2),
      wait: fc.constantFrom(0, 0, minute, 6 * minute),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(order, { maxLength: 30 }), async (orders) => {
        let now = 0;
        let made = 0;
        const replays = buildReplays(random, () => now);
        const first = new Map<string, { body: number; at: number; id: string }>();
        const all = orders.map(async ({ key, body, wait }) => {
          now += wait;
          const known = first.get(key);
          const isNew = known === undefined || now - known.at >= 10 * minute;
          if (isNew) {
            made += 1;
            first.set(key, { body, at: now, id: `v${made}` });
          }
          const expected = first.get(key);
          const id = `v${made}`;
          const { replayed, answer: got } = await replays.once({
            name: key,
            holder: 'party:a',
            input: { body },
            ofVerification: true,
            run: async () => answer({ id, state: 'new' }),
            get: async (asked) => answer({ id: asked, state: 'known' }),
          });
          if (expected?.body !== body) {
            expect(got).toMatchObject({ ok: false, error: { code: 'conflict' }, status: 422 });
            expect(replayed).toBe(false);
            return;
          }
          expect(replayed).toBe(!isNew);
          expect(got).toEqual(answer({ id: expected.id, state: isNew ? 'new' : 'known' }));
        });
        await Promise.all(all);
      }),
    );
  });

  it('keeps ten thousand keys and forgets the oldest first', async () => {
    const replays = buildReplays(random, () => 0);
    const once = (name: string, holder = 'party:a') =>
      replays.once({
        name,
        holder,
        input: {},
        ofVerification: false,
        run: async () => answer(1),
        get: async () => problem('not-found'),
      });
    for (let index = 0; index <= 10_000; index += 1) {
      await once(`${index}`);
    }
    expect((await once('10000')).replayed).toBe(true);
    expect((await once('0')).replayed).toBe(false);
    // Whoever has most of them makes room; the few of another stay.
    await once('other', 'party:b');
    for (let index = 20_000; index <= 31_000; index += 1) {
      await once(`${index}`);
    }
    expect((await once('other', 'party:b')).replayed).toBe(true);
  });

  it('keeps a fault, but not one that says when to come again', async () => {
    const replays = buildReplays(random, () => 0);
    const faults = [
      problem('person-unknown'),
      problem('otp-too-soon', { retryAfterMs: 1 }),
      problem('too-many-requests'),
    ];
    const asked = await Promise.all(
      faults.map(async (fault) => {
        const call = {
          name: fault.error.code,
          holder: 'party:a',
          input: {},
          ofVerification: true,
          run: async (): Promise<Answer<unknown>> => fault,
          get: async () => problem('not-found'),
        };
        const [one, two] = await Promise.all([replays.once(call), replays.once(call)]);
        expect([one.answer, two.answer]).toEqual([fault, fault]);
        return [one.replayed, two.replayed, (await replays.once(call)).replayed];
      }),
    );
    expect(asked).toEqual([
      [false, true, true],
      [false, true, false],
      [false, true, false],
    ]);
  });
});

describe('a key', () => {
  it.each([
    ['"8e03978e-40d5-43e8-bc93-6894a57f9324"', '8e03978e-40d5-43e8-bc93-6894a57f9324'],
    ['8e03978e-40d5-43e8-bc93-6894a57f9324', '8e03978e-40d5-43e8-bc93-6894a57f9324'],
    ['"a \\"b\\" \\\\"', 'a "b" \\'],
    ['""', undefined],
    ['', undefined],
    ['"a', undefined],
    ['a b', undefined],
    ['a, b', undefined],
    ['"a\\b"', undefined],
    ['"é"', undefined],
    ['a'.repeat(256), undefined],
  ])('is read from %s', (header, key) => {
    expect(readIdempotencyKey(header)).toBe(key);
  });

  it('is any text of a string in quotes', () => {
    const text = fc.stringMatching(/^[\x20-\x7e]{1,255}$/);
    fc.assert(fc.property(text, (key) => readIdempotencyKey(`"${key.replace(/["\\]/g, '\\$&')}"`) === key));
  });
});

describe('what a party can ask for with a key', () => {
  it('answers with a verification, or with nothing of a person', () => {
    const posts = Object.entries(operations).filter(
      ([, { method, callers }]) =>
        method === 'POST' && callers.some((kind: string) => kind === 'party' || kind === 'embed'),
    );
    const others = posts.filter(([, operation]) => 'output' in operation && operation.output !== VerificationSnapshot);
    expect(others.map(([name]) => name)).toEqual(['consent.decline']);
  });
});

describe('over HTTP', () => {
  const id = 'v'.repeat(22);
  const visitor = { fullName: 'Asha', mobileNumber: '9876543210', purpose: 'visitor' };
  const body = { ...visitor, consent: { version: '1', locale: 'en', accepted: true } };
  let kiosk: FakeKiosk;
  let host: TestHost;
  beforeAll(async () => {
    kiosk = buildFakeKiosk(
      {
        'verification.start': () => answer({ id, state: 'checking', revision: 1 }),
        'verification.get': () => answer({ id, state: 'checking', revision: 2 }),
        'consent.decline': () => answer({ seq: 4 }),
      },
      twoParties,
    );
    host = await startTestHost(kiosk, { perMinute: untold });
  });
  afterAll(() => host.close());

  const start = (key: string, given: object = body, headers: Record<string, string> = shop) =>
    host.ask('/api/v1/verifications', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key, ...headers },
      body: JSON.stringify(given),
    });
  const started = () => kiosk.calls.filter(({ name }) => name === 'verification.start').length;

  it('a request that is sent twice makes one verification, with one status', async () => {
    const before = started();
    const both = await Promise.all([start('"twice"'), start('"twice"')]);
    expect(both.map(({ status }) => status)).toEqual([201, 201]);
    expect(both.map(({ headers }) => headers.get('idempotent-replayed')).sort()).toEqual([null, 'true']);
    expect(await Promise.all(both.map((each) => each.json()))).toMatchObject([{ id }, { id }]);
    expect(started() - before).toBe(1);
  });

  it('another body under the same key is refused in words', async () => {
    await start('"one"');
    const response = await start('"one"', { ...body, mobileNumber: '9876543211' });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code: 'conflict', detail: expect.stringContaining('another body') });
    expect(response.headers.get('idempotent-replayed')).toBeNull();
  });

  it('each caller has keys of its own', async () => {
    const before = started();
    for (const headers of [shop, page, { authorization: 'Bearer key-of-bank' }]) {
      await start('"same"', body, headers);
    }
    expect(started() - before).toBe(3);
  });

  it('the number of a declined consent comes back as it was', async () => {
    const decline = () =>
      host.ask('/api/v1/declines', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': 'no', ...page },
        body: JSON.stringify({ locale: 'en', version: '1' }),
      });
    const [first, second] = [await decline(), await decline()];
    expect([first.status, await first.json()]).toEqual([201, { seq: 4 }]);
    expect([second.status, await second.json()]).toEqual([201, { seq: 4 }]);
    expect(second.headers.get('idempotent-replayed')).toBe('true');
  });

  it('a key that is none is refused, and the kiosk’s own page needs none', async () => {
    const response = await start('a b');
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 'invalid-input' });
    const before = started();
    const cookie = await host.enter();
    const headers = { 'content-type': 'application/json', 'idempotency-key': 'a b' };
    const init = { method: 'POST', headers, cookie, body: JSON.stringify(body) };
    expect((await host.ask('/api/v1/verifications', init)).status).toBe(201);
    expect(started() - before).toBe(1);
  });
});
