/** The policy: every rule decides every status in one way, and what is not named is refused. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { VaccinationStatus } from '../../../../main/contract/public.ts';
import { decide, nameRule } from '../../../../main/core/policy/policy.ts';

const status = fc.constantFrom<VaccinationStatus>(0, 1, 2);
const statuses = fc.uniqueArray(status, { maxLength: 3 });

test('the rule of the example configuration', () => {
  const visitor = { admit: [2], refer: [1] } as const;
  expect([0, 1, 2].map((asked) => decide(visitor, asked as VaccinationStatus))).toEqual([
    'refused',
    'referred',
    'admitted',
  ]);
});

test('only what is listed admits or refers', () => {
  fc.assert(
    fc.property(statuses, statuses, status, (admit, refer, asked) => {
      const decision = decide({ admit, refer }, asked);
      expect(decision === 'admitted').toBe(admit.includes(asked) && !refer.includes(asked));
      expect(decision === 'referred').toBe(refer.includes(asked));
    }),
  );
});

test('the name of a rule follows its meaning, not its spelling', () => {
  fc.assert(
    fc.property(statuses, statuses, (admit, refer) => {
      const name = nameRule('visitor', { admit, refer });
      expect(name).toMatch(/^visitor@[0-9a-f]{16}$/);
      expect(nameRule('visitor', { admit: admit.toReversed(), refer: refer.toReversed() })).toBe(name);
    }),
  );
  expect(nameRule('visitor', { admit: [2], refer: [] })).not.toBe(nameRule('visitor', { admit: [1], refer: [] }));
});
