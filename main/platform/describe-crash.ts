/**
 * What may be said of an error that nobody caught: its name and the places in the program that it went through, never its
 * message, which may hold what a person typed.
 * Runs in Node, in every host.
 */

/** As many places as help to find it. */
const mostPlaces = 12;

/** A line of a stack that names a place, as V8 writes it: no other line comes through. */
const placeLine = /^\s+at (?:[\w$.<># [\]]+ \()?(?:file:\/\/|node:|\/|[A-Z]:\\)[^\s()]+:\d+:\d+\)?$/;

/** One text for the error: its name, then its places, a line each. */
export function describeCrash(error: unknown): string {
  return [`the program made a mistake (${nameOfCrash(error)}); please report these lines`, ...placesOf(error)].join(
    '\n',
  );
}

/** The error's name; what may hold anything is not told. */
export function nameOfCrash(error: unknown): string {
  return error instanceof Error && /^\w{1,64}$/.test(error.name) ? error.name : 'something that is no error';
}

/** The places alone, the innermost first. */
export function placesOf(error: unknown): string[] {
  if (!(error instanceof Error)) {
    return [];
  }
  const { stack = '', message } = error;
  // The message stands before the places, and may look like one of them.
  const after = stack.slice(stack.indexOf(message) + message.length);
  const lines = after.split('\n').filter((line) => placeLine.test(line));
  return lines.slice(0, mostPlaces).map((line) => `    ${line.trim()}`);
}
