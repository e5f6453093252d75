/** A key that is held, on a clock of the test. */
import { describe, expect, it } from 'vitest';
import { createRepeater, repeatDelayMs, repeatEveryMs } from '../../../../renderer/components/keyboard/repeat.ts';

/** Timers that run when the test says how much time has passed. */
function createTimers() {
  let now = 0;
  let next = 1;
  const due = new Map<number, { at: number; callback: () => void }>();
  return {
    waiting: () => due.size,
    setTimeout(callback: () => void, ms: number): number {
      due.set(next, { at: now + ms, callback });
      return next++;
    },
    clearTimeout(timer: number): void {
      due.delete(timer);
    },
    pass(ms: number): void {
      const end = now + ms;
      for (;;) {
        const [id, first] = [...due].sort(([, a], [, b]) => a.at - b.at)[0] ?? [];
        if (id === undefined || first === undefined || first.at > end) {
          break;
        }
        now = first.at;
        due.delete(id);
        first.callback();
      }
      now = end;
    },
  };
}

function hold(onAct: (count: number) => void = () => undefined) {
  const timers = createTimers();
  let acts = 0;
  const key = createRepeater(() => onAct(++acts), timers);
  return { timers, key, acts: () => acts };
}

describe('a key that repeats', () => {
  it('acts at once, and again when it is held long enough', () => {
    const { timers, key, acts } = hold();
    key.start();
    expect(acts()).toBe(1);
    timers.pass(repeatDelayMs - 1);
    expect(acts()).toBe(1);
    timers.pass(1);
    expect(acts()).toBe(2);
    timers.pass(3 * repeatEveryMs);
    expect(acts()).toBe(5);
  });

  it('is still after it is let go', () => {
    const { timers, key, acts } = hold();
    key.start();
    key.stop();
    timers.pass(10 * repeatDelayMs);
    expect(acts()).toBe(1);
    expect(timers.waiting()).toBe(0);
  });

  it('begins anew when it is pressed again without having been let go', () => {
    const { timers, key, acts } = hold();
    key.start();
    timers.pass(repeatDelayMs - 1);
    key.start();
    timers.pass(repeatDelayMs - 1);
    expect(acts()).toBe(2);
    expect(timers.waiting()).toBe(1);
  });

  it('may be let go by its own act', () => {
    const { timers, key, acts } = hold((count) => count === 2 && key.stop());
    key.start();
    timers.pass(10 * repeatDelayMs);
    expect(acts()).toBe(2);
  });
});
