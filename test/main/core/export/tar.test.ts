/** The archive is what the `tar` of the system opens. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { tarEnd, tarHeader, tarPadding } from '../../../../main/core/export/tar.ts';
import { readExport } from '../../../support/export-rig.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts';

it('holds files of any length under their folder', () => {
  const folder = makeTemporaryFolder();
  const files = { 'empty.txt': '', 'one.txt': 'x', 'block.bin': 'y'.repeat(512), 'more.bin': 'z'.repeat(70_001) };
  const parts = Object.entries(files).flatMap(([name, text]) => [
    tarHeader('pravesh-hq', { name, bytes: text.length }, 1_700_000_000),
    Buffer.from(text),
    tarPadding(text.length),
  ]);
  writeFileSync(join(folder, 'a.tar'), Buffer.concat([...parts, tarEnd]));
  execFileSync('tar', ['xf', 'a.tar'], { cwd: folder });
  const opened = Object.entries(readExport(join(folder, 'pravesh-hq'))).map(([name, bytes]) => [name, String(bytes)]);
  expect(Object.fromEntries(opened)).toEqual(files);
});

it('refuses what it cannot hold', () => {
  expect(() => tarHeader('a', { name: 'b', bytes: 8 ** 11 }, 0)).toThrow(RangeError);
  expect(() => tarHeader('a', { name: 'b'.repeat(101), bytes: 1 }, 0)).toThrow(RangeError);
  expect(() => tarHeader('a'.repeat(156), { name: 'b', bytes: 1 }, 0)).toThrow(RangeError);
});
