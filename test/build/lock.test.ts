/** What installing asks of a machine: nothing is compiled on it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findRoot } from '../support/root.ts';

interface Lock {
  readonly packages: Readonly<Record<string, { readonly gypfile?: boolean; readonly hasInstallScript?: boolean }>>;
}

function readJson<T>(name: string): T {
  const read: T = JSON.parse(readFileSync(join(findRoot(), name), 'utf8'));
  return read;
}

test('no package of ours is built on the machine that installs it: SQLite comes with its binaries', () => {
  // npm compiles whatever has a binding.gyp, unless the lock file says otherwise; `npm install` forgets that word.
  const { packages } = readJson<Lock>('package-lock.json');
  expect(packages['node_modules/better-sqlite3']).toMatchObject({ gypfile: false });
  expect(packages['node_modules/better-sqlite3']).not.toHaveProperty('hasInstallScript');
  expect(readJson<{ allowScripts: Record<string, boolean> }>('package.json').allowScripts).toEqual({
    'better-sqlite3': false,
    'electron-winstaller': false,
    node: true,
  });
});
