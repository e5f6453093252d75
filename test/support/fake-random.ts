/** Randomness that repeats: the same bytes in the same order, for tests that compare what was written. */
import { createHash } from 'node:crypto';
import type { Random } from '../../main/core/ports.ts';

/** Builds it; each call gives other bytes. */
export function buildFakeRandom(seed = 'seed'): Random {
  let count = 0;
  return {
    bytes(wanted) {
      const parts: Buffer[] = [];
      while (parts.length * 32 < wanted) {
        count += 1;
        parts.push(createHash('sha256').update(`${seed}:${count}`).digest());
      }
      return Uint8Array.from(Buffer.concat(parts).subarray(0, wanted));
    },
  };
}
