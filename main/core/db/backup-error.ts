/** Why a backup was not made or not restored. Part of the core. */

/** The message says what and where, and what to do. */
export class BackupError extends Error {
  /** `older`, `forked` and `damaged` are answers of "no" about the backup; the others could not be done. */
  readonly code: 'exists' | 'unreadable' | 'stopped' | 'newer-version' | 'no-log' | 'damaged' | 'forked' | 'older';

  constructor(code: BackupError['code'], message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'BackupError';
    this.code = code;
  }
}

/** Whether an error says why a backup was not made or not restored. */
export function isBackupError(error: unknown): error is BackupError {
  return error instanceof BackupError;
}
