/** An open page: what it may do, what ends it, and that its end is a row and a signed head (O2, O3). */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Client } from '../../../../main/contract/public.ts';
import type { Kiosk } from '../../../../main/core/kiosk.ts';
import { buildFakeClock, type FakeClock } from '../../../support/fake-clock.ts';
import { openTestKiosk, type TestKiosk } from '../../../support/open-test-kiosk.ts';
import { addOperator, goodPin, headsOf, localCaller, readValue, unlockAs } from '../../../support/operators.ts';

const locked = { ok: false, error: { code: 'unauthenticated' } };

let clock: FakeClock;
let test: TestKiosk;
let kiosk: Kiosk;
let page: Client;
beforeEach(async () => {
  clock = buildFakeClock();
  test = await openTestKiosk({ ports: { clock } });
  kiosk = test.kiosk;
  page = kiosk.client({ kind: 'kiosk', id: 'one' });
});

const lastActs = (count: number) =>
  test
    .rows()
    .slice(-count)
    .map(({ reason }) => reason);

describe('locking', () => {
  it('ends the page at once, with a row and a signed head, and twice is as good as once', async () => {
    const { operator } = await unlockAs(kiosk, page, 'manager');
    expect(await page['health.get']({})).toMatchObject({ ok: true });
    expect(await page['operator.lock']({})).toEqual({ ok: true, value: {} });
    expect(await page['operator.lock']({})).toEqual({ ok: true, value: {} });
    for (const call of [page['operator.get']({}), page['health.get']({}), page['operator.list']({})]) {
      expect(await call).toMatchObject(locked);
    }
    expect(test.rows().at(-1)).toMatchObject({
      reason: 'lock',
      outcome: 'act',
      channel: 'operator',
      operator: operator.id,
    });
    expect(lastActs(2)).toEqual(['unlock', 'lock']);
    expect(headsOf(test.data)).toEqual([3]);
  });

  it('comes by itself after two minutes, also while the page asks by itself how things are', async () => {
    await unlockAs(kiosk, page, 'manager');
    clock.advance(119_000);
    expect(await page['health.get']({})).toMatchObject({ ok: true });
    expect(readValue(await page['operator.get']({})).lockInMs).toBe(1_000);
    clock.advance(1_000);
    expect(lastActs(1)).toEqual(['lock: idle']);
    expect(await page['operator.get']({})).toMatchObject(locked);
    expect(headsOf(test.data)).toEqual([3]);
  });

  it('is put off by a touch, and by whatever a person asks', async () => {
    await unlockAs(kiosk, page, 'manager');
    clock.advance(100_000);
    expect(readValue(await page['operator.touch']({})).lockInMs).toBe(120_000);
    clock.advance(100_000);
    await page['operator.list']({});
    clock.advance(119_999);
    expect(readValue(await page['operator.get']({})).lockInMs).toBe(1);
  });

  it('is not put off by what a visitor does at the same screen', async () => {
    await unlockAs(kiosk, page, 'manager');
    clock.advance(100_000);
    await page['kiosk.describe']({});
    await page['operator.door']({});
    expect(readValue(await page['operator.get']({})).lockInMs).toBe(20_000);
  });

  it('comes with a restart', async () => {
    await unlockAs(kiosk, page, 'manager');
    kiosk = await test.reopen();
    expect(await kiosk.client({ kind: 'kiosk', id: 'one' })['operator.get']({})).toMatchObject(locked);
  });

  it('comes when the operator is disabled or gets another PIN', async () => {
    await addOperator(kiosk, { name: 'The other manager', role: 'manager' });
    const { operator } = await unlockAs(kiosk, page, 'manager');
    const desk = kiosk.client(localCaller);
    await desk['operator.reset']({ id: operator.id, pin: '739164' });
    expect(await page['operator.get']({})).toMatchObject(locked);
    expect(await page['operator.unlock']({ operator: operator.id, pin: goodPin })).toMatchObject(locked);
    expect(await page['operator.unlock']({ operator: operator.id, pin: '739164' })).toMatchObject({ ok: true });
    await desk['operator.disable']({ id: operator.id });
    expect(await page['operator.get']({})).toMatchObject(locked);
  });
});

describe('the one who has unlocked', () => {
  it('may do what is for reception as reception, and no more', async () => {
    await unlockAs(kiosk, page, 'reception');
    expect(await page['entries.list']({})).toMatchObject({ ok: true });
    const forManagers = [
      page['operator.list']({}),
      page['operator.add']({ name: 'x', role: 'manager', pin: goodPin }),
      page['operator.disable']({ id: 'abc123' }),
      page['operator.reset']({ id: 'abc123', pin: goodPin }),
      page['operator.recoveryCode']({}),
      page['entries.reveal']({ seq: 1, reason: 'asked' }),
      page['roster.remove']({}),
      page['service.stop']({}),
      page['kiosk.leave']({}),
      page['kiosk.restart']({}),
    ];
    for (const answered of await Promise.all(forManagers)) {
      expect(answered).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    }
    expect(await kiosk.client({ kind: 'kiosk', id: 'two' })['entries.list']({})).toMatchObject(locked);
  });

  it('is told what the venue has switched on', async () => {
    const { settings } = test;
    const { kiosk: other } = await openTestKiosk({
      settings: {
        inside: { count: true },
        passes: { ...settings.passes, purposes: ['employee'] },
        privacy: { ...settings.privacy, identity: 'full' },
      },
    });
    const [one, two] = ['one', 'two'].map((id) => other.client({ kind: 'kiosk', id }));
    const features = { inside: true, passes: true, leave: false };
    if (one !== undefined && two !== undefined) {
      expect((await unlockAs(other, one, 'manager')).features).toEqual({ ...features, reveal: true });
      expect((await unlockAs(other, two, 'reception')).features).toEqual({ ...features, reveal: false });
    }
    expect.assertions(2);
  });

  it('is nobody who comes through the data folder: there is no page', async () => {
    const desk = kiosk.client(localCaller);
    expect(await desk['operator.get']({})).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    expect(await desk['operator.lock']({})).toMatchObject({ ok: true });
    expect(await desk['operator.unlock']({ pin: goodPin })).toMatchObject({ ok: false, error: { code: 'forbidden' } });
  });
});
