/** The roster of a whole kiosk: who may do what, a visit that counts, an erasure, and a start anew. */
import { expect, test } from 'vitest';
import type { Caller, Kiosk } from '../../../../main/core/kiosk.ts';
import { openTestKiosk, type TestKiosk } from '../../../support/open-test-kiosk.ts';
import { manager, mapping } from './people.ts';

const asha = { fullName: 'Asha Kumari', mobileNumber: '9876543210' };
const text = `id,name,mobile\nE1,ASHA  kumari,+91 98765 43210\nE2,Bina Devi,9123456780\n`;
const visitor: Caller = { kind: 'kiosk', id: 'one' };

async function visit(kiosk: Kiosk, { newestOtp }: TestKiosk) {
  const client = kiosk.client(visitor);
  const described = await client['kiosk.describe']({});
  const version = described.ok ? described.value.consent.version : '';
  const consent = { version, locale: 'en', accepted: true } as const;
  const started = await client['verification.start']({ ...asha, purpose: 'visitor', consent });
  const id = started.ok ? started.value.id : '';
  return await client['verification.submitOtp']({ id, otp: newestOtp(asha.mobileNumber) });
}

test('a roster is kept over a restart, follows visits, and lets go of who is erased', async () => {
  const world = await openTestKiosk();
  const desk = world.kiosk.client(manager);
  expect(await desk['roster.preview']({ text })).toMatchObject({ ok: true, value: { rows: 2, good: 2 } });
  expect(await desk['roster.import']({ text, mapping })).toMatchObject({ ok: true, value: { rows: 2, added: 2 } });
  expect(await visit(world.kiosk, world)).toMatchObject({ ok: true, value: { state: 'decided' } });
  expect(await desk['roster.get']({})).toMatchObject({ ok: true, value: { rows: 2, verified: 1 } });

  const again = (await world.reopen()).client(manager);
  expect(await again['roster.list']({})).toMatchObject({
    ok: true,
    value: {
      people: [
        { reference: 'E1', status: 2 },
        { reference: 'E2', status: null },
      ],
      next: null,
    },
  });
  const order = { ...asha, reason: 'asked for it', override: true };
  expect(await again['entries.erase'](order)).toMatchObject({ ok: true, value: { kept: [], roster: 1 } });
  expect(await again['roster.get']({})).toMatchObject({ ok: true, value: { rows: 1, verified: 0 } });
  expect(await again['roster.remove']({})).toEqual({ ok: true, value: { removed: 1 } });
  const acts = world.rows().filter(({ outcome }) => outcome === 'act');
  expect(acts.map(({ reason }) => reason)).toEqual([
    'roster-import 2',
    'view: roster',
    'erase: 1 of 1 on request with override: asked for it',
    'roster-remove',
  ]);
});

test('nobody touches it who has not unlocked, and reception neither replaces nor removes it', async () => {
  const { kiosk } = await openTestKiosk();
  const operator = { id: 'a1b2c3', name: 'Ravi', role: 'reception' } as const;
  const reception = kiosk.client({ kind: 'operator', id: 'two', operator });
  const file = { text, mapping };
  for (const answered of [
    await reception['roster.preview']({ text }),
    await reception['roster.import'](file),
    await reception['roster.remove']({}),
  ]) {
    expect(answered).toMatchObject({ ok: false, error: { code: 'forbidden' } });
  }
  expect(await reception['roster.get']({})).toMatchObject({ ok: true, value: { rows: 0 } });
  const locked = kiosk.client(visitor);
  for (const answered of [await locked['roster.import'](file), await locked['roster.get']({})]) {
    expect(answered).toMatchObject({ ok: false, error: { code: 'unauthenticated' } });
  }
});
