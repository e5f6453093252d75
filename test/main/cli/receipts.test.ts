/** `pravesh receipts`: on a data folder alone, and beside a running kiosk. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { receiptsCommand } from '../../../main/cli/commands/receipts.ts';
import { openLocalDoor } from '../../../main/platform/local-door.ts';
import { openTestKiosk } from '../../support/open-test-kiosk.ts';
import { localCaller } from '../../support/operators.ts';
import { makeTemporaryFolder } from '../../support/temporary-folder.ts';
import { collectIo } from './collect-io.ts';
import { rowsOf } from './entries/desk-folder.ts';

const config = `site: {id: hq, name: Head Office, terminal: gate-1}
upstream: {baseUrl: "https://upstream.example/api", apiKey: key-of-the-test}
policy: {purposes: {visitor: {admit: [2]}}}
`;

let data: string;
beforeEach(() => {
  data = makeTemporaryFolder();
  writeFileSync(join(data, 'pravesh.yml'), config);
});

async function receipts(folder: string, ...args: readonly string[]) {
  const io = collectIo();
  const places = ['--data', folder, '--config', join(data, 'pravesh.yml')];
  const code = await receiptsCommand.run([...args, ...places], io);
  return { code, out: io.outLines, err: io.errLines.join('\n') };
}

async function kidsOf(folder: string): Promise<string[]> {
  const { code, out } = await receipts(folder, 'keys', '--json');
  expect(code).toBe(0);
  const { keys }: { keys: { kid: string }[] } = JSON.parse(out.join());
  return keys.map(({ kid }) => kid);
}

it('without a kiosk: shows the key, takes a new one with its row, and prints nothing secret', async () => {
  const [first = ''] = await kidsOf(data);
  const rotated = await receipts(data, 'rotate', '--json');
  const { keyId }: { keyId: string } = JSON.parse(rotated.out.join());
  expect(await kidsOf(data)).toEqual([keyId, first]);
  expect(rowsOf(data).map(({ operator, reason }) => [operator, reason])).toEqual([['local', 'receipt-rotate']]);
  const { out } = await receipts(data, 'keys');
  expect(out).toHaveLength(3);
  expect(out[1]).toMatch(new RegExp(`^${keyId} +yes +[\\w-]{43}$`));
});

it('beside a running kiosk: the kiosk does it, and signs with the new key', async () => {
  const world = await openTestKiosk();
  const door = await openLocalDoor(world.data, (name, input) => world.kiosk.call(name, localCaller, input));
  onTestFinished(() => door());
  const [first] = await kidsOf(world.data);
  const { code, out } = await receipts(world.data, 'rotate');
  expect(code).toBe(0);
  const [second = '', before] = await kidsOf(world.data);
  expect([before, out.join().includes(second)]).toEqual([first, true]);
  const served = await world.kiosk.client({ kind: 'public', id: '' })['receipt.keys']({});
  expect(served.ok && served.value.keys[0]?.kid).toBe(second);
});

it('takes no other word', async () => {
  expect(await receipts(data, 'remove')).toMatchObject({ code: 2, err: expect.stringContaining('keys or rotate') });
});
