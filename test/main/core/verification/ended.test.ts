/** What has ended is forgotten in its turn, by one timer. */
import { expect, test } from 'vitest';
import { buildEnded } from '../../../../main/core/verification/ended.ts';
import { buildFakeClock } from '../../../support/fake-clock.ts';

function open() {
  const clock = buildFakeClock();
  const forgotten: string[] = [];
  const ended = buildEnded<string>(clock, 1_000, (item) => forgotten.push(item));
  return { clock, forgotten, ended };
}

test('each after its own time, and not before', () => {
  const { clock, forgotten, ended } = open();
  ended.add('first');
  clock.advance(400);
  ended.add('second');
  expect(clock.timers()).toBe(1);
  clock.advance(599);
  expect(forgotten).toEqual([]);
  clock.advance(1);
  expect(forgotten).toEqual(['first']);
  clock.advance(399);
  expect(forgotten).toEqual(['first']);
  clock.advance(1);
  expect(forgotten).toEqual(['first', 'second']);
  expect(clock.timers()).toBe(0);
});

test('the oldest goes first when there is no room, and is forgotten once', () => {
  const { clock, forgotten, ended } = open();
  ended.add('first');
  ended.add('second');
  ended.forgetOldest();
  expect(forgotten).toEqual(['first']);
  clock.advance(1_000);
  expect(forgotten).toEqual(['first', 'second']);
  ended.forgetOldest();
  expect(forgotten).toHaveLength(2);
});

test('whoever comes after all were forgotten is forgotten as well', () => {
  const { clock, forgotten, ended } = open();
  ended.add('first');
  clock.advance(5_000);
  ended.add('second');
  clock.advance(1_000);
  expect(forgotten).toEqual(['first', 'second']);
});

test('at the end of the terminal no timer is left', () => {
  const { clock, forgotten, ended } = open();
  ended.add('first');
  ended.clear();
  expect(clock.timers()).toBe(0);
  clock.advance(5_000);
  expect(forgotten).toEqual([]);
});
