/** Random visits, upstream faults and restarts against the reference, while the clock is right (E1 to E4, D1). */
import { expect, test } from 'vitest';
import { steps } from '../support/model/draw.ts';
import { longestMs, runModel, seed, wantedSteps } from '../support/model/run-model.ts';

test(`${wantedSteps} steps of visitors, a bad upstream and restarts (PRAVESH_TEST_SEED=${seed})`, {
  timeout: longestMs,
}, async () => {
  const { steps: made, decided } = await runModel(steps);
  expect(made).toBeGreaterThanOrEqual(wantedSteps);
  // Otherwise nothing was tried.
  expect(decided).toBeGreaterThan(made / 50);
});
