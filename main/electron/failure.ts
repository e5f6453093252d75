/**
 * Why the Electron host cannot start, in words for whoever started it.
 * Runs in Electron's main process.
 */
import { describeCrash } from '../platform/describe-crash.ts';

/** What everybody in this program throws when the user can mend it: the message says what to do. */
const inWords = ['ArgumentError', 'SettingsError', 'DataFolderError', 'HttpStartError', 'UnsafeSwitchError'];

/** The lines to print; of a mistake of the program its name and its places, for a report. */
export function describeFailure(error: unknown): string {
  const isInWords = error instanceof Error && inWords.includes(error.name);
  return `pravesh: ${isInWords ? error.message : describeCrash(error)}`;
}
