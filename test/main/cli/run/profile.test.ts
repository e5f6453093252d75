/** The browser's profiles do not pile up, also after a kill -9. */
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { makeProfile, removeProfile } from '../../../../main/cli/run/profile.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts';

test('a profile is its owner’s alone, and gone when it is removed', async () => {
  const profile = makeProfile('/usr/bin/chromium');
  expect(statSync(profile).mode & 0o777).toBe(0o700);
  writeFileSync(join(profile, 'file'), '');
  await removeProfile(profile);
  expect(existsSync(profile)).toBe(false);
});

test('what a killed program left behind is removed; what belongs to a living one or to others stays', async () => {
  const folder = makeTemporaryFolder();
  vi.stubEnv('TMPDIR', folder);
  onTestFinished(() => void vi.unstubAllEnvs());
  // Process numbers end far below the first one; the second is our parent.
  const names = [`pravesh-browser-${2 ** 30}-a`, `pravesh-browser-${process.ppid}-b`, 'pravesh-browser-x', 'other'];
  for (const name of names) {
    mkdirSync(join(folder, name));
  }
  const profile = makeProfile('/usr/bin/chromium');
  expect(names.map((name) => existsSync(join(folder, name)))).toEqual([false, true, true, true]);
  await removeProfile(profile);
});
