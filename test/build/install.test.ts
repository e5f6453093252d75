/** The bootstrap installs what is missing, once, and says in words what stands in its way. */
import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';
import { makeProject } from './fake-project.ts';

const npmCi = expect.stringMatching(/^npm ci --include=dev /);
const builds = [
  'vite vite.main.config.ts',
  'vite vite.preload.config.ts',
  'vite vite.renderer.config.ts',
  'vite vite.operator.config.ts',
  'vite vite.embed.config.ts',
  'vite vite.embed-script.config.ts',
  'vite vite.verify.config.ts',
];

test('a bare checkout is installed and built once; the second run does neither', async () => {
  const project = makeProject(makeTemporaryFolder());
  const first = await project.run('pravesh', ['doctor']);
  expect(first).toMatchObject({ code: 0, stderr: 'Installing (once, about a minute) ...\nBuilding ...\n' });
  expect(project.takeCalls()).toEqual([npmCi, ...builds]);

  const second = await project.run('pravesh', ['doctor']);
  expect(second).toMatchObject({ code: 0, stderr: '', stdout: first.stdout });
  expect(project.takeCalls()).toEqual([]);
});

test('another lock file is installed anew', async () => {
  const project = makeProject(makeTemporaryFolder());
  await project.run('build');
  project.takeCalls();
  project.write('package-lock.json', '{"packages":{"":{},"node_modules/vite":{"version":"8.0.1"}}}');
  expect((await project.run('build')).code).toBe(0);
  expect(project.takeCalls()).toEqual([npmCi, ...builds]);
});

test('an install that died half-way is said, and done anew by the next command', async () => {
  const project = makeProject(makeTemporaryFolder());
  const died = await project.run('start', [], { npm: 'dies-half-way' });
  expect(died.code).toBe(2);
  expect(died.stderr).toContain('Pravesh could not start: npm could not install the packages.');
  expect(project.exists('node_modules/vite')).toBe(true);
  project.takeCalls();
  expect((await project.run('start')).code).toBe(0);
  expect(project.takeCalls()).toEqual([npmCi, ...builds]);
});

test('an interrupted install ends with the code of the signal and leaves no lock behind', async () => {
  const project = makeProject(makeTemporaryFolder());
  const stopped = project.run('start', [], { npm: 'waits' });
  await expect.poll(() => project.exists('node_modules/vite'), { timeout: 10_000 }).toBe(true);
  // The lock's owner is the bootstrap itself.
  const { pid }: { pid: number } = JSON.parse(project.read('dist/.lock/owner.json'));
  process.kill(pid, 'SIGTERM');
  expect(await stopped).toMatchObject({ code: 143, stderr: expect.stringContaining('it was interrupted') });
  expect(project.exists('dist/.lock')).toBe(false);
});

test('npm that outlives a killed bootstrap is waited for, then the install is done anew', async () => {
  const project = makeProject(makeTemporaryFolder());
  const killed = project.run('start', [], { npm: 'waits' });
  await expect.poll(() => project.exists('node_modules/vite'), { timeout: 10_000 }).toBe(true);
  const owner: { pid: number; child: number } = JSON.parse(project.read('dist/.lock/owner.json'));
  process.kill(owner.pid, 'SIGKILL');
  const second = project.run('build', [], {
    onStderr: (text) => text.includes('Waiting for another') && !text.includes('Installing') && kill(owner.child),
  });
  expect(await second).toMatchObject({
    code: 0,
    stderr: expect.stringMatching(/^Waiting .*\nInstalling .*\nBuilding/),
  });
  await killed;
});

/** Ends a process that may have ended already. */
function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has.
  }
}

test('what somebody installed by hand is taken as it is, unless a package is another one', async () => {
  const project = makeProject(makeTemporaryFolder());
  await project.run('build');
  rmSync(join(project.root, 'node_modules/.pravesh-install.json'));
  project.takeCalls();
  await project.run('build');
  expect(project.takeCalls()).toEqual([]);

  project.write('node_modules/.package-lock.json', '{"packages":{"node_modules/vite":{"version":"7.0.0"}}}');
  await project.run('build');
  expect(project.takeCalls()).toEqual([npmCi]);
});

test.for([
  {
    npm: 'missing',
    words: ['npm was not found', 'What to do: install npm, which comes with Node.js'],
  },
  {
    npm: 'fails',
    words: ['Why: npm failed. It said:', 'npm error code EINTEGRITY', 'What to do: mend what npm complains about'],
  },
  {
    npm: 'offline',
    words: ['Why: npm could not reach its registry.', 'ENOTFOUND', 'What to do: check the network connection'],
  },
  {
    npm: 'without-scripts',
    words: ['the Node.js that it runs on is missing', 'What to do: allow install scripts'],
  },
] as const)('npm $npm: says what, why and what to do, exit 2', async ({ npm, words }) => {
  const project = makeProject(makeTemporaryFolder());
  const outcome = await project.run('start', [], { npm });
  expect(outcome.code).toBe(2);
  expect(outcome.stdout).toBe('');
  for (const word of ['Pravesh could not start: ', ...words]) {
    expect(outcome.stderr).toContain(word);
  }
});

test('a folder that cannot be written is named', async () => {
  const project = makeProject(makeTemporaryFolder());
  // A link to nowhere stands in for a medium that takes nothing: it refuses root as well.
  symlinkSync('/dev/null/nowhere', join(project.root, 'dist'));
  const outcome = await project.run('build');
  expect(outcome).toMatchObject({ code: 2, stderr: expect.stringContaining('cannot be written') });
});
