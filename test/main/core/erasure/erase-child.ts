/** Erases what is due in the data folder that it is given, slowly enough to be killed in the middle. For tests only. */
import { openDataFolder } from '../../../../main/core/db/data-folder.ts';
import { eraseDue } from '../../../../main/core/erasure/erase-due.ts';
import { buildFiles } from '../../../../main/platform/files.ts';
import { buildSettings } from '../../../support/settings.ts';

const [data = '', now = ''] = process.argv.slice(2);
const { database } = openDataFolder(data, buildFiles());
for (const erased of eraseDue({ database, settings: buildSettings(), now: Number(now), aheadMs: 0 })) {
  process.stdout.write(`${erased}\n`);
}
