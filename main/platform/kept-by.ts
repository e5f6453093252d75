/**
 * How a program and the one that keeps it understand each other where there is no channel between them: an argument one
 * way, an exit code the other.
 * Runs in Node and in Electron's main process.
 */

/** `pravesh run` keeps this program: it must not begin itself anew. */
export const keptByUs = '--kept';

/** The program has ended in order to be begun anew, as staff wanted; no crash. */
export const exitToBeginAnew = 75;

/** It has crashed, and ended in order. */
export const exitAfterCrash = 70;
