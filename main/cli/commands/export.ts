/**
 * `pravesh export`: carries the log away, with what proves it.
 * Runs in Node, for the CLI. An export leaves a row and has the head signed: a kiosk that runs there does it.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Answer, type ExportChoice, type ExportResult, exportFiles } from '../../contract/public.ts';
import { ExportError, exportLog, isDataFolderError } from '../../core/kiosk.ts';
import { buildClock } from '../../platform/clock.ts';
import { buildFiles } from '../../platform/files.ts';
import { buildRandom } from '../../platform/random.ts';
import { buildSecrets } from '../../platform/secrets.ts';
import { buildCommand, CommandError, type CommandIo, folderOptions, folderUsage, UsageError } from '../command.ts';
import { hasEntryLog } from '../data-folder.ts';
import { exportThroughKiosk } from '../export/through-kiosk.ts';
import { findExportHost } from '../export-host.ts';
import { findPlaces } from '../run/places.ts';
import { loadSettings } from '../settings.ts';

const usage = `pravesh export --out DIR [--from T] [--to T] [--since CHECKPOINT] [--format csv,jsonl]
               [--encrypt-to age1... | --recipients FILE] [--reveal] [--json] [--data DIR] [--config FILE]

Writes a folder into DIR that proves itself: the entries, a table of them, the signed head of the log, the proofs,
and a page that checks all of it in a browser without a network. Prints its path. The export is an act, and leaves a
row. Visits go on: a kiosk that runs on the data folder makes the export itself.

Options
  --out DIR        an existing folder, such as a mounted stick
  --from T         from this day or moment on: 2026-01-31, 2026-01-31T09:30, or with Z in UTC; otherwise in the
                   time zone of the site
  --to T           up to it; a day is exported as well, a moment is not
  --since FILE     only what came after this checkpoint.txt, or after the export in this folder
  --format LIST    csv,jsonl (default) or jsonl; the evidence is always written, csv adds a table for spreadsheets
  --encrypt-to R   one age recipient; may be given again. The export is then one file, NAME.tar.age:
                   \`age -d -i KEY NAME.tar.age | tar x\` opens it
  --recipients F   a file of age recipients, one a line, as \`age -R\` takes it
  --reveal         with what the log keeps of persons
  --json           one JSON value on stdout: {"path", "first", "last", "size", "bytes"}
${folderUsage}

Exit codes: 0 exported, 2 it could not be done.`;

/** The site's upstream is not asked for anything. */
const noUpstream = 'http://127.0.0.1:9';

export const exportCommand = buildCommand({
  name: 'export',
  summary: 'Carry the log away, with what proves it',
  usage,
  options: {
    ...folderOptions,
    out: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    since: { type: 'string' },
    format: { type: 'string', default: 'csv,jsonl' },
    'encrypt-to': { type: 'string', multiple: true, default: [] },
    recipients: { type: 'string' },
    reveal: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
  async run({ values }, io) {
    const { out, from, to, since, format, recipients, reveal } = values;
    if (out === undefined) {
      throw new UsageError('--out DIR is missing: where the export goes');
    }
    const encryptTo = [...values['encrypt-to'], ...(recipients === undefined ? [] : readRecipients(recipients))];
    const choice: ExportChoice = {
      table: readFormats(format),
      reveal,
      encryptTo,
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
      ...(since === undefined ? {} : { since: readCheckpointFile(since) }),
    };
    const result = await exportTo(resolve(out), choice, values, io);
    io.out(values.json ? JSON.stringify(result) : result.path);
    return 0;
  },
});

async function exportTo(
  folder: string,
  choice: ExportChoice,
  wanted: { readonly data?: string | undefined; readonly config?: string | undefined },
  io: CommandIo,
): Promise<ExportResult> {
  requireFolder(folder);
  const loaded = loadSettings(wanted);
  const { data } = loaded;
  if (!hasEntryLog(data)) {
    throw new CommandError(`there is no entry log in ${data}; start the kiosk once, or name its folder with --data`);
  }
  const onProgress = tellProgress(io);
  const { signal } = io;
  const byKiosk = await exportThroughKiosk({ data, folder, choice, onProgress, signal });
  if (byKiosk !== undefined) {
    return readAnswer(byKiosk);
  }
  const settings = loaded.demo ? loaded.buildSettings(noUpstream) : loaded.settings;
  const ports = buildExportPorts(data);
  const host = findExportHost(findPlaces().rendererFolder);
  try {
    return readAnswer(await exportLog({ settings, data, ports, host, folder, choice, onProgress, signal }));
  } catch (error) {
    throw inWords(error);
  }
}

/** The ports that an export asks for. Those of the network would cost a quarter of its memory. */
function buildExportPorts(data: string) {
  // As with all ports: what this process makes is for its owner alone.
  process.umask(0o077);
  const [clock, random, files] = [buildClock(), buildRandom(), buildFiles()];
  return { clock, random, files, secrets: buildSecrets(join(data, 'keys'), random, files) };
}

/** Each tenth is said once. */
function tellProgress(io: CommandIo): (done: number, total: number) => void {
  let said = 0;
  return (done, total) => {
    const tenth = Math.floor((10 * done) / total);
    if (tenth > said) {
      said = tenth;
      io.err(`${tenth * 10} %`);
    }
  };
}

/** What is wrong with a field of the choice, in the words of its option. */
const optionWords: Readonly<Record<string, string>> = {
  from: '--from takes a day or a moment: 2026-01-31 or 2026-01-31T09:30',
  to: '--to takes a day or a moment: 2026-01-31 or 2026-01-31T09:30',
  since: '--since takes a checkpoint that this terminal signed over rows that are still in its log',
  encryptTo: '--encrypt-to and --recipients take age recipients, as age-keygen prints them',
};

function readAnswer(answered: Answer<ExportResult>): ExportResult {
  if (answered.ok) {
    return answered.value;
  }
  const field = answered.error.fields?.[0]?.path.split('.')[0] ?? '';
  const words = optionWords[field];
  throw words === undefined ? new CommandError(answered.error.message) : new UsageError(words);
}

function inWords(error: unknown): unknown {
  if (isDataFolderError(error) && error.code === 'locked') {
    return new CommandError(`${error.message} An export can also be made from the operator page of that kiosk.`);
  }
  return isDataFolderError(error) || error instanceof ExportError ? new CommandError(error.message) : error;
}

function requireFolder(folder: string): void {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new CommandError(`${folder} is not there or is no folder; plug the medium in, or make the folder first`);
  }
}

/** Whether the table is wanted; the evidence goes with every export. */
function readFormats(list: string): boolean {
  const formats = list.split(',').map((format) => format.trim());
  if (!formats.every((format) => format === 'csv' || format === 'jsonl')) {
    throw new UsageError('--format takes csv,jsonl or jsonl');
  }
  return formats.includes('csv');
}

/** The lines of a recipients file; comments and empty lines are passed over, as age does. */
function readRecipients(file: string): string[] {
  const lines = readText(file, '--recipients').split(/\r?\n/);
  const recipients = lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
  if (recipients.length === 0) {
    throw new CommandError(`there is no recipient in ${file}`);
  }
  return recipients;
}

/** The signed note of a file, or of the export in a folder. */
function readCheckpointFile(path: string): string {
  const inside = join(path, exportFiles.checkpoint);
  return readText(existsSync(inside) ? inside : path, '--since');
}

function readText(path: string, option: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new CommandError(`the file of ${option}, ${path}, cannot be read (${code})`);
  }
}
