/** The two commands and their siblings: the version of Node, arguments, streams, signals and exit codes. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';
import { makeProject } from './fake-project.ts';

/** Makes Node say that it is an old one, before the entry is read. */
function pretendNode(version: string): Record<string, string> {
  const code = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } });`;
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(code)}` };
}

test.for(['start', 'test', 'pravesh', 'build', 'check', 'bench'])(
  'an old Node: build/%s.mjs says so, exit 2, and touches nothing',
  async (entry) => {
    const project = makeProject(makeTemporaryFolder());
    const outcome = await project.run(entry, [], { env: pretendNode('18.20.4') });
    expect(outcome).toMatchObject({ code: 2, stdout: '' });
    expect(outcome.stderr).toContain('it needs Node.js 20 or newer.\nWhy: this is Node.js 18.20.4.\nWhat to do: ');
    expect(project.takeCalls()).toEqual([]);
    expect(project.exists('dist')).toBe(false);
  },
);

test('start is `pravesh run`; its arguments arrive, its exit code comes back', async () => {
  const project = makeProject(makeTemporaryFolder());
  const outcome = await project.run('start', ['--host', 'a b', '--port=0']);
  expect(JSON.parse(outcome.stdout)).toMatchObject({ args: ['run', '--host', 'a b', '--port=0'] });
  expect(outcome.code).toBe(0);
  expect((await project.run('pravesh', ['verify', 'FOLDER'])).code).toBe(1);
});

test('the program prints alone on stdout, in the folder where npm was called', async () => {
  const project = makeProject(makeTemporaryFolder());
  const called = join(project.root, 'called', 'here');
  mkdirSync(called, { recursive: true });
  const { stdout } = await project.run('pravesh', ['entries'], { env: { INIT_CWD: called } });
  expect(stdout.trim().split('\n')).toHaveLength(1);
  expect(JSON.parse(stdout)).toMatchObject({ args: ['entries'], cwd: called });
});

test('a signal goes to the program, and its exit code comes back', async () => {
  const project = makeProject(makeTemporaryFolder());
  const outcome = await project.run('start', ['wait'], {
    onStdout: (text, child) => text.endsWith('}\n') && child.kill('SIGTERM'),
  });
  expect(outcome.stdout).toContain('closed');
  expect(outcome.code).toBe(7);
});

test('a bootstrap that is killed takes the program with it', async () => {
  const project = makeProject(makeTemporaryFolder());
  await project.run('start', ['wait'], {
    onStdout: (text, child) => text.endsWith('}\n') && child.kill('SIGKILL'),
  });
  await expect.poll(() => project.exists('orphan.txt'), { timeout: 10_000 }).toBe(true);
});

test('a mistake of a check ends before the tests, with exit code 1', async () => {
  const project = makeProject(makeTemporaryFolder());
  await project.run('build');
  project.write('node_modules/@biomejs/biome/bin/biome', "console.log('main/x.ts lint'); process.exit(1);");
  const outcome = await project.run('check');
  expect(outcome).toMatchObject({ code: 1, stdout: '' });
  expect(outcome.stderr).toContain('main/x.ts lint');
  expect(outcome.stderr).toContain('Pravesh could not check: format and lint are not clean.');
});

test('test hands its arguments to Vitest after style and types, and answers its exit code', async () => {
  const project = makeProject(makeTemporaryFolder());
  await project.run('build');
  const note = (name: string, code: number) =>
    `require('node:fs').appendFileSync('calls.log', '${name} ' + process.argv.slice(2).join(' ') + '\\n'); process.exitCode = ${code};`;
  project.write('node_modules/@biomejs/biome/bin/biome', note('biome', 0));
  project.write('node_modules/typescript/bin/tsc', note('tsc', 0));
  project.write(
    'node_modules/vitest/vitest.mjs',
    note('vitest', 5).replace("require('node:fs')", 'process.getBuiltinModule("fs")'),
  );
  project.takeCalls();
  expect((await project.run('test', ['--project', 'unit'])).code).toBe(5);
  const calls = project.takeCalls().map((line) => line.replaceAll(project.root, '.'));
  expect(calls[0]).toMatch(/^biome check --config-path .*lint\.json --error-on-warnings/);
  const typed = ['main/contract', 'main/core', 'main', 'renderer', 'test'];
  expect(calls.slice(1, 6)).toEqual(typed.map((folder) => `tsc -p ./${folder}/tsconfig.json --pretty`));
  expect(calls[6]).toBe('vitest run --config ./test/vitest.config.ts --project unit');
});
