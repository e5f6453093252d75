/**
 * How the process that keeps another one tells it what became of the one before: the keeper holds no data folder, and so
 * writes no log of its own there.
 * Runs in Node, in every host.
 */

const name = 'PRAVESH_AFTER_EXIT';

/** For the environment of a process that comes after one that ended with this code; 128 is for a signal. */
export function afterExit(code: number | undefined): Record<string, string> {
  return code === undefined ? {} : { [name]: String(code) };
}

/** The code that the process before this one ended with, where it was told. */
export function exitBefore(env: Readonly<Record<string, string | undefined>>): number | undefined {
  const text = env[name] ?? '';
  return /^\d{1,3}$/.test(text) ? Number(text) : undefined;
}
