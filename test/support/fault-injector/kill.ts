/** Starts a process that works on a log and ends it with SIGKILL at a moment of its own. For tests only. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** A row of pseudo-random numbers from 0 to 1, the same for the same seed (mulberry32). */
export function buildChance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** When to kill: after so many lines, and then so many milliseconds later. */
export interface Moment {
  readonly lines: number;
  readonly thenMs: number;
}

/** The moment of a process that the injector kills, or that works to its end. */
export const never: Moment = { lines: Number.POSITIVE_INFINITY, thenMs: 0 };

/** Lets a process work until the moment. @returns what it told before its end, in order */
export async function workUntil(
  kind: string,
  data: string,
  { lines, thenMs }: Moment,
  env: Readonly<Record<string, string>> = {},
): Promise<unknown[]> {
  const program = join(import.meta.dirname, 'work-until-killed.ts');
  const child = spawn(process.execPath, [program, kind, data], {
    // Sources are compiled once for all the processes of a test.
    env: { ...process.env, NODE_OPTIONS: undefined, NODE_COMPILE_CACHE: join(data, '..', 'compiled'), ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  let said = '';
  let armed = false;
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    said += part;
    if (!armed && said.split('\n').length > lines) {
      armed = true;
      setTimeout(() => child.kill('SIGKILL'), thenMs);
    }
  });
  await ended;
  if (child.exitCode !== null && child.exitCode !== 0) {
    throw new Error(`the process that was to be killed ended by itself with ${child.exitCode}`);
  }
  // What the process could not write to its end was never told.
  const whole = said
    .slice(0, said.lastIndexOf('\n') + 1)
    .split('\n')
    .slice(0, -1);
  return whole.map((line): unknown => JSON.parse(line));
}
