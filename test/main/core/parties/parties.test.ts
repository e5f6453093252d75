/** Parties of a running kiosk: added, recognised by their keys, held to their rate, renewed and removed. */
import { expect, test } from 'vitest';
import { webhookSecretOf } from '../../../../main/core/parties/party-directory.ts';
import { pageRate } from '../../../../main/core/parties/party-handlers.ts';
import { buildFakeClock } from '../../../support/fake-clock.ts';
import { openTestKiosk, type TestKiosk } from '../../../support/open-test-kiosk.ts';
import { localCaller, readValue, unlockAs } from '../../../support/operators.ts';
import { addParty, clientOf } from '../../../support/parties.ts';

const asha = { fullName: 'Asha Kumari', mobileNumber: '9876543210' };
const salim = { fullName: 'Mohammed Salim Khan', mobileNumber: '9000000001' };

async function start({ kiosk }: TestKiosk, credential: string, person = asha, purpose = 'visitor') {
  const client = clientOf(kiosk, credential);
  const { version } = readValue(await client['kiosk.describe']({})).consent;
  const consent = { version, locale: 'en', accepted: true } as const;
  return client['verification.start']({ ...person, purpose, consent });
}

const acts = ({ rows }: TestKiosk) =>
  rows()
    .filter(({ outcome }) => outcome === 'act')
    .map(({ operator, reason }) => `${operator} ${reason}`);

test('a party is added with a key that is shown once, and no key is anywhere else', async () => {
  const world = await openTestKiosk();
  const local = world.kiosk.client(localCaller);
  const made = await addParty(world.kiosk, {
    name: ' HR   portal ',
    origins: ['HTTPS://HR.example.in/', 'https://hr.example.in'],
    purposes: ['visitor', 'visitor'],
    webhook: 'https://hr.example.in/events',
  });
  const { party, apiKey, webhookSecret } = made;
  expect(party).toEqual({
    id: expect.stringMatching(/^[a-z0-9]{8}$/),
    name: 'HR portal',
    origins: ['https://hr.example.in'],
    purposes: ['visitor'],
    webhook: 'https://hr.example.in/events',
    rate: { count: 60, seconds: 60 },
    since: expect.any(String),
    keySince: expect.any(String),
  });
  expect(webhookSecret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  expect(readValue(await local['party.list']({})).parties).toEqual([party]);
  expect(world.kiosk.parties.callerOf(apiKey)).toMatchObject({ kind: 'party', id: party.id });
  expect(world.kiosk.parties.originsOf(party.id)).toEqual(['https://hr.example.in']);
  expect(world.kiosk.parties.isKnownOrigin('https://hr.example.in')).toBe(true);
  expect(world.kiosk.parties.isKnownOrigin('https://other.example')).toBe(false);
  expect(acts(world)).toEqual([`local party-add ${party.id}`]);
  const reopened = await world.reopen();
  expect(reopened.parties.callerOf(apiKey)).toMatchObject({ kind: 'party', party: { name: 'HR portal' } });
});

test('each field that is wrong is named, and nothing is added', async () => {
  const { kiosk, rows } = await openTestKiosk();
  const local = kiosk.client(localCaller);
  const refused = await local['party.add']({
    name: 'HR portal',
    origins: ['https://hr.example.in', 'http://hr.example.in', 'https://*.example.in'],
    purposes: ['visitor', 'passenger'],
    webhook: 'http://hr.example.in/events',
  });
  expect(refused).toMatchObject({
    ok: false,
    error: {
      code: 'invalid-input',
      fields: [
        { path: 'origins.1', problem: 'not-https' },
        { path: 'origins.2', problem: 'has-a-wildcard' },
        { path: 'purposes.1', problem: 'not-offered' },
        { path: 'webhook', problem: 'not-https' },
      ],
    },
  });
  await addParty(kiosk);
  const taken = await local['party.add']({ name: 'hr PORTAL', origins: [], purposes: [] });
  expect(taken).toMatchObject({ ok: false, error: { code: 'conflict' } });
  expect(readValue(await local['party.list']({})).parties).toHaveLength(1);
  expect(rows()).toHaveLength(1);
});

test('managers alone look after parties', async () => {
  const { kiosk } = await openTestKiosk();
  const reception = kiosk.client({ kind: 'kiosk', id: 'one' });
  await unlockAs(kiosk, reception, 'reception');
  expect(await reception['party.list']({})).toMatchObject({ ok: false, error: { code: 'forbidden' } });
  const manager = kiosk.client({ kind: 'kiosk', id: 'two' });
  const { operator } = await unlockAs(kiosk, manager, 'manager');
  const { party } = readValue(await manager['party.add']({ name: 'HR portal', origins: [], purposes: [] }));
  readValue(await manager['party.remove']({ id: party.id }));
  const { entries } = readValue(await manager['entries.list']({ outcome: 'act' }));
  const onParties = entries.filter(({ reason }) => reason?.startsWith('party-'));
  expect(onParties.map(({ operator: who, reason }) => `${who?.id} ${reason}`)).toEqual([
    `${operator.id} party-remove ${party.id}`,
    `${operator.id} party-add ${party.id}`,
  ]);
});

test('a new key takes the place of the one before at once, with a new secret, and open visits go on', async () => {
  const world = await openTestKiosk();
  const local = world.kiosk.client(localCaller);
  const first = await addParty(world.kiosk, { webhook: 'http://127.0.0.1:9/hook' });
  const { id } = readValue(await start(world, first.apiKey));
  const second = readValue(await local['party.rotate']({ id: first.party.id }));
  expect(world.kiosk.parties.callerOf(first.apiKey)).toBeUndefined();
  expect(second.apiKey).not.toBe(first.apiKey);
  expect(second.webhookSecret).not.toBe(first.webhookSecret);
  expect(second.party).toEqual({ ...first.party, keySince: second.party.keySince });
  const otp = world.newestOtp(asha.mobileNumber);
  const decided = await clientOf(world.kiosk, second.apiKey)['verification.submitOtp']({ id, otp });
  expect(decided).toMatchObject({ ok: true, value: { state: 'decided', decision: 'admitted' } });
  expect(world.rows().at(-1)).toMatchObject({ channel: 'api', operator: `party:${first.party.id}` });
  expect(acts(world)).toEqual([`local party-add ${first.party.id}`, `local party-rotate ${first.party.id}`]);
  expect(await local['party.rotate']({ id: 'nobody00' })).toMatchObject({ error: { code: 'not-found' } });
});

test('the secret of a webhook follows from the party, its key and the terminal, and from nothing else', () => {
  const secrets = (byte: number) => ({ key: () => new Uint8Array(32).fill(byte) });
  const made = [
    webhookSecretOf(secrets(1), { id: 'k3v9x2mq', generation: 1 }),
    webhookSecretOf(secrets(1), { id: 'k3v9x2mq', generation: 2 }),
    webhookSecretOf(secrets(1), { id: 'k3v9x2mr', generation: 1 }),
    webhookSecretOf(secrets(2), { id: 'k3v9x2mq', generation: 1 }),
  ];
  expect(new Set(made).size).toBe(4);
  expect(webhookSecretOf(secrets(1), { id: 'k3v9x2mq', generation: 1 })).toBe(made[0]);
});

test('a party that is removed may verify nobody any more, and what was open for it ends with a row', async () => {
  const world = await openTestKiosk();
  const { kiosk } = world;
  const local = kiosk.client(localCaller);
  const { party, apiKey } = await addParty(kiosk, { purposes: ['visitor'] });
  const other = await addParty(kiosk, { name: 'Other', origins: [] });
  const client = clientOf(kiosk, apiKey);
  const begun = readValue(await kiosk.client({ kind: 'public', id: 'public' })['embed.begin']({ party: party.id }));
  const { id } = readValue(await start(world, apiKey));
  const { id: othersId } = readValue(await start(world, other.apiKey, salim));
  expect(readValue(await local['party.remove']({ id: party.id }))).toEqual(party);
  expect(kiosk.parties.callerOf(apiKey)).toBeUndefined();
  expect(kiosk.parties.callerOf(begun.token)).toBeUndefined();
  expect(kiosk.parties.originsOf(party.id)).toBeUndefined();
  // A call that was on its way is nobody's either.
  expect(await client['verification.get']({ id })).toMatchObject({ ok: false, error: { code: 'unauthenticated' } });
  expect(await start(world, other.apiKey, { ...asha, mobileNumber: '12' })).toMatchObject({ ok: false });
  expect(readValue(await clientOf(kiosk, other.apiKey)['verification.get']({ id: othersId })).state).toBe(
    'awaiting-otp',
  );
  expect(world.rows().filter(({ outcome }) => outcome !== 'act')).toMatchObject([
    { outcome: 'not-verified', reason: 'party-removed', operator: `party:${party.id}` },
  ]);
  expect(acts(world).at(-1)).toBe(`local party-remove ${party.id}`);
  expect(await local['party.remove']({ id: party.id })).toMatchObject({ error: { code: 'not-found' } });
  expect(await local['party.rotate']({ id: party.id })).toMatchObject({ error: { code: 'not-found' } });
  // Its name is free again, and entries are still told by it.
  await addParty(kiosk);
  const detail = readValue(await local['entries.list']({ operator: `party:${party.id}` }));
  expect(detail.entries).toMatchObject([{ operator: { id: `party:${party.id}`, name: 'HR portal' } }]);
});

test('a party sees its own verifications and its own purposes alone', async () => {
  const world = await openTestKiosk({ settings: { passes: { purposes: ['visitor'], hours: 12, trust: [] } } });
  const one = await addParty(world.kiosk, { name: 'One', purposes: ['visitor'] });
  const two = await addParty(world.kiosk, { name: 'Two', purposes: [] });
  const { id } = readValue(await start(world, one.apiKey));
  const others = clientOf(world.kiosk, two.apiKey);
  for (const answered of [
    await others['verification.get']({ id }),
    await others['verification.submitOtp']({ id, otp: world.newestOtp(asha.mobileNumber) }),
    await others['verification.resendOtp']({ id }),
    await others['verification.cancel']({ id }),
    await others['entry.receipt']({ id }),
  ]) {
    expect(answered).toMatchObject({ ok: false, error: { code: 'not-found' } });
  }
  const refused = { code: 'invalid-input', fields: [{ path: 'purpose', problem: 'not-offered' }] };
  expect(await start(world, one.apiKey, salim, 'employee')).toMatchObject({ ok: false, error: refused });
  const described = readValue(await clientOf(world.kiosk, one.apiKey)['kiosk.describe']({}));
  expect(described).toMatchObject({ purposes: ['visitor'], passes: [], ownPhone: false });
  expect(Object.keys(described.purposeLabels)).toEqual(['visitor']);
  const all = readValue(await others['kiosk.describe']({}));
  expect([all.purposes, all.purposeLabels.employee]).toEqual([['visitor', 'employee'], { en: 'Employee' }]);
  const kiosk = readValue(await world.kiosk.client({ kind: 'kiosk', id: 'one' })['kiosk.describe']({}));
  expect([kiosk.purposes, kiosk.passes]).toEqual([['visitor', 'employee'], ['visitor']]);
});

test('purposes that the policy no longer knows are not widened to all', async () => {
  const world = await openTestKiosk();
  const { apiKey } = await addParty(world.kiosk, { purposes: ['employee'] });
  Reflect.deleteProperty(world.settings.policy.purposes, 'employee');
  const kiosk = await world.reopen();
  expect(kiosk.parties.callerOf(apiKey)?.party?.purposes).toEqual([]);
});

test('one page cannot use up what the pages of its party may do', async () => {
  const clock = buildFakeClock(Date.now());
  const { kiosk } = await openTestKiosk({ ports: { clock } });
  const { party } = await addParty(kiosk, { rate: { count: 60, seconds: 60 } });
  const page = async () => {
    const begun = readValue(await kiosk.client({ kind: 'public', id: 'public' })['embed.begin']({ party: party.id }));
    return clientOf(kiosk, begun.token);
  };
  const [greedy, other] = [await page(), await page()];
  const ask = async (client: typeof greedy) => client['verification.cancel']({ id: 'x'.repeat(22) });
  const answers: unknown[] = [];
  for (let asked = 0; asked < 200; asked += 1) {
    answers.push(await ask(greedy));
  }
  expect(answers.filter((answered) => JSON.stringify(answered).includes('not-found'))).toHaveLength(pageRate.count);
  expect(answers.at(-1)).toMatchObject({ error: { code: 'too-many-requests', retryAfterMs: 3_000 } });
  expect(await ask(other)).toMatchObject({ error: { code: 'not-found' } });
});

test('a party calls as often as its rate allows; its pages have a budget of their own, and kiosks have none', async () => {
  const clock = buildFakeClock(Date.now());
  const { kiosk } = await openTestKiosk({ ports: { clock } });
  const { party, apiKey } = await addParty(kiosk, { rate: { count: 3, seconds: 30 } });
  const server = clientOf(kiosk, apiKey);
  const page = () => kiosk.client({ kind: 'public', id: 'public' })['embed.begin']({ party: party.id });
  const pages = [readValue(await page()), readValue(await page())].map(({ token }) => clientOf(kiosk, token));
  const ask = async (client: ReturnType<typeof clientOf> | undefined) =>
    client?.['verification.cancel']({ id: 'x'.repeat(22) });
  for (const client of [server, server, server, ...pages, pages[0]]) {
    expect(await ask(client)).toMatchObject({ error: { code: 'not-found' } });
  }
  for (const client of [server, ...pages]) {
    expect(await ask(client)).toMatchObject({ ok: false, error: { code: 'too-many-requests', retryAfterMs: 10_000 } });
  }
  // What a page only reads is not counted: the visits of many people share its budget.
  expect(await pages[0]?.['kiosk.describe']({})).toMatchObject({ ok: true });
  // What is refused for another reason counts as well.
  clock.advance(10_000);
  expect(await server['health.get']({})).toMatchObject({ error: { code: 'forbidden' } });
  expect(await ask(server)).toMatchObject({ error: { code: 'too-many-requests' } });
  const visitors = kiosk.client({ kind: 'kiosk', id: 'one' });
  for (let asked = 0; asked < 10; asked += 1) {
    expect(await ask(visitors)).toMatchObject({ error: { code: 'not-found' } });
  }
});
