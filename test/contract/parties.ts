/** Other systems, alike over every way that they have: what their keys and the tokens of their pages let them do. */
import { describe, expect, it } from 'vitest';
import {
  type Answer,
  buildClient,
  type CallName,
  type Client,
  callNames,
  operations,
} from '../../main/contract/public.ts';
import type { Connect, Connection } from '../support/connections.ts';
import { localCaller } from '../support/operators.ts';
import { addParty } from '../support/parties.ts';
import { asha, openWorld, readValue, started, startInput, type World } from './world.ts';

/** What is for systems with a key. */
const partyCalls: readonly CallName[] = callNames.filter((name) =>
  operations[name].callers.some((caller) => caller === 'party'),
);

/** The client of whoever shows a credential. */
type Open = (credential: string) => Client;

/** Runs the suite over one way; the window of Electron has no such callers. */
export function describeParties(connect: Connect): void {
  const open = async (options: Parameters<typeof openWorld>[1] = {}): Promise<World & { readonly as: Open }> => {
    const world = await openWorld(connect, options);
    return { ...world, as: (credential) => buildClient(openFor(world.connection, credential)) };
  };
  describe('a system of others', () => {
    describeKeys(open);
    describePages(open);
  });
}

function openFor({ openFor: opens }: Connection, credential: string) {
  return opens?.(credential) ?? expect.fail('this way has no callers with credentials');
}

type OpenParties = (options?: Parameters<typeof openWorld>[1]) => Promise<World & { readonly as: Open }>;

function describeKeys(open: OpenParties): void {
  it('verifies with its key, and every operation answers a value of its schema', async () => {
    let passed = 0;
    const sandbox = { now: () => Date.now() + passed };
    const { kiosk, as, newestOtp, rows } = await open({ resendMs: 0, sandbox });
    const { party, apiKey } = await addParty(kiosk);
    const client = as(apiKey);
    const start = async () => client['verification.start']({ ...(await startInput(client)), nonce: 'order-17' });
    const { id } = readValue(await start());
    let entryId = '';
    const calls: Readonly<Record<string, () => Promise<Answer<unknown>>>> = {
      'verification.start': async () => client['verification.start'](await startInput(client, lone)),
      'verification.get': () => client['verification.get']({ id }),
      'verification.resendOtp': () => {
        passed = 180_001;
        return client['verification.resendOtp']({ id });
      },
      'verification.submitOtp': async () => {
        const decided = await client['verification.submitOtp']({ id, otp: newestOtp(asha.mobileNumber) });
        const value = readValue(decided);
        entryId = value.state === 'decided' ? value.entryId : '';
        expect(value).toMatchObject({
          decision: 'admitted',
          receipt: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
        });
        return decided;
      },
      'entry.receipt': () => client['entry.receipt']({ id }),
      'entry.proof': () => client['entry.proof']({ entryId }),
      'verification.cancel': () => client['verification.cancel']({ id }),
    };
    expect(Object.keys(calls).sort()).toEqual([...partyCalls].sort());
    for (const [name, call] of Object.entries(calls)) {
      const value = readValue(await call());
      const { output } = operations[callNames.find((known) => known === name) ?? 'health.get'];
      expect(output.safeParse(value).error, name).toBeUndefined();
    }
    const visits = rows().filter(({ channel }) => channel === 'api');
    expect(visits).toMatchObject([{ outcome: 'admitted', operator: `party:${party.id}`, purpose: 'visitor' }]);
  });

  it('may do nothing that is for others', async () => {
    const { kiosk, connection, rows } = await open();
    const { apiKey } = await addParty(kiosk, { rate: { count: 1_000, seconds: 1 } });
    const before = rows();
    const transport = openFor(connection, apiKey);
    for (const name of callNames) {
      const { callers }: { callers: readonly string[] } = operations[name];
      if (!callers.includes('party') && !callers.includes('public')) {
        const answered = await transport.call(name, { id: 'x'.repeat(22) });
        expect([name, answered]).toMatchObject([name, { ok: false, error: { code: 'forbidden' } }]);
      }
    }
    expect(rows()).toEqual(before);
  });

  it('is told how long to wait when it calls too often, and no other system waits for it', async () => {
    const { kiosk, as, client } = await open();
    const [one, two] = [
      await addParty(kiosk, { name: 'One', rate: { count: 2, seconds: 3_600 } }),
      await addParty(kiosk),
    ];
    const ask = (from: Client) => from['kiosk.describe']({});
    const answers = [await ask(as(one.apiKey)), await ask(as(one.apiKey)), await ask(as(one.apiKey))];
    expect(answers).toMatchObject([
      { ok: true },
      { ok: true },
      { ok: false, error: { code: 'too-many-requests', retryAfterMs: expect.any(Number) } },
    ]);
    expect([await ask(as(two.apiKey)), await ask(client)]).toMatchObject([{ ok: true }, { ok: true }]);
  });

  it('is nobody with another key, with one that was renewed, and once it is removed, not even for what is public', async () => {
    const { kiosk, as } = await open();
    const { party, apiKey } = await addParty(kiosk);
    const { id } = await started(as(apiKey));
    const local = kiosk.client(localCaller);
    const renewed = readValue(await local['party.rotate']({ id: party.id })).apiKey;
    expect(await as(renewed)['verification.get']({ id })).toMatchObject({ ok: true });
    readValue(await local['party.remove']({ id: party.id }));
    for (const nobodys of [apiKey, renewed, `pvk_${party.id}_${'x'.repeat(43)}`, `pve_${'x'.repeat(43)}`]) {
      expect(await as(nobodys)['verification.get']({ id })).toMatchObject({ error: { code: 'unauthenticated' } });
      expect(await as(nobodys)['kiosk.describe']({})).toMatchObject({ error: { code: 'unauthenticated' } });
    }
  });
}

/** Somebody whom the sandbox knows, and who is not verified in these tests. */
const lone = { fullName: 'Mohammed Salim Khan', mobileNumber: '9000000001' };

function describePages(open: OpenParties): void {
  it('has pages that verify with a token of their own, each its own visitor', async () => {
    const { kiosk, as, client, newestOtp, rows } = await open();
    const { party, apiKey } = await addParty(kiosk, { purposes: ['visitor'] });
    const begin = async () => readValue(await client['embed.begin']({ party: party.id, nonce: 'order-18' })).token;
    const [page, another] = [as(await begin()), as(await begin())];
    expect(readValue(await page['kiosk.describe']({})).purposes).toEqual(['visitor']);
    const { id } = await started(page);
    expect(readValue(await page['demo.phone']({ id })).messages).toHaveLength(1);
    for (const other of [another, as(apiKey), client]) {
      expect(await other['verification.get']({ id })).toMatchObject({ error: { code: 'not-found' } });
    }
    const decided = await page['verification.submitOtp']({ id, otp: newestOtp(asha.mobileNumber) });
    expect(decided).toMatchObject({ ok: true, value: { decision: 'admitted', receipt: expect.any(String) } });
    const { version } = readValue(await another['kiosk.describe']({})).consent;
    readValue(await another['consent.decline']({ locale: 'en', version }));
    const visits = rows().filter(({ channel }) => channel === 'embed');
    expect(visits.map(({ outcome, operator }) => [outcome, operator])).toEqual([
      ['admitted', `party:${party.id}`],
      ['declined', `party:${party.id}`],
    ]);
    expect(await page['entry.proof']({ entryId: visits[0]?.id ?? '' })).toMatchObject({ error: { code: 'forbidden' } });
  });
}
