/** A real kiosk whose clock is not that of the upstream: out of order, recorded, and back by itself. */
import { expect, test } from 'vitest';
import { buildFakeClock } from '../../support/fake-clock.ts';
import { openTestKiosk } from '../../support/open-test-kiosk.ts';

const visitor = { kind: 'kiosk', id: 'gate' } as const;
const asha = { fullName: 'Asha Kumari', mobileNumber: '9876543210', purpose: 'visitor' };
const day = 24 * 60 * 60 * 1000;

async function openWorld() {
  const clock = buildFakeClock(Date.now());
  let ahead = 0;
  let passed = 0;
  const world = await openTestKiosk({
    ports: { clock: { ...clock, now: () => clock.now() + passed + ahead } },
    sandbox: { now: () => clock.now() + passed },
  });
  return {
    ...world,
    clock,
    setAhead: (milliseconds: number) => (ahead = milliseconds),
    setPassed: (milliseconds: number) => (passed = milliseconds),
  };
}

type World = Awaited<ReturnType<typeof openWorld>>;

async function start({ kiosk }: Pick<World, 'kiosk'>) {
  const client = kiosk.client(visitor);
  const described = await client['kiosk.describe']({});
  const version = described.ok ? described.value.consent.version : '';
  return client['verification.start']({ ...asha, consent: { version, locale: 'en', accepted: true } });
}

async function stateOf({ kiosk }: Pick<World, 'kiosk'>) {
  const described = await kiosk.client(visitor)['kiosk.describe']({});
  return described.ok ? [described.value.state, described.value.reason] : undefined;
}

test.each([
  ['a day back', -day, 'behind-upstream'],
  ['ten years on', 3652 * day, 'ahead-of-upstream'],
] as const)(
  '%s in mid-visit: the visit ends as it should, its row says so, and nobody else begins',
  async (_, ahead, word) => {
    const world = await openWorld();
    const started = await start(world);
    world.setAhead(ahead);
    const id = started.ok ? started.value.id : '';
    const client = world.kiosk.client(visitor);
    const decided = await client['verification.submitOtp']({ id, otp: world.newestOtp(asha.mobileNumber) });
    // A status whose signature is so old or so new is none.
    expect(decided).toMatchObject({ ok: false, error: { code: 'upstream-signature-invalid' } });
    expect(world.rows().map(({ outcome, clock }) => [outcome, clock])).toEqual([['fault', word]]);
    expect(await stateOf(world)).toEqual(['out-of-order', 'clock-wrong']);
    expect(await start(world)).toMatchObject({ ok: false, error: { code: 'out-of-order' } });

    const kiosk = await world.reopen();
    expect(await stateOf({ kiosk })).toEqual(['out-of-order', 'clock-wrong']);
    world.setAhead(0);
    await expect
      .poll(() => {
        world.clock.advance(60_000);
        return stateOf({ kiosk });
      })
      .toEqual(['in-service', undefined]);
    expect(await start({ kiosk })).toMatchObject({ ok: true });
  },
);

test('1970: out of order at once, before anybody is asked for anything', async () => {
  const world = await openWorld();
  world.setAhead(-world.clock.now());
  expect(await stateOf(world)).toEqual(['out-of-order', 'clock-wrong']);
  expect(await start(world)).toMatchObject({ ok: false, error: { code: 'out-of-order' } });
  world.setAhead(0);
  expect(await stateOf(world)).toEqual(['in-service', undefined]);
  expect(world.rows()).toEqual([]);
});

test('three statuses in a row that are not authentic: out of order, over a restart too; one visit is let through later', async () => {
  const world = await openWorld();
  await world.fault('status', 'bad-signature', 4);
  for (let forged = 0; forged < 3; forged += 1) {
    const started = await start(world);
    expect(started).toMatchObject({ ok: true });
    const id = started.ok ? started.value.id : '';
    const answer = await world.kiosk.client(visitor)['verification.submitOtp']({
      id,
      otp: world.newestOtp(asha.mobileNumber),
    });
    expect(answer).toMatchObject({ error: { code: 'upstream-signature-invalid' } });
    world.clock.advance(4 * 60_000);
  }
  expect(await stateOf(world)).toEqual(['out-of-order', 'upstream-signature-invalid']);
  const kiosk = await world.reopen();
  expect(await stateOf({ kiosk })).toEqual(['out-of-order', 'upstream-signature-invalid']);
  world.clock.advance(30 * 60_000);
  expect((await stateOf({ kiosk }))?.[0]).not.toBe('out-of-order');
});

test('after a long silence nobody is erased before the upstream has said what time it is', async () => {
  const world = await openWorld();
  const started = await start(world);
  const id = started.ok ? started.value.id : '';
  const submitted = world.kiosk
    .client(visitor)
    ['verification.submitOtp']({ id, otp: world.newestOtp(asha.mobileNumber) });
  expect(await submitted).toMatchObject({ value: { state: 'decided' } });
  const held = () => world.rows().filter((row) => row.subject_ref !== null).length;
  expect(held()).toBe(1);

  world.setAhead(420 * day);
  const early = await world.reopen();
  await expect
    .poll(() => {
      world.clock.advance(10_000);
      return stateOf({ kiosk: early });
    })
    .toEqual(['out-of-order', 'clock-wrong']);
  world.clock.advance(2 * 60 * 60 * 1000);
  expect(held()).toBe(1);

  world.setAhead(0);
  world.setPassed(420 * day);
  const late = await world.reopen();
  await expect
    .poll(() => {
      world.clock.advance(10_000);
      return held();
    })
    .toBe(0);
  expect(await stateOf({ kiosk: late })).toEqual(['in-service', undefined]);
});
