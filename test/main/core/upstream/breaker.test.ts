/** The circuit breaker on a clock that the test moves. */
import { beforeEach, expect, it } from 'vitest';
import { type Breaker, buildBreaker, type Pass, type Verdict } from '../../../../main/core/upstream/breaker.ts';
import { buildFakeClock, type FakeClock } from '../../../support/fake-clock.ts';

let clock: FakeClock;
let breaker: Breaker;

beforeEach(() => {
  clock = buildFakeClock();
  breaker = buildBreaker(clock);
});

function enter(): Pass {
  const pass = breaker.enter();
  if ('waitMs' in pass) {
    throw new Error(`refused for ${pass.waitMs} ms`);
  }
  return pass;
}

function call(...verdicts: readonly Verdict[]): void {
  for (const verdict of verdicts) {
    enter().end(verdict);
  }
}

function open(): void {
  call('fault', 'fault', 'fault', 'fault', 'fault');
}

it('opens after five faults in a row, for 15 s', () => {
  call('fault', 'fault', 'fault', 'fault');
  expect(breaker.isOpen()).toBe(false);
  call('fault');
  expect(breaker.isOpen()).toBe(true);
  expect(breaker.enter()).toEqual({ waitMs: 15_000 });
  clock.advance(14_999);
  expect(breaker.enter()).toEqual({ waitMs: 1_000 });
  expect(breaker.waitMs()).toBe(1);
});

it('starts counting again after a call that went well, and not after one that says nothing', () => {
  call('fault', 'fault', 'fault', 'fault', 'well', 'fault', 'fault', 'fault', 'neither', 'fault');
  expect(breaker.isOpen()).toBe(false);
  call('neither', 'fault');
  expect(breaker.isOpen()).toBe(true);
});

it('lets one trial call through when the time is over, and closes when that goes well', () => {
  open();
  clock.advance(15_000);
  const trial = enter();
  expect(breaker.enter()).toEqual({ waitMs: 1_000 });
  trial.end('well');
  expect(breaker.isOpen()).toBe(false);
  call('well', 'fault');
  expect([enter(), enter()]).toHaveLength(2);
});

it('doubles the time with each failed trial, up to two minutes', () => {
  open();
  const waits: number[] = [];
  for (let nth = 0; nth < 5; nth += 1) {
    waits.push(breaker.waitMs());
    clock.advance(breaker.waitMs());
    call('fault');
  }
  expect(waits).toEqual([15_000, 30_000, 60_000, 120_000, 120_000]);
});

it('starts again at 15 s once it was closed', () => {
  open();
  clock.advance(15_000);
  call('fault');
  clock.advance(30_000);
  call('well');
  open();
  expect(breaker.waitMs()).toBe(15_000);
});

it('tries again after a trial that says nothing', () => {
  open();
  clock.advance(15_000);
  call('neither');
  expect(breaker.isOpen()).toBe(true);
  call('well');
  expect(breaker.isOpen()).toBe(false);
});

it('hears nothing from calls that went out before it turned', () => {
  const early = [enter(), enter()];
  open();
  early[0]?.end('well');
  expect(breaker.isOpen()).toBe(true);
  clock.advance(15_000);
  call('well');
  call('fault', 'fault', 'fault', 'fault');
  early[1]?.end('fault');
  expect(breaker.isOpen()).toBe(false);
});

it('does not notice the wall clock', () => {
  open();
  clock.jump(3_600_000);
  expect(breaker.waitMs()).toBe(15_000);
});
