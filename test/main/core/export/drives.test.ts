/** The folders of the configuration as places for an export. */
import { expect, test } from 'vitest';
import { findFolders } from '../../../../main/core/export/drives.ts';

test('a folder that is there is a drive, one that is away is left out', () => {
  const files = {
    freeBytes: (folder: string) => {
      if (folder === '/away') {
        throw new Error('ENOENT');
      }
      return 5_000;
    },
  };
  expect(findFolders(['/srv/exports', '/away', '/'], files)).toEqual([
    { name: 'exports', folder: '/srv/exports', freeBytes: 5_000, readOnly: false },
    { name: '/', folder: '/', freeBytes: 5_000, readOnly: false },
  ]);
});
