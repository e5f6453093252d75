/**
 * A small project around a copy of the real build/: npm and Vite in it are fakes that note what was asked of them.
 * Runs in Node, for the tests of the bootstrap.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

const realBuild = join(import.meta.dirname, '../../build');

/** How the fake npm behaves: `ok` installs, the others fail in their own ways. */
export type NpmMood = 'ok' | 'fails' | 'offline' | 'dies-half-way' | 'without-scripts' | 'waits';

/** What a run of a command printed and answered. */
export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly npm?: NpmMood | 'missing';
  readonly env?: Readonly<Record<string, string>>;
  /** Sees stdout as it grows, with the process to signal. */
  readonly onStdout?: (text: string, child: ChildProcess) => void;
  /** Sees stderr as it grows. */
  readonly onStderr?: (text: string) => void;
}

/** The fake npm: `npm ci` makes a node_modules with a Node, and a Vite that writes a program. */
const fakeNpm = `#!${process.execPath}
const fs = require('node:fs');
const mood = process.env.FAKE_NPM;
fs.appendFileSync('calls.log', 'npm ' + process.argv.slice(2).join(' ') + '\\n');
const fail = (text) => { console.error(text); process.exit(1); };
if (mood === 'fails') fail('npm error code EINTEGRITY\\nnpm error the sum of a package is wrong');
if (mood === 'offline') fail('npm error code ENOTFOUND\\nnpm error request to the registry failed');
fs.rmSync('node_modules', { recursive: true, force: true });
fs.mkdirSync('node_modules/vite', { recursive: true });
if (mood === 'dies-half-way') process.kill(process.pid, 'SIGKILL');
if (mood === 'waits') { console.log('waiting'); setInterval(() => {}, 1000); return; }
fs.writeFileSync('node_modules/vite/package.json', '{"name":"vite","type":"module","exports":"./index.js"}');
fs.copyFileSync('fake-vite.js', 'node_modules/vite/index.js');
if (mood !== 'without-scripts') {
  fs.mkdirSync('node_modules/node/bin', { recursive: true });
  fs.symlinkSync(process.execPath, 'node_modules/node/bin/node');
}
fs.writeFileSync('node_modules/.package-lock.json', '{"packages":{"node_modules/vite":{"version":"8.0.0"}}}');
`;

/** The fake Vite: notes each call and writes what the real one would leave behind. */
const fakeVite = `import fs from 'node:fs';
import path from 'node:path';
export async function build({ configFile, build: { outDir } }) {
  fs.appendFileSync('calls.log', 'vite ' + path.basename(configFile) + '\\n');
  if (fs.readFileSync('main/program.txt', 'utf8').includes('broken')) throw new Error('main/program.txt is broken');
  fs.mkdirSync(outDir, { recursive: true });
  fs.copyFileSync('main/program.txt', path.join(outDir, 'pravesh.js'));
  fs.writeFileSync(path.join(outDir, 'kiosk.html'), '<!doctype html>');
}
`;

/** The program: says its arguments, then ends with the code that it is told, or waits for a signal. */
const program = `const args = process.argv.slice(2);
if (args.includes('wait')) {
  const timer = setInterval(() => {}, 1000);
  const end = (code) => { clearInterval(timer); process.exit(code); };
  process.on('SIGTERM', () => { process.stdout.write('closed\\n'); end(7); });
  process.on('disconnect', () => { require('node:fs').writeFileSync('orphan.txt', 'ended'); end(0); });
}
process.stdout.write(JSON.stringify({ args, cwd: process.cwd(), major: process.versions.node.split('.')[0] }) + '\\n');
process.exitCode = args[0] === 'verify' ? 1 : 0;
`;

/** A project in a folder of its own. */
export interface FakeProject {
  readonly root: string;
  /** Runs `node build/<entry>.mjs ...args` in the root. */
  run(entry: string, args?: readonly string[], options?: RunOptions): Promise<Outcome>;
  write(path: string, text: string): void;
  read(path: string): string;
  exists(path: string): boolean;
  /** What npm and Vite were asked since the last time that this was asked. */
  takeCalls(): string[];
}

/** Lays a project out in an empty folder. */
export function makeProject(root: string): FakeProject {
  cpSync(realBuild, join(root, 'build'), { recursive: true });
  const project: FakeProject = {
    root,
    run: (entry, args = [], options = {}) => runEntry(root, entry, args, options),
    write(path, text) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    },
    read: (path) => readFileSync(join(root, path), 'utf8'),
    exists: (path) => existsSync(join(root, path)),
    takeCalls() {
      const calls = existsSync(join(root, 'calls.log')) ? project.read('calls.log').trim().split('\n') : [];
      project.write('calls.log', '');
      return calls.filter((line) => line !== '');
    },
  };
  project.write('package.json', '{"name":"fake"}');
  project.write('package-lock.json', '{"packages":{"":{},"node_modules/vite":{"version":"8.0.0"}}}');
  project.write('main/program.txt', program);
  project.write('renderer/kiosk.html', '<!doctype html>');
  project.write('fake-vite.js', fakeVite);
  project.write('bin/npm', fakeNpm);
  chmodSync(join(root, 'bin/npm'), 0o755);
  return project;
}

function runEntry(root: string, entry: string, args: readonly string[], options: RunOptions): Promise<Outcome> {
  const { npm_execpath: _, npm_lifecycle_event: __, INIT_CWD: ___, ...inherited } = process.env;
  const npm = options.npm ?? 'ok';
  const path = npm === 'missing' ? '' : `${join(root, 'bin')}${delimiter}${inherited.PATH ?? ''}`;
  const child = spawn(process.execPath, [join(root, 'build', `${entry}.mjs`), ...args], {
    cwd: root,
    env: { ...inherited, PATH: path, FAKE_NPM: npm, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return new Promise((resolve, reject) => {
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      options.onStdout?.(stdout, child);
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
      options.onStderr?.(stderr);
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}
