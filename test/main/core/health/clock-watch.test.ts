/** The machine's clock beside the upstream's. */
import { expect, test } from 'vitest';
import { buildClockWatch, mostApartMs } from '../../../../main/core/health/clock-watch.ts';
import { buildFakeClock } from '../../../support/fake-clock.ts';

const year = 365 * 24 * 60 * 60 * 1000;

function build({ wasWrong = false, answers = [] as (number | undefined)[] } = {}) {
  const clock = buildFakeClock();
  const asked: number[] = [];
  /** The true time: nobody sets it. */
  const truth = () => Date.parse('2026-01-15T04:30:00.000Z') + clock.monotonic();
  const watch = buildClockWatch({
    clock,
    wasWrong,
    askTime: async () => {
      asked.push(clock.monotonic());
      return answers.length > 0 ? answers.shift() : truth();
    },
    onChange: () => {},
  });
  return { clock, watch, asked, truth };
}

test('two answers in a row that are more than five minutes apart make it wrong; one does not', () => {
  const { clock, watch, truth } = build();
  watch.noteTime(truth());
  clock.jump(mostApartMs + 1);
  expect(watch.doubt()).toBe('ahead-of-upstream');
  watch.noteTime(truth());
  expect(watch.isWrong()).toBe(false);
  watch.noteTime(truth());
  expect(watch.isWrong()).toBe(true);
  expect(watch.aheadMs()).toBe(mostApartMs + 1);
  watch.close();
});

test('up to five minutes are no matter, nor are two answers that contradict each other', () => {
  const { clock, watch, truth } = build();
  clock.jump(-mostApartMs);
  watch.noteTime(truth());
  watch.noteTime(truth());
  expect([watch.isWrong(), watch.doubt()]).toEqual([false, undefined]);
  watch.noteTime(truth() + year);
  watch.noteTime(truth() - year);
  watch.noteTime(Number.NaN);
  expect(watch.isWrong()).toBe(false);
  watch.close();
});

test('set right, it is right at once, without asking anybody', () => {
  const { clock, watch, truth } = build();
  clock.jump(-year / 365);
  watch.noteTime(truth());
  watch.noteTime(truth());
  expect([watch.isWrong(), watch.doubt()]).toEqual([true, 'behind-upstream']);
  clock.jump(year / 365);
  expect([watch.isWrong(), watch.doubt()]).toEqual([false, undefined]);
  expect(clock.timers()).toBe(0);
});

test('before this program was written no clock can be right', () => {
  const { clock, watch } = build();
  clock.jump(-56 * year);
  expect(watch.isWrong()).toBe(true);
  clock.jump(56 * year);
  expect(watch.isWrong()).toBe(false);
});

test('what was wrong before a restart is asked about at once, and every minute until it is right', async () => {
  const { clock, watch, asked, truth } = build({ wasWrong: true });
  clock.jump(year);
  await clock.pass(0);
  expect([asked.length, watch.isWrong()]).toEqual([1, true]);
  await clock.pass(60_000);
  expect([asked.length, watch.isWrong()]).toEqual([2, true]);
  clock.jump(-year);
  await clock.pass(60_000);
  expect([asked.length, watch.isWrong()]).toEqual([3, false]);
  await clock.pass(3_600_000);
  expect(asked).toHaveLength(3);
  expect(clock.timers()).toBe(0);
  watch.noteTime(truth());
  expect(watch.isWrong()).toBe(false);
});

test('an upstream that does not answer changes nothing, and is asked again', async () => {
  const { clock, watch, asked } = build({ wasWrong: true, answers: [undefined, undefined] });
  await clock.pass(60_000);
  expect([asked.length, watch.isWrong()]).toEqual([2, true]);
  await clock.pass(60_000);
  expect(watch.isWrong()).toBe(false);
});

test('asked in time, it finds out before anything is done that cannot be undone', async () => {
  const { clock, watch, asked } = build();
  clock.jump(year);
  watch.ask();
  expect(watch.isAsking()).toBe(true);
  await clock.pass(0);
  expect([asked.length, watch.isAsking(), watch.isWrong()]).toEqual([2, false, true]);
  watch.close();
  expect(clock.timers()).toBe(0);
});

test('a time that was said long ago says nothing of now: while a machine sleeps its steady clock may stand still', () => {
  const { clock, watch, truth } = build();
  watch.noteTime(truth());
  clock.advance(11 * 60_000);
  clock.jump(year);
  expect([watch.doubt(), watch.aheadMs(), watch.isWrong()]).toEqual([undefined, undefined, false]);
});
