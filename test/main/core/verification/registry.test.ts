/** What has ended can be asked for a while: by another system for as long as it may ask again. */
import { expect, test } from 'vitest';
import { buildRegistry } from '../../../../main/core/verification/registry.ts';
import { buildRandom } from '../../../../main/platform/random.ts';
import { buildFakeClock } from '../../../support/fake-clock.ts';

test.each([
  ['kiosk:one', 60_000],
  ['embed:two', 60_000],
  ['party:k3v9x2mq', 11 * 60_000],
])('an end of %s is remembered for %i ms', (owner, rememberedMs) => {
  const clock = buildFakeClock();
  const registry = buildRegistry(clock, buildRandom());
  const { id } = endOne(owner);
  clock.advance(rememberedMs - 1);
  expect(registry.find(owner, id)).toBeDefined();
  expect(registry.find('party:other', id)).toBeUndefined();
  clock.advance(1);
  expect(registry.find(owner, id)).toBeUndefined();

  function endOne(of: string) {
    const slot = registry.add(of, { state: 'recording', revision: 1 });
    registry.set(slot, { state: 'cancelled', revision: 2 });
    return slot;
  }
});

test('where there is no room, the ends that are remembered for longest go first', () => {
  const registry = buildRegistry(buildFakeClock(), buildRandom());
  const endOne = (owner: string) => {
    const slot = registry.add(owner, { state: 'recording', revision: 1 });
    registry.set(slot, { state: 'cancelled', revision: 2 });
    return slot.id;
  };
  const kiosks = endOne('kiosk:one');
  const first = endOne('party:a');
  const rest = Array.from({ length: 9_999 }, () => endOne('party:a'));
  expect(registry.find('party:a', first)).toBeUndefined();
  expect(registry.find('party:a', rest[0] ?? '')).toBeDefined();
  expect(registry.find('kiosk:one', kiosks)).toBeDefined();
});
