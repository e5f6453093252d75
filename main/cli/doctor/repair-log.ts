/**
 * `pravesh doctor --repair`: puts a whole log in the place of a damaged one, and says what became of the rows.
 * Runs in Node, for the CLI, while no kiosk writes the data folder.
 */
import { type LoadedSettings, type RepairReport, repair } from '../../core/kiosk.ts';
import { buildBackupFiles } from '../../platform/backup-files.ts';
import { buildPorts } from '../../platform/ports.ts';
import { explainBackupError } from '../backup-errors.ts';
import type { CommandIo } from '../command.ts';
import { sayRows } from '../progress.ts';

/** An address that is never asked: only the site of the settings stands in the row. */
const noUpstream = 'http://127.0.0.1:9';

/**
 * Repairs, and prints what was done.
 * @returns the exit code
 * @throws CommandError when a kiosk is running there, or it could not be done
 */
export async function repairLog(loaded: LoadedSettings, json: boolean, io: CommandIo): Promise<number> {
  const { data } = loaded;
  const settings = loaded.demo ? loaded.buildSettings(noUpstream) : loaded.settings;
  const { ports, close } = buildPorts({ data });
  try {
    const report = await repair({ settings, data, ports, backupFiles: buildBackupFiles(), onRows: sayRows(io) });
    if (json) {
      io.out(JSON.stringify(report));
    } else {
      printReport(report, io);
    }
    return 0;
  } catch (error) {
    return explainBackupError(error, 'doctor', io);
  } finally {
    await close();
  }
}

function printReport(report: RepairReport, io: CommandIo): void {
  if (report.kind === 'whole') {
    io.out(`The log is whole: ${report.rows} rows, which fit their tree. Nothing was changed.`);
    return;
  }
  const { backup, salvaged, replaced } = report;
  io.out(
    backup === undefined
      ? 'There was no good backup.'
      : `The newest good backup holds ${backup.rows} rows: ${backup.path}`,
  );
  io.out(`${salvaged.rows} rows after that were read from the damaged log; each is what its leaf was made of.`);
  io.out(`The damaged log is kept as ${replaced}. It holds persons: remove it when it is not needed any longer.`);
  io.out('Compare the log with the newest checkpoint that you keep elsewhere: pravesh verify --help');
  if (!salvaged.tables.includes('operators')) {
    io.out('Operators and their PINs are those of the backup.');
  }
}
