/** Random visits, upstream faults and restarts against the reference, while the clock is right (E1 to E4, D1). */
import { expect, test } from 'vitest';
import { steps } from '../support/model/draw.ts';
import { longestMs, runModel, seed, wantedSteps } from '../support/model/run-model.ts';

const title = `${wantedSteps} steps of visitors, a bad upstream and restarts (PRAVESH_TEST_SEED=${seed})`;

test(title, { timeout: longestMs }, async () => {
  const { steps: made, rows } = await runModel(steps);
  expect(made).toBeGreaterThanOrEqual(wantedSteps);
  // Otherwise nothing was tried.
  for (const kind of ['admitted/null', 'referred/null', 'refused/null', 'not-verified/otp-expired']) {
    expect(rows.get(kind), kind).toBeGreaterThan(made / 1_000);
  }
  expect([...rows.keys()].filter((kind) => kind.startsWith('fault/')).length).toBeGreaterThanOrEqual(4);
});
