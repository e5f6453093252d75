/** Privacy as a running kiosk keeps it: sealed rows, erasing at the start, looks that become rows. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { expect, test } from 'vitest';
import { openForWriting } from '../../../../main/core/db/database.ts';
import type { EntryDraft } from '../../../../main/core/entry-log/entry.ts';
import { watchLooks } from '../../../../main/core/erasure/looks.ts';
import { oweAct } from '../../../../main/core/erasure/owed-act.ts';
import { type Caller, type Kiosk, noteLook } from '../../../../main/core/kiosk.ts';
import type { Clock } from '../../../../main/core/ports.ts';
import { buildClock } from '../../../../main/platform/clock.ts';
import { buildFiles } from '../../../../main/platform/files.ts';
import { buildFakeClock } from '../../../support/fake-clock.ts';
import { openTestKiosk, type TestKiosk } from '../../../support/open-test-kiosk.ts';
import { buildSettings } from '../../../support/settings.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts';

const caller: Caller = { kind: 'kiosk', id: 'one' };
const asha = { fullName: 'Asha Kumari', mobileNumber: '9876543210' };
const dayMs = 24 * 60 * 60 * 1000;

async function visit(kiosk: Kiosk, { newestOtp }: TestKiosk) {
  const client = kiosk.client(caller);
  const described = await client['kiosk.describe']({});
  const version = described.ok ? described.value.consent.version : '';
  const consent = { version, locale: 'en', accepted: true } as const;
  const started = await client['verification.start']({ ...asha, purpose: 'visitor', consent });
  const id = started.ok ? started.value.id : '';
  return await client['verification.submitOtp']({ id, otp: newestOtp(asha.mobileNumber) });
}

/** The clock of this machine, set by the test. */
function buildClockThatIsSet(): { readonly clock: Clock; ahead: number } {
  const real = buildClock();
  const set = { clock: { ...real, now: () => real.now() + set.ahead }, ahead: 0 };
  return set;
}

function filesOf(data: string): Buffer[] {
  const entries = readdirSync(data, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => readFileSync(join(entry.parentPath, entry.name)));
}

test('with identity sealed the row opens with the secret key alone, and no file holds number or name', async () => {
  const identity = await generateX25519Identity();
  const sealTo = [await identityToRecipient(identity)];
  const privacy = { ...buildSettings().privacy, identity: 'sealed', sealTo } as const;
  const world = await openTestKiosk({ settings: { privacy } });
  expect(await visit(world.kiosk, world)).toMatchObject({ ok: true, value: { decision: 'admitted' } });
  const [row] = world.rows();
  expect(row).toMatchObject({ subject_mobile: null, subject_name: expect.stringMatching(/^age:/) });
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  const sealed = Buffer.from(row?.subject_name?.slice(4) ?? '', 'base64');
  const opened: unknown = JSON.parse(await decrypter.decrypt(sealed, 'text'));
  expect(opened).toEqual({ mobile: asha.mobileNumber, name: asha.fullName });
  for (const bytes of filesOf(world.data)) {
    expect(bytes.includes('9876543210') || bytes.includes('Kumari')).toBe(false);
  }
});

test('a kiosk that was switched off for longer than rows are kept erases them as soon as the upstream has said the time', async () => {
  const set = buildClockThatIsSet();
  const privacy = { ...buildSettings().privacy, identity: 'full' } as const;
  const sandbox = { now: () => set.clock.now() };
  const world = await openTestKiosk({ settings: { privacy }, ports: { clock: set.clock }, sandbox });
  await visit(world.kiosk, world);
  set.ahead = 200 * dayMs;
  await world.reopen();
  expect(world.rows()).toMatchObject([{ subject_name: 'Asha Kumari', subject_mobile: '9876543210' }]);
  set.ahead = 450 * dayMs;
  await world.reopen();
  await expect.poll(() => world.rows()[0]?.subject_ref).toBeNull();
  await expect.poll(() => world.rows().length).toBe(3);
  const [visited, ...acts] = world.rows();
  expect([visited, ...acts.sort((one, other) => (one.reason ?? '').localeCompare(other.reason ?? ''))]).toMatchObject([
    { subject_ref: null, subject_name: null, subject_mobile: null, subject_salt: null, outcome: 'admitted' },
    { outcome: 'act', channel: 'kiosk', reason: 'erase: 1 whose time was over' },
    // The key of receipts has had its time as well.
    { outcome: 'act', channel: 'kiosk', reason: 'receipt-rotate' },
  ]);
  for (const bytes of filesOf(world.data)) {
    expect(bytes.includes('9876543210') || bytes.includes('Asha Kumari')).toBe(false);
  }
});

test('an act of erasing that was still owed is written at the start, before anything else', async () => {
  const world = await openTestKiosk();
  await world.kiosk.close();
  const database = openForWriting(join(world.data, 'pravesh.db'));
  oweAct(database, 'kiosk', 'erase: 1 whose time was over', '2026-11-01T00:00:00.000Z');
  database.close();
  const kiosk = await world.reopen();
  expect(world.rows()).toMatchObject([{ outcome: 'act', reason: 'erase: 1 whose time was over' }]);
  expect(kiosk.ready()).toBe(true);
});

test('looks from beside the kiosk become rows when it stops and when it starts', async () => {
  const world = await openTestKiosk();
  noteLook(world.data, 'list', '2026-11-01T00:00:00.000Z', buildFiles());
  const kiosk = await world.reopen();
  expect(world.rows().map(({ reason }) => reason)).toEqual(['view: list at 2026-11-01T00:00:00.000Z']);
  await kiosk.close();
  noteLook(world.data, 'find', '2026-11-02T00:00:00.000Z', buildFiles());
  await world.reopen();
  expect(world.rows().map(({ seq, outcome, channel, reason }) => [seq, outcome, channel, reason])).toEqual([
    [1, 'act', 'operator', 'view: list at 2026-11-01T00:00:00.000Z'],
    [2, 'act', 'operator', 'view: find at 2026-11-02T00:00:00.000Z'],
  ]);
});

test('a look for a person from beside a running kiosk is a row a few seconds later; a list waits for the hour', () => {
  const data = makeTemporaryFolder();
  const clock = buildFakeClock();
  const files = buildFiles();
  const acts: (string | undefined)[] = [];
  const faults: unknown[] = [];
  const append = ({ reason }: EntryDraft) => acts.push(reason);
  const stop = watchLooks({ data, append, clock, onFault: (error) => faults.push(error) });
  clock.advance(30_000);
  noteLook(data, 'list', '2026-11-01T00:00:00.000Z', files);
  noteLook(data, 'find', '2026-11-01T00:00:01.000Z', files);
  noteLook(data, 'find', '2026-11-01T00:00:02.000Z', files);
  clock.advance(10_000);
  expect(acts).toEqual(['view: find, 2 times from 2026-11-01T00:00:01.000Z to 2026-11-01T00:00:02.000Z']);
  clock.advance(600_000);
  expect([acts.length, faults]).toEqual([1, []]);
  stop();
  expect(clock.timers()).toBe(0);
});
