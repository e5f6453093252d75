/** The desk through the kiosk, as the page asks: what is answered, and which rows the log gets for it. */
import { expect, it } from 'vitest';
import type { Caller } from '../../../../main/core/kiosk.ts';
import { buildFakeClock } from '../../../support/fake-clock.ts';
import { openTestKiosk, type TestKiosk, type TestKioskOptions } from '../../../support/open-test-kiosk.ts';
import { buildSettings } from '../../../support/settings.ts';
import { visit } from './visit.ts';

const desk: Caller = { kind: 'operator', id: 'page-1', local: true };

async function openDesk(options: TestKioskOptions = {}) {
  const opened = await openTestKiosk(options);
  const client = opened.kiosk.client(desk);
  const reasons = () => actsOf(opened);
  return { ...opened, client, reasons };
}

function actsOf({ rows }: TestKiosk): (string | null)[] {
  return rows()
    .filter(({ outcome, channel }) => outcome === 'act' && channel === 'operator')
    .map(({ reason }) => reason);
}

it('a visit is in the list, masked, and can be seen in full with its notice and its proof', async () => {
  const { client, rows, reasons, ...world } = await openDesk();
  const { seq, checkCode } = await visit(world);
  const page = await client['entries.list']({});
  expect(page).toMatchObject({
    ok: true,
    value: {
      next: null,
      entries: [{ seq, checkCode, outcome: 'admitted', name: 'A••• K•••••', mobile: '••••••3210' }],
    },
  });
  const detail = await client['entries.get']({ seq });
  const row = rows().find((each) => each.seq === seq);
  expect(detail).toMatchObject({
    ok: true,
    value: {
      seq,
      id: row?.id,
      identity: 'masked',
      policy: row?.policy,
      upstreamRef: row?.upstream_ref,
      consent: { version: row?.consent_version, locale: 'en', text: expect.stringContaining('Head Office') },
      receipt: { entry: expect.stringContaining(`"seq":${seq}`), proof: expect.stringContaining('hq/gate-1') },
      byHand: false,
    },
  });
  expect(reasons()).toEqual(['view: list', `view: entry ${seq}`]);
  expect(await client['entries.get']({ seq: 999 })).toMatchObject({ ok: false, error: { code: 'not-found' } });
});

it('a list that refreshes itself is one look for two minutes; another filter is another look', async () => {
  const clock = buildFakeClock();
  const { client, reasons } = await openDesk({ ports: { clock } });
  await client['entries.list']({});
  await client['entries.list']({});
  await client['entries.list']({ before: 1000 });
  expect(reasons()).toEqual(['view: list']);
  await client['entries.list']({ outcome: 'fault' });
  await client['entries.list']({ outcome: 'fault', limit: 5 });
  expect(reasons()).toHaveLength(2);
  await client['entries.list']({});
  expect(reasons()).toHaveLength(3);
  await clock.pass(121_000);
  await client['entries.list']({});
  expect(reasons()).toHaveLength(4);
});

it('a mobile number finds its visits, and is itself nowhere', async () => {
  const { client, rows, reasons, ...world } = await openDesk();
  const { seq } = await visit(world);
  for (const mobileNumber of ['9876543210', '+91 98765 43210', '९८७६५४३२१०']) {
    const found = await client['entries.find']({ mobileNumber });
    expect(found).toMatchObject({ ok: true, value: { entries: [{ seq, mobile: '••••••3210' }], next: null } });
  }
  expect(await client['entries.find']({ mobileNumber: '9876500000' })).toMatchObject({ value: { entries: [] } });
  expect(reasons()).toEqual(['view: find', 'view: find']);
  expect(JSON.stringify(rows())).not.toMatch(/98765/);
  expect(await client['entries.find']({ mobileNumber: '12' })).toMatchObject({
    error: { code: 'invalid-input', fields: [{ path: 'mobileNumber' }] },
  });
});

it('a decision by hand is durable, shows as such, and counts apart', async () => {
  const { client, rows } = await openDesk();
  const decided = await client['entries.decide']({ decision: 'admitted', purpose: 'visitor', reason: 'No phone' });
  const row = rows().at(-1);
  expect(row).toMatchObject({
    outcome: 'admitted',
    channel: 'operator',
    operator: 'local',
    purpose: 'visitor',
    reason: 'No phone',
    status: null,
    subject_ref: null,
  });
  expect(decided).toMatchObject({ ok: true, value: { seq: row?.seq, id: row?.id, decision: 'admitted' } });
  const stats = await client['entries.stats']({});
  expect(stats).toMatchObject({
    ok: true,
    value: { total: { admitted: 0, byHand: { admitted: 1 } }, waiting: 0, inside: null },
  });
});

it.each([
  ['a purpose that is not offered', { purpose: 'party' }, 'purpose'],
  ['a mobile number in the reason', { reason: 'call 98765 43210' }, 'reason'],
  ['a mobile number in other digits', { reason: 'call ९८७६५-४३२१०' }, 'reason'],
  ['no word in the reason', { reason: '1234' }, 'reason'],
])('a decision by hand is refused with %s, and leaves no row', async (_what, wrong, path) => {
  const { client, rows } = await openDesk();
  const before = rows().length;
  const input = { decision: 'admitted', purpose: 'visitor', reason: 'No phone', ...wrong } as const;
  expect(await client['entries.decide'](input)).toMatchObject({
    ok: false,
    error: { code: 'invalid-input', fields: [{ path }] },
  });
  expect(rows()).toHaveLength(before);
});

it('staff decide by hand while the terminal is out of order', async () => {
  const { client, kiosk } = await openDesk();
  expect(await client['service.stop']({})).toMatchObject({ ok: true });
  expect(kiosk.ready()).toBe(false);
  const input = { decision: 'referred', purpose: 'visitor', reason: 'Service not reachable' } as const;
  expect(await client['entries.decide'](input)).toMatchObject({ ok: true });
});

it('what is kept in full can be seen in clear, for a reason that stays', async () => {
  const base = buildSettings();
  const { client, reasons, ...world } = await openDesk({
    settings: { privacy: { ...base.privacy, identity: 'full' } },
  });
  const { seq } = await visit(world);
  expect(await client['entries.list']({})).toMatchObject({ value: { entries: [{ name: 'A••• K•••••' }] } });
  expect(await client['entries.reveal']({ seq, reason: 'Lost child' })).toEqual({
    ok: true,
    value: { name: 'Asha Kumari', mobile: '9876543210' },
  });
  expect(reasons()).toContain(`reveal: entry ${seq}: Lost child`);
  for (const reason of ['Asha asks', 'ends in 543210', '98765 43210 asks']) {
    expect(await client['entries.reveal']({ seq, reason })).toMatchObject({ error: { code: 'invalid-input' } });
  }
  expect(await client['entries.reveal']({ seq: 999, reason: 'Lost child' })).toMatchObject({
    error: { code: 'not-found' },
  });
});

it('what is masked cannot be seen in clear', async () => {
  const { client, reasons, ...world } = await openDesk();
  const { seq } = await visit(world);
  expect(await client['entries.reveal']({ seq, reason: 'Lost child' })).toMatchObject({ error: { code: 'conflict' } });
  expect(reasons()).toEqual([]);
});

it('a day that is none is named as wrong', async () => {
  const { client } = await openDesk();
  expect(await client['entries.stats']({ day: '2026-02-30' })).toMatchObject({
    error: { code: 'invalid-input', fields: [{ path: 'day' }] },
  });
});
