/**
 * What the actions of `pravesh entries` share: their options, the log they work on, and words for what cannot be done.
 * Runs in Node, for the CLI.
 */
import { parseFullName, parseMobileNumber } from '../../contract/public.ts';
import { type AskedSubject, type DeskPlace, isDataFolderError, openLogReader } from '../../core/kiosk.ts';
import { buildPorts } from '../../platform/ports.ts';
import { CommandError, type CommandIo, UsageError } from '../command.ts';
import { findDataFolder, hasEntryLog } from '../data-folder.ts';
import { loadSettings } from '../settings.ts';

/** The options of all actions; each takes some of them. */
export interface EntriesOptions {
  readonly data?: string | undefined;
  readonly config?: string | undefined;
  readonly json?: boolean | undefined;
  readonly limit?: string | undefined;
  readonly mobile?: string | undefined;
  readonly name?: string | undefined;
  readonly seq?: string | undefined;
  readonly reason?: string | undefined;
  readonly override?: boolean | undefined;
}

/** One word after `pravesh entries`. */
export interface EntriesAction {
  /** The options that it takes, beside `--data` and `--config`. */
  readonly takes: readonly (keyof EntriesOptions)[];
  /** Answers the exit code. */
  run(options: EntriesOptions, io: CommandIo): number | Promise<number>;
}

/** The data folder, where there is a log in it. */
export function findLog(options: EntriesOptions): string {
  const data = findDataFolder(options);
  if (!hasEntryLog(data)) {
    throw new CommandError(`there is no entry log in ${data}; start the kiosk once, or name its folder with --data`);
  }
  return data;
}

/** Runs what reads or writes the log of a folder; what SQLite or the folder refuses becomes words. */
export function inWords<T>(data: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw toWords(data, error);
  }
}

/** As `inWords`, for what takes its time. */
export async function inWordsLater<T>(data: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw toWords(data, error);
  }
}

function toWords(data: string, error: unknown): unknown {
  if (isDataFolderError(error)) {
    return new CommandError(error.message);
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  return code?.startsWith('SQLITE_')
    ? new CommandError(`the entry log in ${data} cannot be read (${code}); \`pravesh doctor\` tells more`)
    : error;
}

/** Reads `--mobile` and `--name`. No message repeats them. */
export function readSubject({ mobile, name }: EntriesOptions): AskedSubject {
  if (mobile === undefined) {
    throw new UsageError('--mobile is missing: the number of the person who asks');
  }
  const mobileNumber = parseMobileNumber(mobile);
  if (mobileNumber === undefined) {
    throw new UsageError('--mobile takes a mobile number of ten digits, with or without +91');
  }
  const fullName = name === undefined ? undefined : parseFullName(name);
  if (name !== undefined && fullName === undefined) {
    throw new UsageError('--name takes a name, of at most 100 letters');
  }
  return fullName === undefined ? { mobileNumber } : { mobileNumber, fullName };
}

/** An address that is never asked: of the settings only site, policy and privacy matter here. */
const noUpstream = 'http://127.0.0.1:9';

/** Works at the desk of a log, under the configuration that the log was written with. */
export async function atDesk<T>(options: EntriesOptions, work: (place: DeskPlace) => T): Promise<T> {
  const loaded = loadSettings(options);
  const { data } = loaded;
  findLog({ ...options, data });
  const settings = loaded.demo ? loaded.buildSettings(noUpstream) : loaded.settings;
  inWords(data, () => checkTerminal(data, settings.site));
  const { ports, close } = buildPorts({ data });
  try {
    return inWords(data, () => work({ settings, data, ports }));
  } finally {
    await close();
  }
}

/** The rules of another terminal would name wrong dates, and its name would stand in the rows. */
export function checkTerminal(data: string, site: { readonly id: string; readonly terminal: string }): void {
  const reader = openLogReader({ data });
  try {
    const [newest] = reader.list({ limit: 1 });
    if (newest !== undefined && (newest.site !== site.id || newest.terminal !== site.terminal)) {
      throw new CommandError(
        `the log in ${data} is of terminal ${newest.terminal} at site ${newest.site}, the configuration of ` +
          `${site.terminal} at ${site.id}; name the right one with --config`,
      );
    }
  } finally {
    reader.close();
  }
}
