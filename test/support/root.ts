/** Finds the root of the repository. For tests only, also bundled ones. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The nearest folder above that has the lock file of the packages. */
export function findRoot(from: string = import.meta.dirname): string {
  if (existsSync(join(from, 'package-lock.json'))) {
    return from;
  }
  const parent = dirname(from);
  if (parent === from) {
    throw new Error('the repository is not around the test that runs');
  }
  return findRoot(parent);
}
