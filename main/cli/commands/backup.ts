/**
 * `pravesh backup`: a checked copy of the entry log in one file, while the kiosk runs or not.
 * Runs in Node, for the CLI.
 */
import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type BackupReport, backUp } from '../../core/kiosk.ts';
import { buildBackupFiles } from '../../platform/backup-files.ts';
import { explainBackupError } from '../backup-errors.ts';
import { buildCommand, CommandError, type CommandIo, folderOptions, folderUsage } from '../command.ts';
import { findDataFolder, hasEntryLog } from '../data-folder.ts';
import { countTenths, sayRows } from '../progress.ts';

const usage = `pravesh backup FILE [--force] [--json] [--data DIR] [--config FILE]
Copies the entry log into one file, also while the kiosk runs. The copy is checked before it gets its name: the file,
the rows, and the tree over them. It is readable by its owner only.

The keys of the terminal (the folder keys/ of the data folder) are not in it. Copy that folder once, while the kiosk
is stopped, to another place than the backups: whoever has both can write another history and sign it.
The backup holds the persons that the log holds now. Erasing does not reach it: keep it no longer than the log
keeps persons.

Options
  --force          replace what is at FILE; it stays until the new backup is complete
  --json           one JSON value on stdout: {"file", "rows", "checkpoint", "treeChecked"}
${folderUsage}

Exit codes: 0 made, 1 the log or its copy is not whole, 2 could not be done.`;

/** The command. */
export const backupCommand = buildCommand({
  name: 'backup',
  summary: 'Copy the entry log into one checked file',
  usage,
  options: {
    ...folderOptions,
    force: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
  positionals: ['FILE'],
  async run({ values, positionals: [name = ''] }, io) {
    const data = findDataFolder(values);
    const file = resolve(name);
    if (!hasEntryLog(data)) {
      throw new CommandError(`there is no entry log in ${data}; start the kiosk once, or name its folder with --data`);
    }
    if (!existsSync(dirname(file))) {
      throw new CommandError(`there is no folder ${dirname(file)}`);
    }
    // SQLite makes files beside the copy while it works on it: for their owner alone as well.
    process.umask(0o077);
    try {
      const files = buildBackupFiles();
      const onPart = countTenths((percent) => io.err(`copied ${percent} %`));
      const onRows = sayRows(io);
      const report = await backUp({ data, file, files, replace: values.force, onPart, onRows, signal: io.signal });
      printReport({ file, ...report }, values.json, io);
      return 0;
    } catch (error) {
      return explainBackupError(error, 'backup', io);
    }
  },
});

function printReport(report: BackupReport & { readonly file: string }, json: boolean, io: CommandIo): void {
  if (json) {
    io.out(JSON.stringify(report));
    return;
  }
  const { file, rows, checkpoint, treeChecked } = report;
  const tree = treeChecked ? 'and fit their tree' : 'and have no tree yet: they are of an older Pravesh';
  io.out(`${file}: ${rows} rows, which are whole ${tree}.`);
  if (treeChecked) {
    io.out(checkpoint === 0 ? 'No checkpoint is signed yet.' : `The newest checkpoint is of ${checkpoint} rows.`);
  }
  io.out('The keys are not in it: keep a copy of the folder keys/ in another place.');
}
