/**
 * Appends rows and notes each in a file of its own when it is told: so the record of the injector has writes, fsyncs and
 * what was told in one order. A child process of the tests: `node record-appends.ts DATA TOLD ROWS`.
 */
import { openSync, writeSync } from 'node:fs';
import { openLog } from '../open-log.ts';

const [data = '', told = '', rows = ''] = process.argv.slice(2);

const notes = openSync(told, 'w');
const log = openLog(data);
// Pages go from the WAL to the database every few rows: the WAL begins again while this is recorded.
log.database.pragma('wal_autocheckpoint = 12');
for (let row = 1; row <= Number(rows); row += 1) {
  writeSync(notes, `${JSON.stringify(log.append())}\n`);
  if (row % 10 === 0) {
    log.checkpoints.sign();
  }
}
log.close();
