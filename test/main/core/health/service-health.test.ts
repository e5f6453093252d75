/** The terminal's health, from what its parts report. */
import { expect, test } from 'vitest';
import type { ServiceReason } from '../../../../main/contract/public.ts';
import { trialAfterMs } from '../../../../main/core/health/repeated-faults.ts';
import {
  buildServiceHealth,
  type Condition,
  enoughFreeBytes,
  leastFreeBytes,
} from '../../../../main/core/health/service-health.ts';
import { buildFakeClock } from '../../../support/fake-clock.ts';

function build(left: readonly ServiceReason[] = [], free = enoughFreeBytes) {
  const clock = buildFakeClock();
  const world = {
    free,
    logWorks: true,
    keepWorks: true,
    clockIsWrong: false,
    told: [] as Condition[],
    reasons: [...left] as ServiceReason[],
    staffMessage: undefined as string | undefined,
  };
  const keep = (reasons: ServiceReason[]) => {
    if (!world.keepWorks) {
      throw new Error('disk full');
    }
    world.reasons = reasons;
  };
  const health = buildServiceHealth({
    clock,
    clockIsWrong: () => world.clockIsWrong,
    outOfOrder: {
      reason: () => world.reasons[0],
      has: (reason) => world.reasons.includes(reason),
      set: (reason) => keep(world.reasons.includes(reason) ? world.reasons : [...world.reasons, reason]),
      clear: (reason) => keep(world.reasons.filter((one) => one !== reason)),
      staffMessage: () => world.staffMessage,
      stop: (message) => {
        world.staffMessage = message;
      },
      resume: () => {
        world.reasons = [];
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

test('below the floor of free space nothing begins, and well above it all is well again', () => {
  const { clock, world, health } = build();
  expect(health.outOfService()).toBeUndefined();
  world.free = leastFreeBytes - 1;
  expect(health.outOfService()).toBeUndefined();
  clock.advance(5_001);
  expect(health.outOfService()).toBe('out-of-order');
  expect(health.condition()).toEqual({ state: 'out-of-order', reason: 'disk-low' });
  expect(world.reasons).toEqual(['disk-low']);
  world.free = enoughFreeBytes - 1;
  clock.advance(5_001);
  expect(health.outOfService()).toBe('out-of-order');
  world.free = enoughFreeBytes;
  clock.advance(5_001);
  expect(health.condition()).toEqual({ state: 'in-service' });
  expect(world.reasons).toEqual([]);
});

test('a disk that was nearly full before a restart is so until there is enough again', () => {
  const { health } = build(['disk-low'], enoughFreeBytes - 1);
  expect(health.condition()).toEqual({ state: 'out-of-order', reason: 'disk-low' });
});

test('a disk that is too full to remember it puts the terminal out of order all the same', () => {
  const { clock, world, health } = build();
  world.free = 0;
  world.keepWorks = false;
  clock.advance(5_001);
  expect(health.condition()).toEqual({ state: 'out-of-order', reason: 'disk-low' });
});

test('a wrong clock puts it out of order for as long as it is wrong', () => {
  const { world, health } = build();
  world.clockIsWrong = true;
  health.look();
  expect(world.told).toEqual([{ state: 'out-of-order', reason: 'clock-wrong' }]);
  expect(world.reasons).toEqual(['clock-wrong']);
  health.resume();
  expect(health.condition()).toEqual({ state: 'out-of-order', reason: 'clock-wrong' });
  world.clockIsWrong = false;
  health.look();
  expect(health.condition()).toEqual({ state: 'in-service' });
  expect(world.reasons).toEqual([]);
});

test('a damaged log is out of order for good, whatever staff say', () => {
  const { clock, health } = build();
  health.logDamaged();
  health.resume();
  clock.advance(60_000);
  expect(health.condition()).toEqual({ state: 'out-of-order', reason: 'log-damaged' });
  expect(health.outOfService()).toBe('out-of-order');
});

test('three statuses in a row that are not authentic put it out of order; it tries one visit after half an hour', () => {
  const { clock, health, world } = build();
  for (const authentic of [false, false, true, false, false]) {
    health.statusRead(authentic);
  }
  expect(world.reasons).toEqual([]);
  health.statusRead(false);
  expect(health.condition()).toEqual({ state: 'out-of-order', reason: 'upstream-signature-invalid' });
  clock.advance(trialAfterMs - 1);
  expect(health.outOfService()).toBe('out-of-order');
  clock.advance(1);
  expect(health.condition()).toEqual({ state: 'in-service' });
  health.statusRead(false);
  expect(health.outOfService()).toBe('out-of-order');
  clock.advance(trialAfterMs);
  health.statusRead(true);
  health.statusRead(false);
  expect(health.outOfService()).toBeUndefined();
  health.close();
  expect(clock.timers()).toBe(0);
});

test('what was found before a restart is tried again after half an hour as well', () => {
  const { clock, health } = build(['upstream-forbidden']);
  expect(health.outOfService()).toBe('out-of-order');
  clock.advance(trialAfterMs);
  expect(health.outOfService()).toBeUndefined();
  health.upstreamRefused(true);
  expect(health.outOfService()).toBe('out-of-order');
  health.close();
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
  expect(world.reasons).toEqual([]);
  health.upstreamRefused(true);
  expect(world.reasons).toEqual(['upstream-forbidden']);
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
  world.reasons = ['upstream-forbidden'];
  health.resume();
  expect(health.condition()).toEqual({ state: 'in-service' });
  expect(world.told.map(({ message }) => message)).toEqual(['Back at 10.', undefined, undefined]);
});

test('after staff have resumed, refusals are counted from the beginning', () => {
  const { world, health } = build();
  for (let refusal = 0; refusal < 5; refusal += 1) {
    health.upstreamRefused(true);
  }
  expect(world.reasons).toEqual(['upstream-forbidden']);
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
  world.reasons = ['upstream-forbidden'];
  health.crashesOver();
  expect(health.condition()).toEqual({ state: 'out-of-order', reason: 'upstream-forbidden' });
});
