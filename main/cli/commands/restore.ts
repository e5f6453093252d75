/**
 * `pravesh restore`: puts a backup in the place of the entry log, and says what is known of it.
 * Runs in Node, for the CLI, while no kiosk runs on the data folder.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type LoadedSettings, type RestoreReport, restore } from '../../core/kiosk.ts';
import { buildBackupFiles } from '../../platform/backup-files.ts';
import { buildPorts } from '../../platform/ports.ts';
import { explainBackupError } from '../backup-errors.ts';
import { buildCommand, CommandError, type CommandIo, folderOptions, folderUsage } from '../command.ts';
import { countTenths, sayRows } from '../progress.ts';
import { describeRestore } from '../restore-words.ts';
import { loadSettings } from '../settings.ts';

const usage = `pravesh restore FILE [--against CHECKPOINT] [--force] [--json] [--data DIR] [--config FILE]
Puts a backup in the place of the entry log. No kiosk may run on the data folder. Before anything is changed, the
backup is checked (the file, its rows, the tree over them, who signed its newest checkpoint) and compared with the log
that is there and with a checkpoint that was carried away:

  the same, or longer   it takes the place of the log
  older                 rows would be gone; only with --force
  another history       one of the two was rewritten; refused

The log that was there is kept beside, under a name with the date. It holds persons: delete it when it is no longer
needed. Persons that were erased after the backup was made are in it again: erase them again. The restore itself is a
row of the log.

Options
  --against CHECKPOINT
                   a signed checkpoint, or the folder of an export that holds one
  --force          rows that the backup does not have may go
  --json           one JSON value on stdout: {"rows", "signature", "log", "against", "replaced"}
${folderUsage}

Exit codes: 0 restored, 1 refused for what the backup is, 2 could not be done.`;

/** An address that is never asked: only the site of the settings stands in the row. */
const noUpstream = 'http://127.0.0.1:9';

/** The command. */
export const restoreCommand = buildCommand({
  name: 'restore',
  summary: 'Put a backup in the place of the entry log',
  usage,
  options: {
    ...folderOptions,
    against: { type: 'string' },
    force: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
  positionals: ['FILE'],
  async run({ values, positionals: [name = ''] }, io) {
    const { against, force, json, ...folders } = values;
    const loaded = loadSettings(folders);
    const file = resolve(name);
    if (!existsSync(file)) {
      throw new CommandError(`there is no file ${file}`);
    }
    const note = against === undefined ? undefined : readNote(resolve(against));
    try {
      const report = await restoreInto(loaded, { file, against: note, force }, io);
      printReport(report, json, io);
      return 0;
    } catch (error) {
      return explainBackupError(error, 'restore', io);
    }
  },
});

async function restoreInto(
  loaded: LoadedSettings,
  wanted: { readonly file: string; readonly against: string | undefined; readonly force: boolean },
  io: CommandIo,
): Promise<RestoreReport> {
  const { data } = loaded;
  const settings = loaded.demo ? loaded.buildSettings(noUpstream) : loaded.settings;
  const { ports, close } = buildPorts({ data });
  try {
    const onPart = countTenths((percent) => io.err(`read ${percent} %`));
    const backupFiles = buildBackupFiles();
    return await restore({
      ...wanted,
      settings,
      data,
      ports,
      backupFiles,
      onPart,
      onRows: sayRows(io),
      signal: io.signal,
    });
  } finally {
    await close();
  }
}

function readNote(path: string): string {
  if (!existsSync(path)) {
    throw new CommandError(`there is no file ${path}`);
  }
  const file = statSync(path).isDirectory() ? join(path, 'checkpoint.txt') : path;
  if (!existsSync(file)) {
    throw new CommandError(`${path} is no folder of an export: it holds no checkpoint.txt`);
  }
  return readFileSync(file, 'utf8');
}

function printReport(report: RestoreReport, json: boolean, io: CommandIo): void {
  if (json) {
    io.out(JSON.stringify(report));
    return;
  }
  for (const line of describeRestore(report)) {
    io.out(line);
  }
}
