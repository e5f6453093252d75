/** `pravesh party`: on a data folder alone and beside a running kiosk; the key is shown once and is in no other place. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { partyCommand } from '../../../../main/cli/commands/party.ts';
import { readRate, writeRate } from '../../../../main/cli/party/read-rate.ts';
import type { PartyKey } from '../../../../main/contract/public.ts';
import { openLocalDoor } from '../../../../main/platform/local-door.ts';
import { openTestKiosk } from '../../../support/open-test-kiosk.ts';
import { localCaller } from '../../../support/operators.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts';
import { collectIo } from '../collect-io.ts';
import { rowsOf } from '../entries/desk-folder.ts';

const config = `site: {id: hq, name: Head Office, terminal: gate-1}
upstream: {baseUrl: "https://upstream.example/api", apiKey: key-of-the-test}
policy: {purposes: {visitor: {admit: [2]}, employee: {admit: [1, 2]}}}
`;

let data: string;
beforeEach(() => {
  data = makeTemporaryFolder();
  writeFileSync(join(data, 'pravesh.yml'), config);
});

async function party(...args: readonly string[]) {
  const io = collectIo();
  const code = await partyCommand.run([...args, '--data', data], io);
  return { code, out: io.outLines.join('\n'), err: io.errLines.join('\n') };
}

const address = ['--origin', 'https://hr.example.in', '--origin', 'https://hr2.example.in:8443/'];
const hook = ['--webhook', 'https://hr.example.in/events'];

async function added(...more: readonly string[]): Promise<PartyKey> {
  const { code, out, err } = await party('add', '--name', 'HR portal', '--json', ...more);
  expect([code, err]).toEqual([0, '']);
  return JSON.parse(out);
}

const reasons = () => rowsOf(data).map(({ operator: who, reason }) => `${who} ${reason}`);

describe('without a kiosk', () => {
  it('adds a system in a folder that has no log yet, and says how to keep its key', async () => {
    const { code, out } = await party('add', '--name', 'HR portal', ...address, ...hook, '--rate', '5/s');
    expect(code).toBe(0);
    const [, id] = /^([a-z0-9]{8}) is HR portal$/m.exec(out) ?? [];
    expect(out).toMatch(new RegExp(`pvk_${id}_[A-Za-z0-9_-]{43}`));
    expect(out).toContain('whsec_');
    expect(out).toContain(`<pravesh-verify party="${id}">`);
    expect(out).toContain('never in a page');
    expect(reasons()).toEqual([`local party-add ${id}`]);
    const list = await party('list');
    expect(list.out).toMatch(/^ID .*\n/);
    expect(list.out).toContain(
      'all       5/s   https://hr.example.in https://hr2.example.in:8443  https://hr.example.in/',
    );
  });

  it('keeps nothing by which a key could be shown again', async () => {
    const { apiKey, webhookSecret = '' } = await added(...hook);
    const secret = apiKey.slice(-43);
    const files = readdirSync(data, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(files.map(({ name }) => name)).toContain('pravesh.db');
    for (const { parentPath, name } of files) {
      const bytes = readFileSync(join(parentPath, name));
      expect([name, bytes.includes(secret), bytes.includes(webhookSecret)]).toEqual([name, false, false]);
    }
    expect((await party('list')).out + (await party('list', '--json')).out).not.toContain(secret);
  });

  it('renews and removes, each with its row', async () => {
    const first = await added('--purpose', 'employee', '--purpose', 'visitor');
    const { id } = first.party;
    expect(first.party.purposes).toEqual(['employee', 'visitor']);
    const rotated = await party('rotate', id);
    expect(rotated).toMatchObject({ code: 0, out: expect.stringContaining(`pvk_${id}_`) });
    expect(rotated.out).not.toContain(first.apiKey);
    expect(await party('remove', id)).toMatchObject({ code: 0, out: expect.stringContaining('may verify nobody') });
    expect(await party('list')).toMatchObject({ code: 0, out: 'no other system may verify people here' });
    expect(reasons()).toEqual([`local party-add ${id}`, `local party-rotate ${id}`, `local party-remove ${id}`]);
  });

  it('shows no events where there are none, and has none to send once more', async () => {
    const { party: made } = await added();
    expect(await party('events')).toMatchObject({ code: 0, out: '0 waiting, 0 given up' });
    expect(JSON.parse((await party('events', made.id, '--state', 'dead', '--json')).out)).toEqual({
      events: [],
      waiting: 0,
      dead: 0,
    });
    expect(await party('replay', made.id)).toMatchObject({ code: 0, out: 'no event of it was given up' });
    expect(await party('replay', made.id, '--event', 'evt_none')).toMatchObject({ code: 1 });
    expect(await party('replay', 'nobody00')).toMatchObject({
      code: 1,
      err: expect.stringContaining('no such system'),
    });
  });

  it.each([
    [['--origin', 'https://a.example', '--origin', 'http://b.example'], '--origin number 2 must start with https://'],
    [['--origin', 'https://*.example.in'], '--origin number 1 must be one place'],
    [['--origin', 'https://a.example/path'], '--origin number 1 ends after the host'],
    [['--origin', 'a.example'], '--origin number 1 is not an address'],
    [['--purpose', 'passenger'], '--purpose number 1 is not a purpose'],
    [['--webhook', 'https://me:pw@a.example/hook'], '--webhook must have no user'],
  ])('says no to %j, in words', async (args, words) => {
    const { code, err, out } = await party('add', '--name', 'HR portal', ...args);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(words);
  });

  it('says no where a name is taken or nobody is meant', async () => {
    await added();
    expect(await party('add', '--name', 'hr portal')).toMatchObject({
      code: 1,
      err: expect.stringContaining('of this name'),
    });
    expect(await party('rotate', 'nobody00')).toMatchObject({
      code: 1,
      err: expect.stringContaining('no such system'),
    });
    expect(await party('remove', 'nobody00')).toMatchObject({ code: 1 });
    expect(reasons()).toHaveLength(1);
  });

  it.each([
    [['add'], '--name'],
    [['add', '--name', 'x', '--rate', '60'], '--rate takes'],
    [['add', '--name', 'x', '--rate', '0/min'], '--rate takes'],
    [['add', '--name', 'x', '--origin', 'x'], '--origin is too long, too short'],
    [['rotate'], 'ID is missing'],
    [['remove', 'HR portal'], 'eight letters and digits'],
    [['list', 'k3v9x2mq'], 'takes no ID'],
    [['list', '--rate', '5/s'], 'takes no --rate'],
    [['events', '--state', 'lost'], '--state takes'],
    [['invite'], 'takes add, list'],
  ])('is told what %j lacks', async (args, words) => {
    const { code, err } = await party(...args);
    expect(code).toBe(2);
    expect(err).toContain(words);
  });
});

describe('a rate', () => {
  it.each([
    ['60/min', 60, 60],
    ['5/s', 5, 1],
    ['1000/h', 1_000, 3_600],
  ])('%s is %i in %i seconds, and is written so', (text, count, seconds) => {
    expect(readRate(text)).toEqual({ count, seconds });
    expect(writeRate({ count, seconds })).toBe(text);
  });

  it('of another time is written in seconds', () => {
    expect(writeRate({ count: 3, seconds: 90 })).toBe('3/90 s');
  });
});

describe('beside a running kiosk', () => {
  it('has it do what is asked, so that it holds at once', async () => {
    const test = await openTestKiosk();
    data = test.data;
    writeFileSync(join(data, 'pravesh.yml'), config);
    onTestFinished(await openLocalDoor(data, (name, input) => test.kiosk.call(name, localCaller, input)));
    const first = await added();
    const { parties } = test.kiosk;
    expect(parties.callerOf(first.apiKey)).toMatchObject({ kind: 'party', id: first.party.id });
    const { apiKey }: PartyKey = JSON.parse((await party('rotate', first.party.id, '--json')).out);
    expect([parties.callerOf(first.apiKey), parties.callerOf(apiKey)?.id]).toEqual([undefined, first.party.id]);
    expect((await party('add', '--name', 'Gate', '--origin', 'http://gate.example')).err).toContain('https://');
    await party('remove', first.party.id);
    expect(parties.callerOf(apiKey)).toBeUndefined();
  });

  it('says so where it cannot be asked', async () => {
    const test = await openTestKiosk();
    data = test.data;
    writeFileSync(join(data, 'pravesh.yml'), config);
    const { code, err } = await party('list');
    expect(code).toBe(2);
    expect(err).toContain('Another Pravesh');
  });
});
