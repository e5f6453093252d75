/**
 * The threads that verify a log on this machine.
 * Runs in Node, for the CLI.
 */
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { WalkThreads } from '../../core/kiosk.ts';

/** More would wait for the disk. */
const mostThreads = 4;

/** A thread takes as long to start as one needs for a tenth of these. */
const leastRows = 50_000;

/** Finds their entry, built or among the sources. */
export function findWalkThreads(): WalkThreads {
  const built = join(import.meta.dirname, 'verify-worker.js');
  const worker = existsSync(built) ? built : join(import.meta.dirname, '..', 'verify-worker.ts');
  return { worker, count: Math.min(mostThreads, availableParallelism()), leastRows };
}
