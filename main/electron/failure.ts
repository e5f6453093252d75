/**
 * Why the Electron host cannot start, in words for whoever started it.
 * Runs in Electron's main process.
 */

/** What everybody in this program throws when the user can mend it: the message says what to do. */
const inWords = ['ArgumentError', 'SettingsError', 'DataFolderError', 'HttpStartError', 'UnsafeSwitchError'];

/** The lines to print; a mistake of the program keeps its stack, for a report. */
export function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) {
    return 'pravesh: the program made a mistake: something that is no error was thrown';
  }
  return inWords.includes(error.name)
    ? `pravesh: ${error.message}`
    : `pravesh: the program made a mistake; please report these lines\n${error.stack ?? error.message}`;
}
