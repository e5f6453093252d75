import { describe, expect, it } from 'vitest';
import { answer, type OperatorSession } from '../../../main/contract/public.ts';
import { askThrough } from '../../../renderer/operator/ask.ts';
import { createSessionKeeper } from '../../../renderer/operator/session-keeper.ts';
import { buildFakeClient } from '../../support/fake-client.ts';
import { buildFakeClock } from '../../support/fake-clock.ts';

const opened: OperatorSession = {
  operator: { id: 'abc123', name: 'Asha', role: 'reception' },
  lockInMs: 120_000,
  features: { inside: false, passes: false, reveal: false, leave: false },
};

function keep() {
  const fake = buildFakeClient({ 'operator.touch': Array(9).fill(answer(opened)) });
  const clock = buildFakeClock();
  let timesUp = 0;
  const keeper = createSessionKeeper({
    ask: askThrough(fake.client),
    clock,
    onTimeUp: () => {
      timesUp += 1;
    },
  });
  keeper.open(opened);
  return { fake, clock, keeper, timesUp: () => timesUp };
}

describe('an open desk', () => {
  it('is prolonged by touches, told at most every twenty seconds', async () => {
    const { fake, clock, keeper } = keep();
    for (let seconds = 0; seconds < 60; seconds += 1) {
      keeper.touch();
      await clock.pass(1_000);
    }
    expect(fake.calls.map(({ name }) => name)).toEqual(['operator.touch', 'operator.touch']);
  });

  it('counts its last twenty seconds, and ends', async () => {
    const { clock, keeper, timesUp } = keep();
    await clock.pass(99_999);
    expect(keeper.secondsLeft.value).toBeUndefined();
    await clock.pass(1);
    expect(keeper.secondsLeft.value).toBe(20);
    await clock.pass(1_000);
    expect(keeper.secondsLeft.value).toBe(19);
    await clock.pass(18_999);
    expect([keeper.secondsLeft.value, timesUp()]).toEqual([1, 0]);
    await clock.pass(1);
    expect(timesUp()).toBe(1);
  });

  it('stays at the first touch of the last seconds, however lately another was told', async () => {
    const { fake, clock, keeper, timesUp } = keep();
    keeper.know({ ...opened, lockInMs: 15_000 });
    expect(keeper.secondsLeft.value).toBe(15);
    keeper.touch();
    keeper.touch();
    await clock.pass(0);
    expect(fake.calls).toHaveLength(1);
    expect(keeper.secondsLeft.value).toBeUndefined();
    await clock.pass(119_999);
    expect(timesUp()).toBe(0);
  });

  it('forgets whose it was, and is not opened again by an answer that comes late', async () => {
    const { clock, keeper, timesUp } = keep();
    keeper.stay();
    keeper.end();
    await clock.pass(200_000);
    expect([keeper.session.value, keeper.secondsLeft.value, timesUp()]).toEqual([undefined, undefined, 0]);
  });
});
