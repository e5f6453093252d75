/**
 * What the build is made of, as one hash. Runs in the Node of the machine.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { place } from './places.mjs';

const folders = ['main', 'renderer', 'build'];
const files = ['package.json', 'package-lock.json', 'tsconfig.json'];

/**
 * Hashes names and contents: a checkout that changes nothing but times builds nothing.
 * @returns {string} SHA-256 in hex
 */
export function hashSources() {
  const hash = createHash('sha256');
  const add = (path) => {
    const bytes = readFileSync(place(path));
    hash.update(`${path}\0${bytes.length}\0`).update(bytes);
  };
  for (const folder of folders) {
    walk(folder, add);
  }
  for (const file of files) {
    if (existsSync(place(file))) {
      add(file);
    }
  }
  return hash.digest('hex');
}

function walk(folder, add) {
  const entries = existsSync(place(folder)) ? readdirSync(place(folder), { withFileTypes: true }) : [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) {
      walk(path, add);
    } else if (entry.isFile()) {
      add(path);
    }
  }
}
