/**
 * Where an export can go: the sticks that are plugged in, and the folders that the venue has named. Part of the core.
 */
import { basename } from 'node:path';
import type { Files, MountedDrive } from '../ports.ts';

/**
 * The folders of the configuration as drives; one that is not there now, such as a network drive that is away, is left
 * out. Whether it can be written shows when it is.
 */
export function findFolders(folders: readonly string[], files: Pick<Files, 'freeBytes'>): MountedDrive[] {
  return folders.flatMap((folder) => {
    try {
      return [{ name: basename(folder) || folder, folder, freeBytes: files.freeBytes(folder), readOnly: false }];
    } catch {
      return [];
    }
  });
}
