/** The same as `model-visits.test.ts`, and somebody sets the clock: by seconds, days, years, forward and back (D4). */
import { expect, test } from 'vitest';
import { stepsOfClocks } from '../support/model/draw.ts';
import { longestMs, runModel, seed, wantedSteps } from '../support/model/run-model.ts';

test(`${wantedSteps} steps, and a clock that is set (PRAVESH_TEST_SEED=${seed})`, { timeout: longestMs }, async () => {
  const { steps: made, rows } = await runModel(stepsOfClocks);
  expect(made).toBeGreaterThanOrEqual(wantedSteps);
  // Otherwise nothing was tried.
  expect(rows.get('admitted/null')).toBeGreaterThan(made / 1_000);
  expect(rows.get('not-verified/otp-expired')).toBeGreaterThan(made / 1_000);
});
