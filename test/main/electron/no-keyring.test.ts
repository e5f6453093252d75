/** Keys are files of the data folder, the same in every host: docs/decisions/0019. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findRoot } from '../../support/root.ts';

test('nothing is kept in a keyring, which on Linux may be a password that everybody knows', () => {
  const folder = join(findRoot(), 'main');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  expect(files).toContain(join('electron', 'main.ts'));
  const users = files.filter((name) => /\bsafeStorage\b/.test(readFileSync(join(folder, name), 'utf8')));
  expect(users).toEqual([]);
});
