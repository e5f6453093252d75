/** The line "pass key" of the doctor: what another terminal takes, or what to do. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkPassKey } from '../../../../main/cli/doctor/pass-key-check.ts';
import { readPassVerifier } from '../../../../main/core/passes/pass-key.ts';
import { buildSettings } from '../../../support/settings.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts';

const settings = buildSettings({ passes: { purposes: ['employee'], hours: 12, trust: [] } });

/** A data folder with a key of so many bytes. */
function makeFolder(bytes: number): string {
  const data = makeTemporaryFolder();
  mkdirSync(join(data, 'keys'));
  writeFileSync(join(data, 'keys', 'pass.key'), new Uint8Array(bytes).fill(7));
  return data;
}

it('is one line that the configuration of another terminal takes', () => {
  const check = checkPassKey(settings, makeFolder(32));
  expect(check).toEqual({ name: 'pass key', ok: true, detail: expect.stringMatching(/^hq\/gate-1\+[\w-]{43}$/) });
  expect(readPassVerifier(check?.detail ?? '')).toMatchObject({ site: 'hq', terminal: 'gate-1' });
});

it('is not there where there are no passes, and makes no key by itself', () => {
  expect(checkPassKey(buildSettings(), makeFolder(32))).toBeUndefined();
  const data = makeTemporaryFolder();
  expect(checkPassKey(settings, data)).toMatchObject({ ok: true, detail: 'none yet; the first start makes it' });
  expect(readdirSync(data)).toEqual([]);
});

it('says what to do about a key that is damaged', () => {
  expect(checkPassKey(settings, makeFolder(31))).toMatchObject({ ok: false, todo: expect.stringMatching(/backup/) });
});
