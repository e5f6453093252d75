/**
 * Packs the built program with electron-builder as it is configured, in the place of Electron's binary a file with its row
 * of fuses, and runs what is in the package: it holds all that the program needs, and nothing else of this repository.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { findRoot } from '../support/root.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';

const root = findRoot();

/** What @electron/fuses looks for in the binary: its mark, the version and the number of fuses, then one digit each. */
const mark = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const before = '10101111';

function run(script: string, args: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'node_modules', script), ...args], {
    cwd: root,
    encoding: 'utf8',
    timeout: 100_000,
  });
  if (status !== 0) {
    throw new Error(`${script} ended with ${status}:\n${stdout}${stderr}`);
  }
}

/** Writes as much of Electron as electron-builder looks at. */
function writeElectron(folder: string): void {
  mkdirSync(join(folder, 'resources'), { recursive: true });
  mkdirSync(join(folder, 'locales'));
  for (const file of ['LICENSE', 'LICENSES.chromium.html', 'version', 'locales/en-US.pak']) {
    writeFileSync(join(folder, file), '');
  }
  const wire = Buffer.concat([Buffer.from(mark), Buffer.from([1, before.length]), Buffer.from(before)]);
  writeFileSync(join(folder, 'electron'), wire, { mode: 0o755 });
}

/** The files below a folder, by their paths from it. */
function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}

/** Starts a packed program on a free port and resolves with the address of its ready line, and with what it had to say. */
async function startPacked(main: string, data: string): Promise<{ url: string; end(): Promise<void> }> {
  const child = spawn(process.execPath, [main, 'run', '--host', 'server', '--port', '0', '--data', data]);
  onTestFinished(() => void child.kill('SIGKILL'));
  let said = '';
  const closed = new Promise<void>((resolve) => {
    child.on('close', () => resolve());
  });
  const url = await new Promise<string>((resolve, reject) => {
    const read = (text: Buffer) => {
      said += text;
      const [, found] = /^pravesh ready (\S+)$/m.exec(said) ?? [];
      if (found !== undefined) {
        resolve(found);
      }
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('close', (code) => reject(new Error(`it ended with ${code}:\n${said}`)));
  });
  const end = async () => {
    child.kill('SIGTERM');
    await closed;
  };
  return { url, end };
}

describe.runIf(process.platform === 'linux')('the package', () => {
  it('holds the program, its production dependencies and the one native library, with the fuses flipped', async () => {
    const folder = makeTemporaryFolder();
    const electron = join(folder, 'electron');
    writeElectron(electron);
    const output = join(folder, 'out');
    const places = [`-c.electronDist=${electron}`, `-c.directories.output=${output}`];
    const { arch } = process;
    run('electron-builder/cli.js', ['--linux', 'dir', `--${arch}`, '--publish', 'never', ...places]);
    const [packed = ''] = readdirSync(output).filter((name) => name.endsWith('-unpacked'));
    const resources = join(output, packed, 'resources');

    const binary = readFileSync(join(output, packed, 'pravesh'));
    // In the order of @electron/fuses' FuseV1Options; the table with the reasons is in electron-builder.yml.
    expect(binary.subarray(mark.length + 2).toString()).toBe('01001100');

    const native = `node_modules/better-sqlite3/prebuilds/linux-${arch}.node`;
    expect(filesOf(join(resources, 'app.asar.unpacked'))).toEqual([native]);

    const app = join(folder, 'app');
    run('@electron/asar/bin/asar.js', ['extract', join(resources, 'app.asar'), app]);
    const files = filesOf(app);
    expect(files.filter((file) => file.endsWith('.node'))).toEqual([native]);
    expect(new Set(files.map((file) => file.split('/')[0]))).toEqual(
      new Set(['LICENSE', 'dist', 'node_modules', 'package.json']),
    );
    const built = filesOf(join(root, 'dist')).filter(
      (file) => /^(main|renderer)\//.test(file) && !file.endsWith('.map'),
    );
    expect(files.filter((file) => file.startsWith('dist/')).sort()).toEqual(built.map((file) => `dist/${file}`).sort());

    const {
      dependencies,
      devDependencies,
    }: Record<string, Record<string, string>> = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const here = (name: string) => files.includes(`node_modules/${name}/package.json`);
    expect(Object.keys(dependencies ?? {}).filter((name) => !here(name))).toEqual([]);
    // These are needed by production packages as well.
    const both = ['@noble/curves', '@noble/hashes'];
    expect(Object.keys(devDependencies ?? {}).filter((name) => here(name) && !both.includes(name))).toEqual([]);

    const { url, end } = await startPacked(join(app, 'dist', 'main', 'pravesh.js'), join(folder, 'data'));
    const answer = await fetch(new URL('/api/v1/kiosk', url));
    expect(await answer.json()).toMatchObject({ demo: true, state: 'in-service' });
    await end();

    // What the Electron host loads beside that, when it is asked to.
    const updater = spawnSync(
      process.execPath,
      ['-e', "import('electron-updater').then((m) => process.exit(m.AppImageUpdater ? 0 : 1))"],
      {
        cwd: app,
      },
    );
    expect(updater.status).toBe(0);
  });
});
