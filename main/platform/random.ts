/**
 * The Random port on the system's generator.
 * Runs in Node, in every host.
 */
import { randomBytes } from 'node:crypto';
import type { Random } from '../core/ports.ts';

/** What is asked of the system at once, in bytes: each asking costs more than all that is done with the answer. */
const poolBytes = 1024;

/** Builds the port. */
export function buildRandom(): Random {
  let pool = new Uint8Array();
  let handedOut = 0;
  return {
    bytes(count) {
      if (count > poolBytes) {
        return new Uint8Array(randomBytes(count));
      }
      if (handedOut + count > pool.length) {
        pool = new Uint8Array(randomBytes(poolBytes));
        handedOut = 0;
      }
      const end = handedOut + count;
      const bytes = pool.slice(handedOut, end);
      // Whoever comes to read this memory does not learn what was handed out.
      pool.fill(0, handedOut, end);
      handedOut = end;
      return bytes;
    },
  };
}
