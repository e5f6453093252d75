/** What `backup` and `restore` say when they could not, and their exit code. Runs in Node, for the CLI. */
import { isBackupError, isDataFolderError } from '../core/kiosk.ts';
import { CommandError, type CommandIo } from './command.ts';

/** Codes that are an answer about the backup; the others say that nothing could be found out. */
const answers: readonly string[] = ['damaged', 'forked', 'older'];

/**
 * Prints an answer of "no" and its exit code 1.
 * @throws CommandError for what could not be done; anything else again
 */
export function explainBackupError(error: unknown, program: string, io: CommandIo): number {
  if (isBackupError(error) && answers.includes(error.code)) {
    io.err(`pravesh ${program}: ${error.message}`);
    return 1;
  }
  if (isBackupError(error) || isDataFolderError(error)) {
    throw new CommandError(error.message);
  }
  if (error instanceof Error && 'syscall' in error) {
    throw new CommandError(`${error.message}. Nothing was changed; check the permissions and the space on the disk.`);
  }
  throw error;
}
