/** Many wounded texts through one reader: nothing may be thrown, nothing may hang, nothing may be kept. For tests only. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect } from 'vitest';
import { buildSeededRandom } from '../../faults/seeded-random.ts';
import { buildMutator } from './mutate.ts';

/** The seed of this run; PRAVESH_TEST_SEED brings one back. */
export const seed = Number(process.env.PRAVESH_TEST_SEED ?? Date.now() % 2 ** 32);

/** So many cases each reader gets. */
export const cases = Number(process.env.PRAVESH_FUZZ_CASES ?? 100_000);

/** Longer than this is a hang, in milliseconds. */
const hangMs = 100;

/** What may stay in memory after all cases: caches of the engine. A byte kept for each case would be less, a text more. */
const keptBytes = 8_000_000;

export interface Reader {
  /** Texts that it takes, or nearly. */
  readonly samples: readonly string[];
  /** Throws or rejects for nothing. */
  read(text: string): unknown;
}

/** Reads all cases; a failure names the case, so that it can become a test of its own. */
export async function fuzz({ samples, read }: Reader, count = cases): Promise<void> {
  const mutate = buildMutator(buildSeededRandom(seed));
  const warmUp = Math.floor(count / 5);
  let before = 0;
  for (let index = 0; index < count; index += 1) {
    if (index === warmUp) {
      before = usedHeap();
    }
    await readOne(read, mutate(samples));
  }
  expect(usedHeap() - before, 'bytes that are kept').toBeLessThan(keptBytes);
}

async function readOne(read: Reader['read'], text: string): Promise<void> {
  const began = performance.now();
  try {
    const reading = read(text);
    if (reading instanceof Promise) {
      await reading;
    }
  } catch (error) {
    throw new Error(`a reader throws at ${JSON.stringify(text)} (PRAVESH_TEST_SEED=${seed})`, { cause: error });
  }
  if (performance.now() - began > hangMs) {
    expect(await leastTime(read, text), `milliseconds for ${JSON.stringify(text)}`).toBeLessThan(hangMs);
  }
}

/** A busy machine holds anything up once; what is slow by itself is slow each time. */
async function leastTime(read: Reader['read'], text: string): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let time = 0; time < 5; time += 1) {
    const began = performance.now();
    await read(text);
    least = Math.min(least, performance.now() - began);
  }
  return least;
}

/** Bytes that live, after everything else has been swept. */
export function usedHeap(): number {
  setFlagsFromString('--expose-gc');
  const sweep: unknown = runInNewContext('gc');
  if (typeof sweep === 'function') {
    sweep();
  }
  return process.memoryUsage().heapUsed;
}
