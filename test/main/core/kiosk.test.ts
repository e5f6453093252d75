/** The kiosk as its hosts see it: real file, real HTTP, real sandbox. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { problem } from '../../../main/contract/public.ts';
import { type Caller, type Kiosk, openKiosk, returnToService } from '../../../main/core/kiosk.ts';
import { buildPorts } from '../../../main/platform/ports.ts';
import { openTestKiosk, type TestKiosk } from '../../support/open-test-kiosk.ts';
import { makeTemporaryFolder } from '../../support/temporary-folder.ts';

const kioskCaller: Caller = { kind: 'kiosk', id: 'one' };
const operator: Caller = { kind: 'operator', id: 'desk' };
const nobody: Caller = { kind: 'public', id: '' };
const asha = { fullName: 'Asha Kumari', mobileNumber: '9876543210' };

async function begin(kiosk: Kiosk, person = asha) {
  const client = kiosk.client(kioskCaller);
  const described = await client['kiosk.describe']({});
  if (!described.ok) {
    throw new Error('the kiosk does not describe itself');
  }
  const { version } = described.value.consent;
  return await client['verification.start']({
    ...person,
    purpose: 'visitor',
    consent: { version, locale: 'en', accepted: true },
  });
}

async function visit({ kiosk, newestOtp }: Pick<TestKiosk, 'kiosk' | 'newestOtp'>) {
  const started = await begin(kiosk);
  if (!started.ok) {
    return started;
  }
  const otp = newestOtp(asha.mobileNumber);
  return await kiosk.client(kioskCaller)['verification.submitOtp']({ id: started.value.id, otp });
}

test('a whole visit: the decision that is seen is the row in the file', async () => {
  const world = await openTestKiosk();
  const decided = await visit(world);
  expect(decided).toMatchObject({ ok: true, value: { state: 'decided', status: 2, decision: 'admitted', seq: 1 } });
  expect(world.rows()).toMatchObject([
    { seq: 1, outcome: 'admitted', status: 2, channel: 'kiosk', subject_mobile: '••••••3210', clock: 'ok' },
  ]);
});

test('who may not call is told so, and a name that is no operation leads nowhere', async () => {
  const { kiosk } = await openTestKiosk();
  expect(await kiosk.call('health.get', kioskCaller, {})).toEqual(problem('unauthenticated'));
  expect(await kiosk.call('verification.get', nobody, { id: 'x' })).toEqual(problem('unauthenticated'));
  expect(await kiosk.client(operator)['health.get']({})).toMatchObject({ ok: true, value: { state: 'in-service' } });
  for (const name of ['toString', 'constructor', '__proto__', 'kiosk.watch', 'entries.drop']) {
    expect(await kiosk.call(name as 'health.get', operator, {})).toEqual(problem('not-found'));
  }
});

test('missing consent has its own code, and the answer repeats nothing that was given', async () => {
  const { kiosk, rows } = await openTestKiosk();
  const given = { fullName: 'Secret Name', mobileNumber: '9000000009', purpose: 'visitor', 'Secret Key': 1 };
  for (const consent of [undefined, null, { version: 'x', locale: 'en', accepted: false }]) {
    const refused = await kiosk.call('verification.start', kioskCaller, { ...given, consent });
    expect(refused).toMatchObject({ ok: false, error: { code: 'consent-required' } });
    expect(JSON.stringify(refused)).not.toMatch(/Secret|9000000009/);
  }
  expect(rows()).toEqual([]);
});

test('a declined consent is one row without anything of a person', async () => {
  const { kiosk, rows } = await openTestKiosk();
  const client = kiosk.client(kioskCaller);
  const described = await client['kiosk.describe']({});
  const version = described.ok ? described.value.consent.version : '';
  const declined = await client['consent.decline']({ purpose: 'visitor', locale: 'hi', version });
  expect(declined).toEqual({ ok: true, value: { seq: 1 } });
  expect(rows()).toMatchObject([{ outcome: 'declined', consent_locale: 'hi', subject_ref: null, subject_name: null }]);
});

test('the demonstration phone shows the SMS of one’s own verification only', async () => {
  const { kiosk } = await openTestKiosk();
  const started = await begin(kiosk);
  const id = started.ok ? started.value.id : '';
  expect(await kiosk.client(kioskCaller)['demo.phone']({ id })).toMatchObject({ value: { messages: [{}] } });
  const other = await kiosk.client({ kind: 'kiosk', id: 'two' })['demo.phone']({ id });
  expect(other).toMatchObject({ value: { messages: [] } });
});

describe('restarts', () => {
  test('numbers go on, limits go on, and open visits have their row', async () => {
    const world = await openTestKiosk({ sandbox: { otpSeconds: 0 } });
    for (let round = 1; round <= 3; round += 1) {
      expect(await begin(world.kiosk)).toMatchObject({ ok: true });
    }
    const kiosk = await world.reopen();
    expect(world.rows().map(({ seq, reason }) => [seq, reason])).toEqual([
      [1, 'terminal-stopped'],
      [2, 'terminal-stopped'],
      [3, 'terminal-stopped'],
    ]);
    expect(await begin(kiosk)).toMatchObject({ ok: false, error: { code: 'too-many-requests' } });
  });

  test('a visit whose first code is being asked for when the kiosk closes ends with its row', async () => {
    const { ports, close } = buildPorts({ data: makeTemporaryFolder() });
    const { promise: asked, resolve: isAsked } = Promise.withResolvers<void>();
    const { promise: late, resolve: answerLate } = Promise.withResolvers<void>();
    const fetch: typeof ports.fetch = async (request) => {
      isAsked();
      const answered = await ports.fetch(request);
      await late;
      return answered;
    };
    const world = await openTestKiosk({ ports: { fetch } });
    const began = begin(world.kiosk);
    await asked;
    await world.kiosk.close();
    answerLate();
    expect(await began).toMatchObject({ ok: false, error: { code: 'out-of-order' } });
    expect(world.rows()).toMatchObject([{ seq: 1, outcome: 'not-verified', reason: 'terminal-stopped' }]);
    expect(await begin(world.kiosk)).toMatchObject({ ok: false, error: { code: 'out-of-order' } });
    await close();
  });

  test('a second kiosk does not open the same folder', async () => {
    const { data, settings } = await openTestKiosk();
    const { ports, close } = buildPorts({ data });
    expect(() => openKiosk({ settings, data, ports })).toThrow(/Another Pravesh/);
    await close();
  });

  test('refused again and again, the terminal is out of order until a person or another key mends it', async () => {
    const world = await openTestKiosk();
    await world.fault('generateOTP', '403-json', 5);
    for (let round = 0; round < 5; round += 1) {
      expect(await begin(world.kiosk)).toMatchObject({ error: { code: 'upstream-forbidden' } });
    }
    expect(await begin(world.kiosk)).toMatchObject({ error: { code: 'out-of-order' } });
    const kiosk = await world.reopen();
    expect(kiosk.ready()).toBe(false);
    const described = await kiosk.client(nobody)['kiosk.describe']({});
    expect(described).toMatchObject({ value: { state: 'out-of-order', reason: 'upstream-forbidden' } });
    await kiosk.close();
    const { ports, close } = buildPorts({ data: world.data });
    expect(returnToService({ settings: world.settings, data: world.data, ports })).toBe(true);
    expect(returnToService({ settings: world.settings, data: world.data, ports })).toBe(false);
    await close();
    expect((await world.reopen()).ready()).toBe(true);
    expect(world.rows().at(-1)).toMatchObject({ outcome: 'act', reason: 'return-to-service', channel: 'operator' });
  });
});

test('events tell the health at once and at every change, and entries to operators only', async () => {
  const world = await openTestKiosk();
  const seen: Record<string, unknown[]> = { kiosk: [], operator: [] };
  world.kiosk.watch('kiosk.watch', kioskCaller, (event) => seen.kiosk?.push(event));
  world.kiosk.watch('kiosk.watch', operator, (event) => seen.operator?.push(event));
  expect(world.kiosk.watch('kiosk.watch', nobody, () => {})).toEqual(problem('unauthenticated'));
  await visit(world);
  expect(seen.kiosk).toEqual([{ type: 'health', state: 'in-service', revision: 0 }]);
  expect(seen.operator).toMatchObject([{ type: 'health' }, { type: 'entry', seq: 1, outcome: 'admitted' }]);
});

test('the disk is nearly full: nothing begins, and the visitor is told the truth', async () => {
  const { ports } = buildPorts({ data: '/nowhere' });
  const world = await openTestKiosk({ ports: { files: { ...ports.files, freeBytes: () => 1024 } } });
  expect(await begin(world.kiosk)).toEqual(problem('out-of-order'));
  expect(world.kiosk.ready()).toBe(false);
  const described = await world.kiosk.client({ kind: 'public', id: 'x' })['kiosk.describe']({});
  expect(described).toMatchObject({ value: { state: 'out-of-order', reason: 'disk-low' } });
});

test('what is of a person is in no file in clear, and files are the owner’s alone', async () => {
  const world = await openTestKiosk();
  await visit(world);
  const files = readdirSync(world.data, { recursive: true, encoding: 'utf8' }).map((name) => join(world.data, name));
  const plain = files.filter((file) => statSync(file).isFile());
  expect(plain.length).toBeGreaterThan(2);
  for (const file of plain) {
    expect(statSync(file).mode & 0o077).toBe(0);
    const bytes = readFileSync(file).toString('latin1');
    expect(bytes).not.toContain(asha.mobileNumber);
    expect(bytes).not.toContain('Kumari');
  }
  expect(statSync(world.data).mode & 0o077).toBe(0);
  expect(existsSync(join(world.data, 'pravesh.db'))).toBe(true);
});
