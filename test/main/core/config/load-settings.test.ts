/** Which configuration and which data folder a host gets. */
import { describe, expect, it } from 'vitest';
import { loadSettings, SettingsError, type WantedSettings } from '../../../../main/core/config/load-settings.ts';
import { smallest } from './parse.ts';

function load(wanted: WantedSettings, files: Readonly<Record<string, string>> = {}) {
  return loadSettings(wanted, {
    workingFolder: '/srv',
    folders: { kiosk: '/data/pravesh', demo: '/data/pravesh-demo' },
    readBytes: () => new Uint8Array(),
    readText: (path) => {
      if (path.endsWith('locked.yml')) {
        throw Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' });
      }
      return files[path];
    },
    env: {},
  });
}

function linesOf(run: () => unknown): readonly string[] {
  try {
    run();
  } catch (error) {
    if (error instanceof SettingsError) {
      return error.lines;
    }
    throw error;
  }
  return [];
}

describe('the settings', () => {
  it('are those of --config, with the default data folder or the one of --data', () => {
    const files = { '/srv/my.yml': smallest, '/data/pravesh/pravesh.yml': 'never read: [' };
    expect(load({ config: 'my.yml' }, files)).toMatchObject({
      demo: false,
      data: '/data/pravesh',
      configFile: '/srv/my.yml',
      settings: { site: { id: 'hq' }, demo: false },
    });
    expect(load({ config: '/srv/my.yml', data: 'here' }, files).data).toBe('/srv/here');
  });

  it('are those of the data folder, by default and with --data', () => {
    const at = (folder: string) => ({ [`${folder}/pravesh.yml`]: smallest });
    expect(load({}, at('/data/pravesh'))).toMatchObject({ demo: false, data: '/data/pravesh' });
    expect(load({ data: 'x' }, at('/srv/x'))).toMatchObject({ data: '/srv/x', configFile: '/srv/x/pravesh.yml' });
  });

  it('are of a demonstration where there is no configuration, in a folder of its own', () => {
    const loaded = load({});
    expect(loaded).toMatchObject({ demo: true, data: '/data/pravesh-demo' });
    expect(load({ data: '/x' })).toMatchObject({ demo: true, data: '/x' });
    expect(loaded.demo && loaded.buildSettings('http://127.0.0.1:5/api').demo).toBe(true);
  });

  it('are read with the files that the configuration names, from its folder', () => {
    const text = smallest.replace('key-of-the-test', '{file: key.txt}');
    const loaded = load({ config: 'etc/p.yml' }, { '/srv/etc/p.yml': text, '/srv/etc/key.txt': 'abc' });
    expect(!loaded.demo && loaded.settings.upstream.apiKey).toBe('abc');
    expect(linesOf(() => load({ config: 'p.yml' }, { '/srv/p.yml': text }))).toEqual([
      expect.stringContaining('p.yml:2:61: upstream.apiKey: there is no such file'),
    ]);
  });
});

describe('no settings', () => {
  it('come of a --config that is missing: never DEMO', () => {
    expect(linesOf(() => load({ config: 'none.yml' }))).toEqual(['none.yml:1:1: there is no such file']);
  });

  it('come of a file that cannot be read', () => {
    expect(linesOf(() => load({ config: 'locked.yml' }))).toEqual(['locked.yml:1:1: the file cannot be read (EACCES)']);
  });

  it('come of a configuration with mistakes: each is a line', () => {
    const files = { '/data/pravesh/pravesh.yml': smallest.replace('hq', 'HQ').replace('[2]', '[7]') };
    expect(linesOf(() => load({}, files))).toEqual([
      '/data/pravesh/pravesh.yml:1:12: site.id: takes 1 to 32 of a-z, 0-9 and -',
      '/data/pravesh/pravesh.yml:3:39: policy.purposes.visitor.admit[0]: must be 0 or 1 or 2',
    ]);
  });

  it('come of an empty file: whoever made it meant something', () => {
    expect(linesOf(() => load({}, { '/data/pravesh/pravesh.yml': '' }))).toEqual([
      expect.stringContaining('the file is empty'),
    ]);
  });
});
