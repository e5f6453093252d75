/** People inside, through the kiosk: who is counted, who leaves, the closing, and that the log alone can tell it all. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Caller } from '../../../../main/core/kiosk.ts';
import { buildFakeClock } from '../../../support/fake-clock.ts';
import { openTestKiosk, type TestKioskOptions } from '../../../support/open-test-kiosk.ts';

const desk: Caller = { kind: 'operator', id: 'page-1', local: true };
const counting = { inside: { count: true } };

async function openInside(options: TestKioskOptions = { settings: counting }) {
  const opened = await openTestKiosk(options);
  let client = opened.kiosk.client(desk);
  return {
    ...opened,
    client: () => client,
    async admit(decision: 'admitted' | 'referred' | 'refused' = 'admitted') {
      const decided = await client['entries.decide']({ decision, purpose: 'visitor', reason: 'No phone' });
      if (!decided.ok) {
        throw new Error(decided.error.code);
      }
      return decided.value;
    },
    async inside() {
      const listed = await client['inside.list']({});
      if (!listed.ok) {
        throw new Error(listed.error.code);
      }
      const stats = await client['entries.stats']({});
      expect(stats).toMatchObject({ ok: true, value: { inside: listed.value.count } });
      expect(listed.value.count).toBe(listed.value.people.length);
      return listed.value.people.map(({ seq }) => seq);
    },
    async restart() {
      client = (await opened.reopen()).client(desk);
    },
    acts: () =>
      opened
        .rows()
        .filter(({ outcome, reason }) => outcome === 'act' && !reason?.startsWith('view'))
        .map(({ channel, reason }) => `${channel}: ${reason}`),
  };
}

it('those who were admitted are inside until they leave, those who came first first', async () => {
  const { client, admit, inside, acts } = await openInside();
  const first = await admit();
  await admit('referred');
  await admit('refused');
  const second = await admit();
  expect(await inside()).toEqual([first.seq, second.seq]);
  expect(await client()['inside.leave']({ entry: ` ${first.checkCode.toLowerCase()} ` })).toEqual({
    ok: true,
    value: { seq: first.seq, count: 1 },
  });
  expect(await client()['inside.leave']({ entry: `#${second.seq}` })).toMatchObject({ value: { count: 0 } });
  expect(await inside()).toEqual([]);
  expect(acts()).toEqual([
    'kiosk: inside-close',
    `operator: check-out ${first.seq}`,
    `operator: check-out ${second.seq}`,
  ]);
});

it('nobody leaves twice, and nobody who did not come in', async () => {
  const { client, admit, acts } = await openInside();
  const { seq } = await admit();
  const refused = await admit('refused');
  await client()['inside.leave']({ entry: String(seq) });
  const before = acts();
  const leave = (entry: string) => client()['inside.leave']({ entry });
  expect(await leave(String(seq))).toMatchObject({ ok: false, error: { code: 'conflict' } });
  expect(await leave(refused.checkCode)).toMatchObject({ ok: false, error: { code: 'conflict' } });
  expect(await leave('999')).toMatchObject({ ok: false, error: { code: 'not-found' } });
  expect(await leave('nobody')).toMatchObject({ ok: false, error: { code: 'not-found' } });
  expect(acts()).toEqual(before);
});

it('at the closing everybody has left; a restart changes nothing', async () => {
  const { client, admit, inside, restart } = await openInside();
  await admit();
  const { seq } = await admit();
  await restart();
  expect(await inside()).toHaveLength(2);
  expect(await client()['inside.close']({})).toEqual({ ok: true, value: { left: 2 } });
  expect(await inside()).toEqual([]);
  expect(await client()['inside.leave']({ entry: String(seq) })).toMatchObject({ error: { code: 'conflict' } });
  const later = await admit();
  await restart();
  expect(await inside()).toEqual([later.seq]);
});

it('a venue that does not count says so', async () => {
  const world = await openInside({});
  await world.admit();
  for (const name of ['inside.list', 'inside.close'] as const) {
    expect(await world.client()[name]({})).toMatchObject({ ok: false, error: { code: 'conflict' } });
  }
  expect(await world.client()['inside.leave']({ entry: '1' })).toMatchObject({ error: { code: 'conflict' } });
  expect(await world.client()['entries.stats']({})).toMatchObject({ value: { inside: null } });
});

it('the venue closes by the clock on its wall, each day', async () => {
  // 10:00 in India; the venue closes at 22:00.
  const clock = buildFakeClock(Date.parse('2026-01-15T04:30:00.000Z'));
  const { admit, inside, acts } = await openInside({
    settings: { inside: { count: true, closesAt: '22:00' } },
    ports: { clock },
  });
  await admit();
  await clock.pass(11 * 3_600_000 + 59 * 60_000);
  expect(acts()).toEqual(['kiosk: inside-close']);
  await clock.pass(2 * 60_000);
  expect(acts()).toEqual(['kiosk: inside-close', 'kiosk: inside-close']);
  expect(await inside()).toEqual([]);
  const late = await admit();
  await clock.pass(60 * 60_000);
  expect(await inside()).toEqual([late.seq]);
});

it('a closing that was slept through lets out those of before alone', async () => {
  const clock = buildFakeClock(Date.parse('2026-01-15T04:30:00.000Z'));
  const { admit, inside, acts, restart } = await openInside({
    settings: { inside: { count: true, closesAt: '22:00' } },
    ports: { clock },
  });
  const before = await admit();
  // Asleep over the closing: no timer runs, and somebody is admitted before anybody has looked.
  clock.jump(20 * 3_600_000);
  const after = await admit();
  expect(await inside()).toEqual([after.seq]);
  expect(acts().at(-1)).toBe(`kiosk: inside-close: up to ${before.seq}`);
  clock.jump(24 * 3_600_000);
  await restart();
  expect(acts().at(-1)).toBe('kiosk: inside-close');
  expect(await inside()).toEqual([]);
});

it('what is kept beside the log can be lost: the log alone tells who is inside', async () => {
  const steps = fc.array(fc.constantFrom('admit', 'leave-first', 'leave-last', 'close', 'restart'), { maxLength: 25 });
  await fc.assert(
    fc.asyncProperty(steps, async (taken) => {
      const { client, admit, inside, restart, rows } = await openInside();
      let expected: number[] = [];
      for (const step of taken) {
        const leaving = step === 'leave-first' ? expected[0] : step === 'leave-last' ? expected.at(-1) : undefined;
        if (step === 'admit') {
          expected.push((await admit()).seq);
        } else if (step === 'close') {
          await client()['inside.close']({});
          expected = [];
        } else if (step === 'restart') {
          await restart();
        } else if (leaving !== undefined) {
          await client()['inside.leave']({ entry: String(leaving) });
          expected = expected.filter((seq) => seq !== leaving);
        }
      }
      expect(await inside()).toEqual(expected);
      expect(readFromLog(rows())).toEqual(expected);
    }),
    { numRuns: 8 },
  );
}, 60_000);

/** Reads it as anybody could who has the log alone. */
function readFromLog(rows: readonly { seq: number; outcome: string; reason: string | null }[]): number[] {
  const closed = rows.findLast(({ outcome, reason }) => outcome === 'act' && reason === 'inside-close')?.seq ?? 0;
  const left = rows.map(({ outcome, reason }) =>
    outcome === 'act' ? /^check-out (\d+)$/.exec(reason ?? '')?.[1] : '',
  );
  return rows
    .filter(({ seq, outcome }) => outcome === 'admitted' && seq > closed && !left.includes(String(seq)))
    .map(({ seq }) => seq);
}
