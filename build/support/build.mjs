/**
 * The build: bundles main and renderer into folders of their own, which then take the place of the old ones.
 * Runs in the Node of the machine.
 */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { runQuietly } from './children.mjs';
import { Failure, say } from './failure.mjs';
import { readJson } from './json.mjs';
import { place, programNode, root } from './places.mjs';
import { hashSources } from './sources.mjs';

const stampFile = place('dist', '.stamp.json');
const parts = ['main', 'renderer'];
/** New folders stand as deep as those that they replace: source maps hold relative paths. */
const next = '.next-';
const old = '.old-';
/** Without these the program cannot run, whatever the stamp says. */
const results = [place('dist', 'main', 'pravesh.js'), place('dist', 'renderer', 'kiosk.html')];

/** Whether what is built comes from these very sources. */
export function isBuilt() {
  const stamp = readJson(stampFile);
  return stamp !== undefined && results.every((file) => existsSync(file)) && stamp.sources === hashSources();
}

/**
 * Builds. Call it while holding the lock: it clears away what an interrupted build has left.
 * @param {(pid: number) => void} noteChild gets the process number of the bundler
 */
export async function build(noteChild) {
  say('Building ...');
  const sources = hashSources();
  mkdirSync(place('dist'), { recursive: true });
  clearLeftovers();
  const bundle = place('build', 'support', 'bundle.mjs');
  const { code, output } = await runQuietly(programNode(), [bundle, place('dist', next)], { cwd: root }, noteChild);
  if (code !== 0) {
    throw new Failure('the build failed', {
      why: `the bundler said:\n${output.trim()}`,
      todo: 'mend the source that it names and run the same command again.',
    });
  }
  try {
    swapIn();
  } catch (error) {
    throw new Failure('the new build could not be put in place', {
      why: error.message,
      todo: 'stop the Pravesh that still runs from this folder, and run the same command again.',
    });
  }
  writeFileSync(stampFile, `${JSON.stringify({ sources })}\n`);
}

/** Puts the new folders in the place of the old ones; the stamp is gone until all of them stand. */
function swapIn() {
  rmSync(stampFile, { force: true });
  for (const part of parts) {
    const built = place('dist', part);
    if (existsSync(built)) {
      renameSync(built, place('dist', `${old}${part}`));
    }
    renameSync(place('dist', `${next}${part}`), built);
  }
  clearLeftovers();
}

function clearLeftovers() {
  for (const name of readdirSync(place('dist'))) {
    if (name.startsWith(next) || name.startsWith(old)) {
      rmSync(place('dist', name), { recursive: true, force: true, maxRetries: 3 });
    }
  }
}
