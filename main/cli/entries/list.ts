/**
 * `pravesh entries list`: the newest rows, beside a running kiosk too, with a handle that cannot write.
 * Runs in Node, for the CLI. Masked names are personal data as well: the look is noted before anything is shown.
 */
import { type EntryRow, noteLook, openLogReader } from '../../core/kiosk.ts';
import { buildClock } from '../../platform/clock.ts';
import { buildFiles } from '../../platform/files.ts';
import { type CommandIo, readWholeNumber } from '../command.ts';
import { type EntriesAction, findLog, inWords } from './action.ts';
import { printEntries } from './print-entries.ts';

/** More rows than this belong into an export. */
const mostRows = 100_000;

export const listEntries: EntriesAction = {
  takes: ['limit', 'json'],
  run(options, io) {
    const limit = readWholeNumber(options.limit ?? '50', '--limit', { min: 1, max: mostRows });
    const data = findLog(options);
    const rows = inWords(data, () => readEntries(data, limit));
    print(rows, options.json === true, io);
    return 0;
  },
};

function readEntries(data: string, limit: number): EntryRow[] {
  const reader = openLogReader({ data });
  try {
    const rows = reader.list({ limit });
    if (rows.some(({ subject_ref }) => subject_ref !== null)) {
      noteLook(data, 'list', new Date(buildClock().now()).toISOString(), buildFiles());
    }
    return rows;
  } finally {
    reader.close();
  }
}

function print(rows: readonly EntryRow[], json: boolean, io: CommandIo): void {
  if (json) {
    io.out(JSON.stringify(rows));
  } else {
    printEntries(
      rows.map((row) => ({ row })),
      io,
    );
  }
}
