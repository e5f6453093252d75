/** A page is kept on a screen that a test lets crash. */
import { expect, onTestFinished, test } from 'vitest';
import { keepPage } from '../../../main/platform/page-keeper.ts';
import { buildFakeClock } from '../../support/fake-clock.ts';

const minute = 60_000;

function keep() {
  const clock = buildFakeClock();
  const shown: string[] = [];
  const told: string[] = [];
  const page = { answer: 'painted', ended: 0 };
  const keeper = keepPage({
    screen: {
      show: (which) => shown.push(which),
      ask: async () => page.answer,
      end() {
        page.ended += 1;
        keeper.gone('killed');
      },
    },
    clock,
    onCrash: (why) => told.push(why),
    onTooOften: () => told.push('too often'),
    onRecovered: () => told.push('recovered'),
  });
  onTestFinished(keeper.close);
  const crashFiveTimes = () => {
    for (let crash = 0; crash < 5; crash += 1) {
      keeper.gone('crashed');
    }
  };
  return { clock, shown, told, page, keeper, crashFiveTimes };
}

test('what is gone is shown again at once; the fifth crash in two minutes gives way to the still page', async () => {
  const { shown, told, crashFiveTimes } = keep();
  crashFiveTimes();
  expect(shown).toEqual(['kiosk', 'kiosk', 'kiosk', 'kiosk', 'kiosk', 'still']);
  expect(told).toEqual([...Array(5).fill('crashed'), 'too often']);
});

test('crashes that come seldom are never too often', async () => {
  const { clock, shown, keeper } = keep();
  for (let crash = 0; crash < 20; crash += 1) {
    await clock.pass(minute);
    keeper.gone('crashed');
  }
  expect(new Set(shown)).toEqual(new Set(['kiosk']));
});

test('a page that does not paint is ended and shown again, also when somebody else notices that it hangs', async () => {
  const { clock, shown, told, page, keeper } = keep();
  await clock.pass(minute);
  page.answer = 'blank';
  await clock.pass(3_000);
  expect([page.ended, told, shown]).toEqual([1, ['it does not paint'], ['kiosk', 'kiosk']]);
  page.answer = 'painted';
  keeper.hangs();
  expect([page.ended, told.at(-1)]).toEqual([2, 'it does not respond']);
});

test('after ten minutes it is tried, and serves when it has lived for two; a crash before means twice the rest', async () => {
  const { clock, shown, told, keeper, crashFiveTimes } = keep();
  crashFiveTimes();
  await clock.pass(10 * minute - 1);
  expect(shown.at(-1)).toBe('still');
  await clock.pass(2);
  expect(shown.at(-1)).toBe('kiosk');
  keeper.gone('crashed');
  expect([shown.at(-1), told.at(-1)]).toEqual(['still', 'too often']);
  await clock.pass(19 * minute);
  expect(shown.at(-1)).toBe('still');
  await clock.pass(minute + 1);
  expect(shown.at(-1)).toBe('kiosk');
  await clock.pass(2 * minute);
  expect(told.at(-1)).toBe('recovered');
  keeper.gone('crashed');
  expect(shown.at(-1)).toBe('kiosk');
});

test('staff who return it to service end the rest and the trial', async () => {
  const { clock, shown, told, keeper, crashFiveTimes } = keep();
  keeper.returned();
  expect(shown).toEqual(['kiosk']);
  crashFiveTimes();
  keeper.returned();
  expect(shown.at(-1)).toBe('kiosk');
  await clock.pass(20 * minute);
  expect(told).not.toContain('recovered');
  keeper.gone('crashed');
  expect(shown.at(-1)).toBe('kiosk');
});

test('a still page that is lost is shown again a little later, and the rest goes on', async () => {
  const { clock, shown, told, keeper, crashFiveTimes } = keep();
  crashFiveTimes();
  keeper.gone('crashed');
  expect(shown).toHaveLength(6);
  await clock.pass(5_000);
  expect(shown.slice(5)).toEqual(['still', 'still']);
  expect(told).toHaveLength(6);
  await clock.pass(10 * minute);
  expect(shown.at(-1)).toBe('kiosk');
});

test('renewed it begins anew without a crash; paused it waits on the still page until then', async () => {
  const { shown, told, keeper, crashFiveTimes } = keep();
  keeper.renew();
  keeper.pause();
  keeper.renew();
  expect(shown).toEqual(['kiosk', 'kiosk', 'still', 'kiosk']);
  expect(told).toEqual([]);
  crashFiveTimes();
  keeper.renew();
  expect(shown.at(-1)).toBe('still');
});

test('closed it does nothing any more', async () => {
  const { clock, shown, keeper } = keep();
  keeper.close();
  keeper.gone('crashed');
  keeper.hangs();
  keeper.renew();
  keeper.returned();
  await clock.pass(minute);
  expect([shown, clock.timers()]).toEqual([['kiosk'], 0]);
});
