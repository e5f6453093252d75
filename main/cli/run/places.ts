/**
 * Where the program's own files lie, whether it runs built or from its sources.
 * Runs in Node, for the CLI.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Absolute paths. */
export interface Places {
  /** What builds leave behind: `main/`, `renderer/` and small notes of the program's own. */
  readonly dist: string;
  readonly rendererFolder: string;
  /** The built entry of this very program, which runs itself again as its own child. */
  readonly program: string;
  /** The main file of the Electron host. */
  readonly electronMain: string;
  /** The npm package `electron`, which brings the binary or can get it. */
  readonly electronPackage: string;
}

/** Finds the places: the root is the folder of our package.json, at or above this file. */
export function findPlaces(start: string = import.meta.dirname): Places {
  const root = findRoot(start);
  const dist = join(root, 'dist');
  return {
    dist,
    program: join(dist, 'main', 'pravesh.js'),
    rendererFolder: join(dist, 'renderer'),
    electronMain: join(dist, 'main', 'electron.js'),
    electronPackage: join(root, 'node_modules', 'electron'),
  };
}

function findRoot(folder: string): string {
  const file = join(folder, 'package.json');
  if (existsSync(file) && /"name":\s*"pravesh"/.test(readFileSync(file, 'utf8'))) {
    return folder;
  }
  const above = dirname(folder);
  if (above === folder) {
    throw new TypeError('there is no package.json of pravesh above the program');
  }
  return findRoot(above);
}
