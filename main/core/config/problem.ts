/**
 * What is wrong with a configuration: where and why, in words, without ever repeating a value.
 * Part of the core.
 */

/** One mistake in `pravesh.yml`. Lines and columns count from 1. */
export interface ConfigProblem {
  /** The file as it was named by whoever asked. */
  readonly file: string;
  /** Dotted, as `kiosk.languages[2]`; empty when it is about the whole file. */
  readonly key: string;
  readonly line: number;
  readonly column: number;
  readonly reason: string;
}

/** One line for people: `pravesh.yml:3:12: upstream.baseUrl: must be a URL`. */
export function describeProblem({ file, key, line, column, reason }: ConfigProblem): string {
  return `${file}:${line}:${column}: ${key === '' ? '' : `${key}: `}${reason}`;
}

/** The way to a value: names of keys and numbers in lists. */
export type KeyPath = readonly PropertyKey[];

/** The configuration is five keys deep; a longer path comes from a file that is something else. */
const deepest = 8;

/**
 * Whether a key may be repeated: words of letters, as the configuration's own. Anything else may be half of a
 * secret that a comma or a bracket without quotes has made a key of.
 */
export function isPlainKey(key: string): boolean {
  return key === 'per10Minutes' || /^[a-z]{1,20}([-_]?[A-Za-z][a-z]{1,20}){0,3}$/.test(key);
}

/** Writes a path as people write it, as far as it may be repeated; what stands below an API key may not. */
export function formatKeyPath(path: KeyPath): string {
  const secret = path.findIndex((part) => /^api[-_ ]?key$/i.test(String(part)));
  const upTo = secret < 0 ? path : path.slice(0, secret + 1);
  const hidden = upTo.findIndex((part, index) => typeof part !== 'number' && !isShown(String(part), index, path));
  return upTo
    .slice(0, hidden < 0 ? deepest : hidden)
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index > 0 ? '.' : ''}${String(part)}`))
    .join('');
}

/** Purposes are the venue's own words. */
function isShown(part: string, index: number, path: KeyPath): boolean {
  const isPurpose = index === 2 && path[0] === 'policy' && path[1] === 'purposes';
  return isPlainKey(part) || (isPurpose && /^[\w-]{1,32}$/.test(part));
}
