/** The file system of a backup: nothing is overwritten unasked, and what is not there is no fault. */
import { existsSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildBackupFiles } from '../../../main/platform/backup-files.ts';
import { makeTemporaryFolder } from '../../support/temporary-folder.ts';

const files = buildBackupFiles();

function makePlace() {
  const folder = makeTemporaryFolder();
  const [draft, name] = [join(folder, 'draft'), join(folder, 'name')];
  writeFileSync(draft, 'new');
  return { folder, draft, name };
}

test('a reserved file is empty, for its owner alone, and its name was free', () => {
  const { folder, draft } = makePlace();
  const path = join(folder, 'reserved');
  files.reserve(path);
  expect(statSync(path)).toMatchObject({ size: 0, mode: 0o100600 });
  expect(() => files.reserve(draft)).toThrow(/EEXIST/);
  symlinkSync(join(folder, 'nowhere'), join(folder, 'link'));
  expect(files.exists(join(folder, 'link'))).toBe(true);
  expect(() => files.reserve(join(folder, 'link'))).toThrow(/EEXIST/);
  expect(existsSync(join(folder, 'nowhere'))).toBe(false);
});

test('a file is published under a free name, and leaves its own', () => {
  const { folder, draft, name } = makePlace();
  files.sync(draft);
  files.publish(draft, name, { replace: false });
  expect(readdirSync(folder)).toEqual(['name']);
  expect(readFileSync(name, 'utf8')).toBe('new');
});

test('a name that is taken is replaced only when that is wanted', () => {
  const { folder, draft, name } = makePlace();
  writeFileSync(name, 'old');
  expect(() => files.publish(draft, name, { replace: false })).toThrow(/EEXIST/);
  expect([readFileSync(draft, 'utf8'), readFileSync(name, 'utf8')]).toEqual(['new', 'old']);
  files.publish(draft, name, { replace: true });
  expect(readdirSync(folder)).toEqual(['name']);
  expect(readFileSync(name, 'utf8')).toBe('new');
});

test('a file that is kept stays itself under its second name when the first is replaced', () => {
  const { folder, draft, name } = makePlace();
  writeFileSync(name, 'old');
  files.keep(name, join(folder, 'kept'));
  files.publish(draft, name, { replace: true });
  expect(readFileSync(join(folder, 'kept'), 'utf8')).toBe('old');
  expect(readFileSync(name, 'utf8')).toBe('new');
});

test('removing what is not there is no fault', () => {
  const { folder, draft } = makePlace();
  files.remove(draft);
  files.remove(draft);
  expect(readdirSync(folder)).toEqual([]);
});
