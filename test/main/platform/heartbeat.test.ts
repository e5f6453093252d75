/** What a host makes of a page's answers; test/e2e/browser-crashes.test.ts asks real pages. */
import { expect, onTestFinished, test } from 'vitest';
import { startHeartbeat } from '../../../main/platform/heartbeat.ts';
import { buildFakeClock } from '../../support/fake-clock.ts';

function beat(answer: () => Promise<unknown>) {
  const clock = buildFakeClock();
  const page = { answer, asked: 0, silent: 0 };
  const end = startHeartbeat({
    ask() {
      page.asked += 1;
      return page.answer();
    },
    onSilent() {
      page.silent += 1;
    },
    clock,
  });
  onTestFinished(end);
  return { clock, page, end };
}

const says = (word: string) => async () => word;
const hangs = () => new Promise<never>(() => {});

test('a page that paints, or that nobody can see, is left alone', async () => {
  for (const word of ['painted', 'hidden']) {
    const { clock, page } = beat(says(word));
    await clock.pass(600_000);
    expect(page.silent).toBe(0);
    expect(page.asked).toBeGreaterThan(1_000);
  }
});

test.for([
  ['hangs', hangs],
  ['is white', says('blank')],
  ['is not there', () => Promise.reject(new Error('gone'))],
  ['answers anything', says('anything')],
] as const)(
  'a page that has painted and %s is given up after little more than two seconds, once',
  async ([, later]) => {
    const { clock, page } = beat(says('painted'));
    await clock.pass(60_000);
    page.answer = later;
    await clock.pass(1_750);
    expect(page.silent).toBe(0);
    await clock.pass(1_000);
    expect(page.silent).toBe(1);
    await clock.pass(60_000);
    expect(page.silent).toBe(1);
  },
);

test('a page that is being loaded has twenty seconds, and has them again on its way to another one', async () => {
  const { clock, page } = beat(hangs);
  await clock.pass(19_000);
  page.answer = says('painted');
  await clock.pass(2_000);
  page.answer = says('loading');
  await clock.pass(19_000);
  expect(page.silent).toBe(0);
  await clock.pass(3_000);
  expect(page.silent).toBe(1);
});

test('an answer that came late counts, and none is waited for after the end', async () => {
  const late = Promise.withResolvers<string>();
  const { clock, page, end } = beat(says('painted'));
  await clock.pass(1_000);
  page.answer = () => late.promise;
  await clock.pass(1_500);
  late.resolve('painted');
  await clock.pass(1_500);
  expect(page.silent).toBe(0);
  end();
  page.answer = hangs;
  await clock.pass(60_000);
  expect([page.silent, clock.timers()]).toEqual([0, 0]);
});
