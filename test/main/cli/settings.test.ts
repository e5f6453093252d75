/** The settings of a command, from real files and the environment of the process. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { CommandError } from '../../../main/cli/command.ts';
import { findDataFolder, hasEntryLog } from '../../../main/cli/data-folder.ts';
import { loadSettings } from '../../../main/cli/settings.ts';
import { demoSettings, exampleConfig } from '../../../main/core/kiosk.ts';
import { appFolder } from '../../../main/platform/app-folders.ts';
import { makeTemporaryFolder } from '../../support/temporary-folder.ts';
import { makeLogFolder } from './log-folder.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('loadSettings', () => {
  it('reads the file of --config and the secrets of the environment', () => {
    vi.stubEnv('PRAVESH_API_KEY', 'from-the-environment');
    const config = join(makeTemporaryFolder(), 'my.yml');
    writeFileSync(config, exampleConfig().replace(/apiKey: "[^"]*"/, 'apiKey: {env: PRAVESH_API_KEY}'));
    const loaded = loadSettings({ config, data: '/data' });
    expect(loaded).toMatchObject({ demo: false, data: '/data', configFile: config });
    expect(!loaded.demo && loaded.settings.upstream.apiKey).toBe('from-the-environment');
  });

  it('takes the default folder of the platform where nothing is said', () => {
    const home = makeTemporaryFolder();
    for (const name of ['XDG_DATA_HOME', 'APPDATA', 'HOME']) {
      vi.stubEnv(name, home);
    }
    expect(loadSettings({})).toEqual({ demo: true, data: appFolder('pravesh-demo'), buildSettings: demoSettings });
  });

  it('turns the mistakes of a configuration into lines to print', () => {
    const data = makeTemporaryFolder();
    writeFileSync(join(data, 'pravesh.yml'), 'site: 1\n');
    let lines: readonly string[] = [];
    try {
      loadSettings({ data });
    } catch (error) {
      expect(error).toBeInstanceOf(CommandError);
      lines = error instanceof CommandError ? error.lines : [];
    }
    const file = join(data, 'pravesh.yml');
    expect(lines).toEqual([
      `${file}:1:1: upstream: is missing`,
      `${file}:1:1: policy: is missing`,
      `${file}:1:7: site: must be a group of keys`,
    ]);
  });
});

describe('the data folder', () => {
  it('of --data is taken without a look at any configuration', () => {
    const data = makeTemporaryFolder();
    writeFileSync(join(data, 'pravesh.yml'), 'broken: [');
    expect(findDataFolder({ data })).toBe(data);
    expect(() => findDataFolder({ config: join(data, 'pravesh.yml') })).toThrow(CommandError);
  });

  it('is asked for a log without making one', () => {
    expect(hasEntryLog(makeTemporaryFolder())).toBe(false);
    expect(hasEntryLog(makeLogFolder())).toBe(true);
  });
});
