/**
 * Format, lint, types and tests, in that order. Runs in the Node of the machine.
 */
import { runOnOurStreams, runQuietly } from './children.mjs';
import { Failure, say } from './failure.mjs';
import { place, programNode, root } from './places.mjs';
import { prepare } from './prepare.mjs';

const environments = ['main/contract', 'main/core', 'main', 'renderer', 'test'];

/**
 * Checks the sources, then runs Vitest over the built program.
 * @param {string[]} args handed on to Vitest
 * @returns {Promise<number>} the exit code of Vitest
 */
export async function checkAndTest(args) {
  await prepare();
  await checkStyle();
  await checkTypes();
  return runInProgramNode('vitest', ['vitest.mjs', 'run', '--config', place('test', 'vitest.config.ts'), ...args]);
}

/**
 * Runs the measurements over the built program.
 * @param {string[]} args handed on to them
 * @returns {Promise<number>} their exit code
 */
export async function bench(args) {
  await prepare();
  return runOnOurStreams(programNode(), [place('test', 'bench', 'run.ts'), ...args], { cwd: root });
}

/**
 * Runs the built program for a long time.
 * @param {string[]} args handed on to the soak
 * @returns {Promise<number>} its exit code
 */
export async function soak(args) {
  await prepare();
  return runOnOurStreams(programNode(), [place('test', 'soak', 'soak.ts'), ...args], { cwd: root });
}

/**
 * Takes the pictures of the documents from the built program.
 * @returns {Promise<number>} the exit code
 */
export async function takePictures() {
  await prepare();
  return runOnOurStreams(programNode(), [place('test', 'pictures', 'take-pictures.ts')], { cwd: root });
}

/**
 * Writes the tables of docs/faults.md from what the tests of the upstream's faults see.
 * @returns {Promise<number>} the exit code of Vitest
 */
export async function writeFaults() {
  await prepare();
  process.env.PRAVESH_WRITE_DOCS = '1';
  const files = ['test/faults/upstream-network', 'test/faults/upstream-answers'];
  const options = ['--project', 'faults', '--maxWorkers', '1'];
  return runInProgramNode('vitest', [
    'vitest.mjs',
    'run',
    '--config',
    place('test', 'vitest.config.ts'),
    ...options,
    ...files,
  ]);
}

async function checkStyle() {
  say('Checking format and lint ...');
  const options = ['--config-path', place('build', 'lint.json'), '--error-on-warnings'];
  const code = await runInProgramNode('@biomejs/biome', ['bin/biome', 'check', ...options, root], true);
  if (code !== 0) {
    throw new Failure('format and lint are not clean', {
      todo: 'mend what is named above; npx biome check --config-path build/lint.json --write . mends most of it.',
      exitCode: 1,
    });
  }
}

async function checkTypes() {
  say('Checking types ...');
  const wrong = [];
  for (const folder of environments) {
    const args = [place('node_modules', 'typescript', 'bin', 'tsc'), '-p', place(folder, 'tsconfig.json'), '--pretty'];
    const { code, output } = await runQuietly(programNode(), args, { cwd: root });
    if (code !== 0) {
      wrong.push(folder);
      say(output.trim());
    }
  }
  if (wrong.length > 0) {
    throw new Failure(`the types of ${wrong.join(', ')} do not fit`, {
      todo: 'mend what is named above.',
      exitCode: 1,
    });
  }
}

function runInProgramNode(name, [script, ...args], toStderr = false) {
  return runOnOurStreams(programNode(), [place('node_modules', name, script), ...args], { cwd: root, toStderr });
}
