/** The bootstrap builds when the sources have changed, and whole or not at all. */
import { mkdirSync, utimesSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';
import { type FakeProject, makeProject } from './fake-project.ts';

const builds = [
  'vite vite.main.config.ts',
  'vite vite.preload.config.ts',
  'vite vite.renderer.config.ts',
  'vite vite.operator.config.ts',
  'vite vite.embed.config.ts',
  'vite vite.embed-script.config.ts',
  'vite vite.verify.config.ts',
];

async function makeBuiltProject(): Promise<FakeProject> {
  const project = makeProject(makeTemporaryFolder());
  await project.run('build');
  project.takeCalls();
  return project;
}

test('a changed, a new and a removed source is built anew; a newer time alone is not', async () => {
  const project = await makeBuiltProject();
  utimesSync(join(project.root, 'main/program.txt'), new Date(), new Date());
  await project.run('build');
  expect(project.takeCalls()).toEqual([]);

  for (const [path, text] of [
    ['main/program.txt', '// changed'],
    ['renderer/screens/new.tsx', 'export {}'],
    ['tsconfig.json', '{}'],
  ] as const) {
    project.write(path, text);
    await project.run('build');
    expect(project.takeCalls(), path).toEqual(builds);
  }
  expect(project.read('dist/main/pravesh.js')).toBe('// changed');
});

test('a build whose result was deleted, and --force, build again', async () => {
  const project = await makeBuiltProject();
  await project.run('build', ['--force']);
  expect(project.takeCalls()).toEqual(builds);
  project.write('dist/.stamp.json', '{"sour');
  await project.run('build');
  expect(project.takeCalls()).toEqual(builds);
});

test('a failing build says what the bundler said and leaves the old program in place', async () => {
  const project = await makeBuiltProject();
  const before = project.read('dist/main/pravesh.js');
  project.write('main/program.txt', 'broken');
  const outcome = await project.run('start');
  expect(outcome.code).toBe(2);
  expect(outcome.stdout).toBe('');
  expect(outcome.stderr).toContain('Pravesh could not start: the build failed.');
  expect(outcome.stderr).toContain('main/program.txt is broken');
  expect(project.read('dist/main/pravesh.js')).toBe(before);
});

test('two commands at once install and build once, and both run', async () => {
  const project = makeProject(makeTemporaryFolder());
  const outcomes = await Promise.all([project.run('pravesh', ['a']), project.run('pravesh', ['b'])]);
  expect(outcomes.map(({ code }) => code)).toEqual([0, 0]);
  expect(outcomes.map(({ stdout }) => JSON.parse(stdout).args)).toEqual([['a'], ['b']]);
  expect(project.takeCalls()).toEqual([expect.stringMatching(/^npm ci/), ...builds]);
});

test('the lock of a command that was killed is taken away', async () => {
  const project = await makeBuiltProject();
  mkdirSync(join(project.root, 'dist/.next-main'), { recursive: true });
  // Process numbers end far below this one.
  project.write('dist/.lock/owner.json', JSON.stringify({ pid: 2 ** 30, host: hostname(), token: 'gone' }));
  const outcome = await project.run('build', ['--force']);
  expect(outcome).toMatchObject({ code: 0, stderr: 'Building ...\n' });
  for (const leftover of ['.lock', '.lock-dead-gone', '.next-main', '.old-main']) {
    expect(project.exists(`dist/${leftover}`), leftover).toBe(false);
  }
});
