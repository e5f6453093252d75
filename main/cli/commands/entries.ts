/**
 * `pravesh entries`: reads the entry log, beside a running kiosk too.
 * Runs in Node, for the CLI. It shows what the log keeps, with a handle that cannot write.
 */
import { type EntryRow, openLogReader } from '../../core/kiosk.ts';
import {
  buildCommand,
  CommandError,
  type CommandIo,
  folderOptions,
  folderUsage,
  readWholeNumber,
  UsageError,
} from '../command.ts';
import { findDataFolder, hasEntryLog } from '../data-folder.ts';
import { formatTable } from '../table.ts';

const usage = `pravesh entries list [--limit N] [--json] [--data DIR] [--config FILE]
Lists the newest entries of the log, oldest first. Persons are shown as the log keeps them: masked, unless
the configuration says otherwise.

Options
  --limit N        how many (default 50)
  --json           one JSON array on stdout: every column of the table "entries", under its own name
${folderUsage}

Exit codes: 0 listed, 2 there is no log or it cannot be read.`;

/** More rows than this belong into an export. */
const mostRows = 100_000;

export const entriesCommand = buildCommand({
  name: 'entries',
  summary: 'List the newest entries of the log',
  usage,
  options: { ...folderOptions, limit: { type: 'string', default: '50' }, json: { type: 'boolean', default: false } },
  positionals: ['list'],
  async run({ values, positionals: [action] }, io) {
    if (action !== 'list') {
      throw new UsageError('takes `list`');
    }
    const limit = readWholeNumber(values.limit, '--limit', { min: 1, max: mostRows });
    const rows = readEntries(findDataFolder(values), limit);
    printEntries(rows, values.json, io);
    return 0;
  },
});

function readEntries(data: string, limit: number): EntryRow[] {
  if (!hasEntryLog(data)) {
    throw new CommandError(`there is no entry log in ${data}; start the kiosk once, or name its folder with --data`);
  }
  try {
    const reader = openLogReader({ data });
    try {
      return reader.list({ limit });
    } finally {
      reader.close();
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
    if (code?.startsWith('SQLITE_')) {
      throw new CommandError(`the entry log in ${data} cannot be read (${code}); \`pravesh doctor\` tells more`);
    }
    throw error;
  }
}

function printEntries(rows: readonly EntryRow[], json: boolean, io: CommandIo): void {
  if (json) {
    io.out(JSON.stringify(rows));
    return;
  }
  const headings = [
    'SEQ',
    'AT (UTC)',
    'TERMINAL',
    'CHANNEL',
    'PURPOSE',
    'OUTCOME',
    'STATUS',
    'REASON',
    'NAME',
    'MOBILE',
  ];
  for (const line of formatTable(headings, rows.map(toCells))) {
    io.out(line);
  }
}

function toCells(row: EntryRow): string[] {
  const { seq, at, terminal, channel, purpose, outcome, status, reason, subject_name, subject_mobile } = row;
  const cells = [seq, at, terminal, channel, purpose, outcome, status, reason, subject_name, subject_mobile];
  return cells.map((cell) => (cell === null ? '-' : String(cell)));
}
