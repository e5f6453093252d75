/**
 * A failure that its reader can mend, and words on the way. Runs in the Node of the machine.
 */

/** What could not be done, why, and what to do about it; `enter.mjs` prints it. */
export class Failure extends Error {
  /**
   * @param {string} what without a full stop at the end
   * @param {{why?: string, todo?: string, exitCode?: number}} details the exit code is 2 unless told otherwise
   */
  constructor(what, details = {}) {
    super(what);
    this.name = 'Failure';
    this.what = what;
    this.why = details.why;
    this.todo = details.todo;
    this.exitCode = details.exitCode ?? 2;
  }
}

/** Says one line to the person at the terminal; stdout is left to the program. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}
