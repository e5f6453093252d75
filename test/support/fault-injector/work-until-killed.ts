/**
 * Works on a log until somebody ends the process, and says after each step what is done. A child process of the tests:
 * `node work-until-killed.ts KIND DATA`; lines of JSON on stdout, each written before the next step begins.
 */
import { writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { backUp } from '../../../main/core/db/backup.ts';
import { restore } from '../../../main/core/db/backup-restore.ts';
import { openDataFolder } from '../../../main/core/db/data-folder.ts';
import { buildBackupFiles } from '../../../main/platform/backup-files.ts';
import { buildFiles } from '../../../main/platform/files.ts';
import { buildPorts } from '../../../main/platform/ports.ts';
import { openLog } from '../open-log.ts';
import { buildSettings } from '../settings.ts';
import { eraseAll } from './erase-all.ts';

const [kind = '', data = ''] = process.argv.slice(2);

/** What a process that works tells: that it begins, a row, or a head. */
function say(told: unknown): void {
  writeSync(1, `${JSON.stringify(told)}\n`);
}

const works: Readonly<Record<string, () => void | Promise<void>>> = {
  append() {
    const log = openLog(data);
    log.database.pragma('wal_autocheckpoint = 12');
    for (;;) {
      say(log.append());
    }
  },
  checkpoint() {
    const log = openLog(data);
    for (;;) {
      say(log.append());
      say(log.checkpoints.sign());
    }
  },
  migrate() {
    say('begin');
    openDataFolder(data, buildFiles()).close();
    say('end');
  },
  erase() {
    const log = openLog(data);
    for (;;) {
      for (let row = 0; row < 20; row += 1) {
        say(log.append());
      }
      eraseAll(log.database);
    }
  },
  async backup() {
    say('begin');
    for (;;) {
      await backUp({ data, file: join(data, 'backup.db'), files: buildBackupFiles(), replace: true });
      say('made');
    }
  },
  async restore() {
    const { ports, close } = buildPorts({ data });
    const file = join(data, '..', 'backup.db');
    const options = { settings: buildSettings(), data, file, force: true, ports, backupFiles: buildBackupFiles() };
    say('begin');
    await restore(options);
    say('end');
    await close();
  },
};

// A process that is killed writes no cache at its end; with it the next one starts in half the time.
flushCompileCache();
await works[kind]?.();
