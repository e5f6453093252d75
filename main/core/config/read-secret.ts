/**
 * Reads what a configuration keeps elsewhere: the API key from a file or a variable, keys of the upstream from a file.
 * Part of the core. No reason ever repeats what was read, nor the name that was given in its place.
 */
import { resolve } from 'node:path';
import type { ConfigSources, Reading } from './schema-parts.ts';

/** How a configuration gives the API key. */
export type GivenSecret = string | { readonly file: string } | { readonly env: string };

/** Reads the API key: printable ASCII without spaces, as it must travel in a header. */
export function readApiKey(given: GivenSecret, sources: ConfigSources): Reading<string> {
  const found = findSecret(given, sources);
  if ('reason' in found) {
    return found;
  }
  const key = found.value.trim();
  if (key === '') {
    return { reason: 'is empty' };
  }
  return /^[\x21-\x7e]{1,512}$/.test(key)
    ? { value: key }
    : { reason: 'must be at most 512 letters, digits and signs of ASCII, without spaces' };
}

/** Reads a file that the configuration names. */
export function readNamedFile(path: string, sources: ConfigSources): Reading<string> {
  try {
    return { value: sources.readFile(resolve(sources.folder, path)) };
  } catch (error) {
    return { reason: fileFault(error) };
  }
}

/** Why a file that the configuration names could not be read. */
export function fileFault(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return fileFaults[code] ?? 'the file cannot be read';
}

const fileFaults: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file (its path starts at the folder of the configuration)',
  EACCES: 'the file may not be read by this account',
  EPERM: 'the file may not be read by this account',
  EISDIR: 'is a folder, not a file',
};

function findSecret(given: GivenSecret, sources: ConfigSources): Reading<string> {
  if (typeof given === 'string') {
    return { value: given };
  }
  if ('file' in given) {
    return readNamedFile(given.file, sources);
  }
  const value = Object.hasOwn(sources.env, given.env) ? sources.env[given.env] : undefined;
  return value === undefined ? { reason: 'the environment variable that it names is not set' } : { value };
}
