/** The Files port: permissions, free space and texts, on real folders. */
import { chmodSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { buildFiles } from '../../../main/platform/files.ts';
import { makeTemporaryFolder } from '../../support/temporary-folder.ts';

const files = buildFiles();
let folder: string;
beforeEach(() => {
  folder = makeTemporaryFolder();
});
const modeOf = (path: string) => statSync(path).mode & 0o7777;

describe('makeFolder', () => {
  it('makes the folder and its parents for the owner alone', () => {
    files.makeFolder(join(folder, 'a/b'));
    expect([modeOf(join(folder, 'a')), modeOf(join(folder, 'a/b'))]).toEqual([0o700, 0o700]);
    files.makeFolder(join(folder, 'a/b'));
  });

  it('closes one that is there to others', () => {
    chmodSync(folder, 0o755);
    files.makeFolder(folder);
    expect(modeOf(folder)).toBe(0o700);
  });

  it('leaves a shared folder such as /tmp as it is', () => {
    const shared = join(folder, 'shared');
    mkdirSync(shared);
    chmodSync(shared, 0o1777);
    files.makeFolder(shared);
    expect(modeOf(shared)).toBe(0o1777);
  });

  it('fails with the code of the system where there is a file', () => {
    writeFileSync(join(folder, 'file'), '');
    expect(() => files.makeFolder(join(folder, 'file'))).toThrow(/EEXIST/);
  });
});

describe('the other facts about files', () => {
  it('protects a file', () => {
    const path = join(folder, 'file');
    writeFileSync(path, '', { mode: 0o644 });
    files.protect(path);
    expect(modeOf(path)).toBe(0o600);
  });

  it('knows how much may still be written', () => {
    expect(files.freeBytes(folder)).toBeGreaterThan(0);
    expect(() => files.freeBytes(join(folder, 'none'))).toThrow(/ENOENT/);
  });

  it('reads a text, tells a missing one, and throws for what cannot be read', () => {
    writeFileSync(join(folder, 'text'), 'प्रवेश');
    expect(files.readText(join(folder, 'text'))).toBe('प्रवेश');
    expect(files.readText(join(folder, 'none'))).toBeUndefined();
    expect(() => files.readText(folder)).toThrow(/EISDIR/);
  });
});
