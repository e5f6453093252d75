/** Electron's binary is found, got once, and not asked for again for a day when that failed. */
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { findElectron } from '../../../../main/cli/run/electron-binary.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts';

const day = 86_400_000;

/** A built program beside a package `electron` whose install script does as it is told. */
function makePlaces(installScript?: string) {
  const root = makeTemporaryFolder();
  const places = {
    dist: join(root, 'dist'),
    electronMain: join(root, 'dist/main/electron.js'),
    electronPackage: join(root, 'electron'),
  };
  const write = (path: string, text: string) => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  };
  write(places.electronMain, '');
  if (installScript !== undefined) {
    write(join(places.electronPackage, 'package.json'), '{}');
    write(join(places.electronPackage, 'install.js'), installScript);
  }
  const writeBinary = (script: string) => {
    const path = join(places.electronPackage, 'dist/app/electron');
    write(path, `#!/bin/sh\n${script}\n`);
    chmodSync(path, 0o755);
    write(join(places.electronPackage, 'path.txt'), 'app/electron');
    return path;
  };
  return { places, writeBinary };
}

async function find(
  places: ReturnType<typeof makePlaces>['places'],
  options: { mayDownload?: boolean; now?: number } = {},
) {
  const lines: string[] = [];
  const { mayDownload = true, now = 0 } = options;
  const signal = new AbortController().signal;
  const found = await findElectron({ places, mayDownload, signal, say: (line) => lines.push(line), now: () => now });
  return { found, lines };
}

const noteRun = "require('node:fs').appendFileSync(__dirname + '/runs', 'x');";
const installs = `${noteRun} const fs = require('node:fs');
fs.mkdirSync(__dirname + '/dist'); fs.writeFileSync(__dirname + '/dist/electron', '#!/bin/sh\\n', { mode: 0o755 });
fs.writeFileSync(__dirname + '/path.txt', 'electron');`;

test('a binary that is there is taken; its package says where it lies', async () => {
  const { places, writeBinary } = makePlaces('throw new Error()');
  const path = writeBinary('test "$ELECTRON_RUN_AS_NODE" = 1');
  expect(await find(places)).toEqual({ found: { path }, lines: [] });
});

test('one that does not run here is none', async () => {
  const { places, writeBinary } = makePlaces('throw new Error()');
  writeBinary('exit 127');
  expect((await find(places)).found).toEqual({ missing: expect.stringContaining('does not run here') });
});

test('what is missing is downloaded, and that is said', async () => {
  const { places } = makePlaces(installs);
  const { found, lines } = await find(places);
  expect(found).toEqual({ path: join(places.electronPackage, 'dist/electron') });
  expect(lines).toEqual([expect.stringContaining('Getting Electron')]);
});

test('a failed download is not tried again for a day', async () => {
  const { places } = makePlaces(`${noteRun} process.exit(1);`);
  const runs = () => readFileSync(join(places.electronPackage, 'runs'), 'utf8').length;
  expect((await find(places, { now: day })).found).toEqual({ missing: 'its binary could not be downloaded' });
  const again = await find(places, { now: 2 * day - 1 });
  expect(again).toEqual({ found: { missing: expect.stringContaining('a short while ago') }, lines: [] });
  expect(runs()).toBe(1);
  await find(places, { now: 2 * day });
  expect(runs()).toBe(2);
  // A clock that was set back does not keep it from trying.
  await find(places, { now: 1000 });
  expect(runs()).toBe(3);
});

test('nothing is downloaded where that was not asked for', async () => {
  const { places } = makePlaces(installs);
  const { found, lines } = await find(places, { mayDownload: false });
  expect(found).toEqual({ missing: 'its binary has not been downloaded' });
  expect(lines).toEqual([]);
  expect(existsSync(join(places.electronPackage, 'runs'))).toBe(false);
});

test('an end while it downloads is not kept as a failure', async () => {
  const { places } = makePlaces('setInterval(() => {}, 1000);');
  const stop = new AbortController();
  const found = findElectron({ places, mayDownload: true, signal: stop.signal, say: () => stop.abort() });
  expect(await found).toEqual({ missing: 'its binary could not be downloaded' });
  expect(existsSync(join(places.dist, '.electron-download.json'))).toBe(false);
});

test('without the package, and without our own host, it says so', async () => {
  const { places } = makePlaces();
  expect((await find(places)).found).toEqual({ missing: expect.stringContaining('is not installed') });
  const unbuilt = { ...places, electronMain: join(places.dist, 'nowhere.js') };
  expect((await find(unbuilt)).found).toEqual({ missing: 'the Electron host is not built' });
});
