/** Holds every file to the import table of docs/decisions/0001, and shows that it would find a breach. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hostEdges, isPackage, judge, packageOf, rules, workerEdges } from './support/import-rules.ts';
import { readFacts } from './support/source-facts.ts';

const root = dirname(import.meta.dirname);

/** The source files below a folder, by their path from the root. */
function filesOf(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mts|mjs|js)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

const read = (file: string) => readFileSync(join(root, file), 'utf8');
const files = ['main', 'renderer', 'build'].flatMap(filesOf);

describe('the import table', () => {
  it('knows every folder of ours, and every folder that it knows is there', () => {
    for (const { folder } of rules) {
      expect(files.filter((file) => file.startsWith(folder)).length, folder).toBeGreaterThan(0);
    }
  });

  it.each(files)('is kept by %s', (file) => {
    expect(judge(file, read(file))).toEqual([]);
  });

  it.each([...hostEdges, ...workerEdges])('has its edge from %s to %s', (from, to) => {
    expect(files).toEqual(expect.arrayContaining([from, to]));
  });

  it('has only packages of package.json, those of the main process among the ones that are installed with it', () => {
    const { dependencies, devDependencies }: Record<string, Record<string, string>> = JSON.parse(read('package.json'));
    const shipped = [...Object.keys(dependencies ?? {}), 'electron'];
    const known = [...shipped, ...Object.keys(devDependencies ?? {})];
    for (const file of [...files, ...filesOf('test')]) {
      const packages = readFacts(file, read(file)).imports.filter(isPackage).map(packageOf);
      const allowed = file.startsWith('main/') ? shipped : known;
      expect(
        packages.filter((name) => !allowed.includes(name)),
        file,
      ).toEqual([]);
    }
  });

  it('is never broken by an import that names no fixed file', () => {
    const vague = files.filter((file) => readFacts(file, read(file)).imports.includes('?'));
    expect(vague).toEqual([]);
  });
});

describe('a breach', () => {
  it.each<[string, string, string]>([
    ['main/contract/a.ts', "import { x } from '../core/kiosk.ts';", 'imports ../core/kiosk.ts'],
    ['main/contract/a.ts', "import type { Server } from 'node:http';", 'imports node:http'],
    ['main/contract/a.ts', "import * as v from 'valibot';", 'imports valibot'],
    ['main/core/a/b.ts', "import { readFileSync } from 'node:fs';", 'imports node:fs'],
    ['main/core/a/b.ts', "import { readFile } from 'node:fs/promises';", 'imports node:fs/promises'],
    ['main/core/a/b.ts', "export * from '../../platform/clock.ts';", 'imports ../../platform/clock.ts'],
    ['main/core/a/b.ts', "export type { A } from '../../http/start.ts';", 'imports ../../http/start.ts'],
    ['main/core/a/b.ts', "import { x } from '../../contract/errors.ts';", 'imports ../../contract/errors.ts'],
    ['main/core/a/b.ts', "const x = await import('undici');", 'imports undici'],
    ['main/core/a/b.ts', 'const x = (name: string) => import(name);', 'imports ?'],
    ['main/core/a/b.ts', "type T = import('electron').App;", 'imports electron'],
    ['main/core/a/b.ts', "const x = require('node:os');", 'imports node:os'],
    ['main/core/a/b.ts', 'const at = Date.now();', 'uses Date.now'],
    ['main/core/a/b.ts', 'const at = new Date();', 'uses new Date()'],
    ['main/core/a/b.ts', 'const chance = Math.random();', 'uses Math.random'],
    ['main/core/a/b.ts', 'const { HOME } = process.env;', 'uses process.env'],
    ['main/core/a/b.ts', "const answer = await fetch('https://x');", 'uses fetch()'],
    ['main/core/a/b.ts', "globalThis.fetch('https://x');", 'uses globalThis.fetch'],
    ['main/core/a/b.ts', 'setTimeout(() => {}, 1);', 'uses setTimeout()'],
    ['main/core/a/b.ts', 'const at = performance.now();', 'uses performance.now'],
    ['main/platform/a.ts', "import { openKiosk } from '../core/kiosk.ts';", 'imports ../core/kiosk.ts'],
    ['main/platform/a.ts', "import { startHttp } from '../http/start.ts';", 'imports ../http/start.ts'],
    ['main/http/a.ts', "import { startSandbox } from '../sandbox/sandbox.ts';", 'imports ../sandbox/sandbox.ts'],
    ['main/http/a.ts', "import { app } from 'electron';", 'imports electron'],
    ['main/http/a.ts', "import { run } from '../cli/command.ts';", 'imports ../cli/command.ts'],
    ['main/http/a.ts', "import { x } from '../core/db/database.ts';", 'imports ../core/db/database.ts'],
    ['main/electron/ipc.ts', "import { startHttp } from '../http/start.ts';", 'imports ../http/start.ts'],
    ['main/electron/main.ts', "import { x } from '../http/server.ts';", 'imports ../http/server.ts'],
    ['main/electron/main.ts', "import { x } from '../cli/command.ts';", 'imports ../cli/command.ts'],
    ['main/electron/preload.ts', "import { join } from 'node:path';", 'imports node:path'],
    ['main/electron/preload.ts', "import { x } from './scheme.ts';", 'imports ./scheme.ts'],
    ['main/cli/commands/a.ts', "import { startHttp } from '../../http/start.ts';", 'imports ../../http/start.ts'],
    ['main/cli/run/serve.ts', "import { x } from '../../http/sessions.ts';", 'imports ../../http/sessions.ts'],
    [
      'main/cli/commands/a.ts',
      "import { x } from '../../core/export/worker.ts';",
      'imports ../../core/export/worker.ts',
    ],
    ['main/cli/commands/a.ts', "import { x } from '../../sandbox/wire.ts';", 'imports ../../sandbox/wire.ts'],
    ['main/sandbox/a.ts', "import { problem } from '../contract/public.ts';", 'imports ../contract/public.ts'],
    ['renderer/a.tsx', "import { x } from '../main/core/kiosk.ts';", 'imports ../main/core/kiosk.ts'],
    ['renderer/a.tsx', "import { x } from '../main/contract/errors.ts';", 'imports ../main/contract/errors.ts'],
    ['renderer/a.tsx', "import { join } from 'node:path';", 'imports node:path'],
    ['renderer/a.tsx', "const a = <p />; export { ipcRenderer } from 'electron';", 'imports electron'],
    [
      'main/core/a.ts',
      "import { x } from '../../test/support/fake-clock.ts';",
      'imports ../../test/support/fake-clock.ts',
    ],
    ['build/a.mjs', "import { x } from '../test/support/x.ts';", 'imports ../test/support/x.ts'],
  ])('in %s is found: %s', (file, source, what) => {
    expect(judge(file, source)).toEqual([`${file} ${what}`]);
  });

  it('in a folder that is in no table is found', () => {
    expect(judge('main/elsewhere/a.ts', '')).toEqual(['main/elsewhere/a.ts lies in no folder of the table']);
  });

  it('in a file that cannot be read is not passed over', () => {
    expect(() => judge('main/core/a.ts', 'import {')).toThrow(SyntaxError);
  });

  it.each<[string, string]>([
    ['a parameter of that name', 'export const ask = (fetch: (url: string) => void) => fetch("x");'],
    ['a field of that name', 'export const ask = (ports: { fetch(): void; process: number }) => ports.fetch();'],
    [
      'a destructured port',
      'export function ask({ performance: { now } }: any, { process }: any) { process.run(now); }',
    ],
    ['a moment that was given', 'export const at = (now: number) => new Date(now).toISOString();'],
    ['words in a comment or a text', "// import 'electron'\nexport const words = \"import 'electron'; Date.now()\";"],
  ])('is not seen in %s', (_what, source) => {
    expect(judge('main/core/a.ts', source)).toEqual([]);
  });
});
