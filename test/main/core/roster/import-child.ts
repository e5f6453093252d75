/**
 * Imports one roster, then another, and stands still at a slice of the latter until it is killed: `node import-child.ts
 * DATA SLICE`. Tells what it has done, line by line; without such a slice it comes to its end. For tests only.
 */
import { writeSync } from 'node:fs';
import { openDataFolder } from '../../../../main/core/db/data-folder.ts';
import { buildEntryLog } from '../../../../main/core/entry-log/entry-log.ts';
import { openRoster } from '../../../../main/core/roster/roster-handlers.ts';
import { buildClock } from '../../../../main/platform/clock.ts';
import { buildFiles } from '../../../../main/platform/files.ts';
import { buildRandom } from '../../../../main/platform/random.ts';
import { buildSettings } from '../../../support/settings.ts';
import { first, manager, mapping, second, siteKey, writeFile } from './people.ts';

const [data = '', stopAt = ''] = process.argv.slice(2);
const { database } = openDataFolder(data, buildFiles());
const settings = buildSettings();
const real = buildClock();
let looks = 0;
let slices = Number.NaN;
const clock = {
  ...real,
  // Between two looks a slice is over: slices are as small as can be, and the same each time.
  monotonic: () => {
    looks += 1000;
    return looks;
  },
  soon: (run: () => void) => {
    slices += 1;
    if (slices === Number(stopAt)) {
      writeSync(1, 'still\n');
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
    }
    real.soon(run);
  },
};
const log = buildEntryLog({ database, settings, siteKey, clock, random: buildRandom() });
const onFault = (error: unknown) => {
  throw error;
};
const { handlers } = openRoster({ database, settings, siteKey, append: log.append, clock, onFault });
await handlers['roster.import'](manager, { text: writeFile(first), mapping });
slices = 0;
await handlers['roster.import'](manager, { text: writeFile(second), mapping });
writeSync(1, `${slices}\n`);
