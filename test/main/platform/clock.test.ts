/** The clock of Node: monotonic time, and timers that never fire early or keep a process alive. */
import { spawnSync } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { buildClock } from '../../../main/platform/clock.ts';

describe('the clock', () => {
  it('tells the time of day', () => {
    const before = Date.now();
    const now = buildClock().now();
    expect(now).toBeGreaterThanOrEqual(before);
    expect(now).toBeLessThanOrEqual(Date.now());
  });

  it('does not hold a process that has a timer', () => {
    const path = new URL('../../../main/platform/clock.ts', import.meta.url).href;
    const script = `const { buildClock } = await import('${path}'); buildClock().after(60_000, () => {}); console.log('end');`;
    const ended = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
      timeout: 15_000,
    });
    expect({ status: ended.status, out: ended.stdout }).toEqual({ status: 0, out: 'end\n' });
  });

  it('fires once the time has passed by the monotonic clock, never before', async () => {
    const clock = buildClock();
    for (const milliseconds of [0, 1, 2, 3, 5, 8]) {
      const start = clock.monotonic();
      const passed = await new Promise<number>((resolve) => {
        // A referenced timer holds the test while the one under test does not.
        const hold = setTimeout(() => resolve(-1), 10_000);
        clock.after(milliseconds, () => {
          clearTimeout(hold);
          resolve(clock.monotonic() - start);
        });
      });
      expect(passed).toBeGreaterThanOrEqual(milliseconds);
    }
  });
});

describe('a timer', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('can be cancelled, twice too', () => {
    const run = vi.fn();
    const cancel = buildClock().after(1000, run);
    cancel();
    cancel();
    vi.advanceTimersByTime(5000);
    expect(run).not.toHaveBeenCalled();
  });

  it('may be longer than the timers of Node', () => {
    const days = 60 * 86_400_000;
    const run = vi.fn();
    buildClock().after(days, run);
    vi.advanceTimersByTime(days - 1);
    expect(run).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('follows the monotonic clock when somebody sets the time of day', () => {
    const run = vi.fn();
    buildClock().after(1000, run);
    vi.setSystemTime(0);
    vi.advanceTimersByTime(999);
    expect(run).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('refuses a time that is no number', () => {
    expect(() => buildClock().after(Number.NaN, () => {})).toThrow(TypeError);
  });
});
