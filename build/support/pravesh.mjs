/**
 * The built program, run in its own Node. Runs in the Node of the machine.
 */
import { runOnOurStreams } from './children.mjs';
import { place, programNode, root } from './places.mjs';
import { prepare } from './prepare.mjs';
import { programFlags } from './program-flags.mjs';

/**
 * Runs `pravesh ...args`, after installing and building what is missing.
 * @param {string[]} args
 * @returns {Promise<number>} its exit code
 */
export async function pravesh(args) {
  await prepare();
  const program = [...programFlags, place('dist', 'main', 'pravesh.js'), ...args];
  return runOnOurStreams(programNode(), program, { cwd: callersFolder(), channel: true });
}

/** Where the user's relative paths start: npm changes to the root and tells in INIT_CWD where it was called. */
function callersFolder() {
  const here = process.cwd();
  return here === root && process.env.INIT_CWD !== undefined ? process.env.INIT_CWD : here;
}
