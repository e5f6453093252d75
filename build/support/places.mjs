/**
 * Where things are. Runs in the Node of the machine.
 */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Failure } from './failure.mjs';

/** The folder of package.json. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** A path under the root. */
export function place(...parts) {
  return join(root, ...parts);
}

/** The Node that the npm package `node` brings; on Windows the package renames it. */
export function bundledNode() {
  return place('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

/**
 * The Node that runs the program, whatever version the machine has.
 * @returns {string} its path
 */
export function programNode() {
  const node = bundledNode();
  if (!existsSync(node)) {
    throw new Failure('the Node.js that it runs on is missing', {
      why: `${node} does not exist. npm puts it there with an install script of the package "node".`,
      todo: 'allow install scripts (npm config set ignore-scripts false), delete node_modules and run the same command again.',
    });
  }
  return node;
}
