/** The terminal's health, from what its parts report. */
import { expect, test } from 'vitest';
import type { ServiceReason } from '../../../../main/contract/public.ts';
import { buildServiceHealth, type Condition, leastFreeBytes } from '../../../../main/core/health/service-health.ts';
import { buildFakeClock } from '../../../support/fake-clock.ts';

function build() {
  const clock = buildFakeClock();
  const world = {
    free: leastFreeBytes,
    logWorks: true,
    told: [] as Condition[],
    reason: undefined as ServiceReason | undefined,
    staffMessage: undefined as string | undefined,
  };
  const health = buildServiceHealth({
    clock,
    outOfOrder: {
      reason: () => world.reason,
      set: (reason) => {
        world.reason ??= reason;
      },
      clear: (reason) => {
        world.reason = world.reason === reason ? undefined : world.reason;
      },
      staffMessage: () => world.staffMessage,
      stop: (message) => {
        world.staffMessage = message;
      },
      resume: () => {
        world.reason = undefined;
        world.staffMessage = undefined;
      },
    },
    tryLog: () => {
      if (!world.logWorks) {
        throw new Error('still broken');
      }
    },
    freeBytes: () => world.free,
    logger: { info: () => {}, warn: () => {}, error: () => {} },
  });
  health.onChange((condition) => world.told.push(condition));
  return { clock, world, health };
}

test('a log that cannot be written stops visits until a write has worked again', () => {
  const { clock, world, health } = build();
  world.logWorks = false;
  health.logFailed();
  expect(health.outOfService()).toBe('log-unavailable');
  clock.advance(60_000);
  expect(health.outOfService()).toBe('log-unavailable');
  world.logWorks = true;
  clock.advance(5_000);
  expect(health.outOfService()).toBeUndefined();
  expect(world.told.map(({ state }) => state)).toEqual(['out-of-order', 'in-service']);
  expect(clock.timers()).toBe(0);
});

test('below the floor of free space nothing begins, and above it all is well again', () => {
  const { clock, world, health } = build();
  world.free = leastFreeBytes - 1;
  expect(health.outOfService()).toBeUndefined();
  clock.advance(5_001);
  expect(health.outOfService()).toBe('log-unavailable');
  world.free = leastFreeBytes;
  clock.advance(5_001);
  expect(health.outOfService()).toBeUndefined();
});

test('an upstream that is down impairs, and does not stop', () => {
  const { health, world } = build();
  health.upstreamChanged({ state: 'down' });
  expect(health.condition()).toEqual({ state: 'impaired', reason: 'upstream-unavailable' });
  expect(health.outOfService()).toBeUndefined();
  health.upstreamChanged({ state: 'ok' });
  expect(world.told).toHaveLength(2);
});

test('five refusals in a row put the terminal out of order; one good answer in between does not', () => {
  const { health, world } = build();
  for (const refused of [true, true, true, true, false, true, true, true, true]) {
    health.upstreamRefused(refused);
  }
  expect(world.reason).toBeUndefined();
  health.upstreamRefused(true);
  expect(world.reason).toBe('upstream-forbidden');
  expect(health.outOfService()).toBe('out-of-order');
});

test('listeners hear of changes only', () => {
  const { health, world } = build();
  health.upstreamChanged({ state: 'down' });
  health.upstreamChanged({ state: 'down' });
  health.condition();
  expect(world.told).toHaveLength(1);
});

test('staff take the terminal out of order with a word to visitors, and end it whatever the reason was', () => {
  const { world, health } = build();
  health.stop('Back at 10.');
  expect(health.condition()).toEqual({ state: 'out-of-order', reason: 'out-of-order', message: 'Back at 10.' });
  expect(health.outOfService()).toBe('out-of-order');
  health.stop('');
  expect(health.condition()).toEqual({ state: 'out-of-order', reason: 'out-of-order' });
  world.reason = 'upstream-forbidden';
  health.resume();
  expect(health.condition()).toEqual({ state: 'in-service' });
  expect(world.told.map(({ message }) => message)).toEqual(['Back at 10.', undefined, undefined]);
});

test('after staff have resumed, refusals are counted from the beginning', () => {
  const { world, health } = build();
  for (let refusal = 0; refusal < 5; refusal += 1) {
    health.upstreamRefused(true);
  }
  expect(world.reason).toBe('upstream-forbidden');
  health.resume();
  health.upstreamRefused(true);
  expect(health.outOfService()).toBeUndefined();
});

test('crashes put it out of order until they are over, and end no other reason', () => {
  const { health, world } = build();
  health.reportCrashes();
  expect(health.condition()).toEqual({ state: 'out-of-order', reason: 'crashes' });
  expect(health.outOfService()).toBe('out-of-order');
  health.crashesOver();
  expect(health.condition()).toEqual({ state: 'in-service' });
  world.reason = 'upstream-forbidden';
  health.crashesOver();
  expect(health.condition()).toEqual({ state: 'out-of-order', reason: 'upstream-forbidden' });
});
