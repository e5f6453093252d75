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

/** The configuration is four keys deep; a longer path comes from a file that is something else. */
const deepest = 8;

/**
 * Writes a path as people write it. What stands below an API key is left out: it may be the key itself,
 * put there by a slip of the brackets.
 */
export function formatKeyPath(path: KeyPath): string {
  const secret = path.findIndex((part) => /^api[-_ ]?key$/i.test(String(part)));
  const shown = secret < 0 ? path : path.slice(0, secret + 1);
  return shown
    .slice(0, deepest)
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index > 0 ? '.' : ''}${String(part)}`))
    .join('');
}
