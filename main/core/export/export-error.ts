/** Why an export could not be made, in words that say what to do. They name folders and files, never a person. */
import type { ExportFault } from '../../contract/public.ts';

/** Ends an export. `cancelled` is no fault: somebody wanted it. */
export class ExportError extends Error {
  readonly fault: ExportFault | 'cancelled';

  constructor(fault: ExportFault | 'cancelled', message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'ExportError';
    this.fault = fault;
  }
}

/** What the codes of the system mean for a medium. */
const faultOfCode: Readonly<Record<string, ExportFault>> = {
  ENOSPC: 'medium-full',
  EDQUOT: 'medium-full',
  EFBIG: 'medium-full',
  EROFS: 'medium-read-only',
  EACCES: 'not-allowed',
  EPERM: 'not-allowed',
  EEXIST: 'exists-already',
  ENOTEMPTY: 'exists-already',
  ENOENT: 'medium-gone',
  ENOTDIR: 'medium-gone',
  ENODEV: 'medium-gone',
  ENXIO: 'medium-gone',
  EIO: 'medium-gone',
  ESTALE: 'medium-gone',
  ENOTCONN: 'medium-gone',
  EBADF: 'medium-gone',
};

/** What each fault of a medium means, and what to do. */
const words: Readonly<Record<ExportFault, (folder: string) => string>> = {
  'medium-full': (folder) => `${folder} is full. Make room there or take another medium, and export again.`,
  'medium-read-only': (folder) => `${folder} is read-only. Take off its write protection or take another medium.`,
  'medium-gone': (folder) => `${folder} is not there or does not answer. Plug the medium in and export again.`,
  'medium-changed': (folder) => `What was read back from ${folder} is not what was written. Take another medium.`,
  'not-allowed': (folder) => `This program may not write to ${folder}. Check its permissions.`,
  'exists-already': (folder) => `An export of that name is in ${folder} already. Wait a second and export again.`,
  'nothing-in-range': () => 'There is no entry in that time.',
  'page-missing': () => 'The page that verifies an export has not been built. Run `npm run build`.',
  'log-unreadable': () => 'The entry log cannot be read. `pravesh doctor` tells more.',
  internal: () => 'The program made a mistake in the export.',
};

/** An error in the words of {@link exportFaults}; `folder` is where the export goes. */
export function exportError(fault: ExportFault, folder: string, cause?: unknown): ExportError {
  return new ExportError(fault, words[fault](folder), cause);
}

/** What to say of anything that was thrown while an export was written. */
export function explain(error: unknown, folder: string): ExportError {
  if (error instanceof ExportError) {
    return error;
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const fault = code.startsWith('SQLITE_') ? 'log-unreadable' : (faultOfCode[code] ?? 'internal');
  return exportError(fault, folder, error);
}
