/**
 * `pravesh restore`: puts a backup in the place of the log, after it has been checked and compared with what is known
 * of the log. It holds the lock of the data folder, so no kiosk runs there. Part of the core.
 */
import { join } from 'node:path';
import type { Settings } from '../config/settings.ts';
import { buildEntryLog } from '../entry-log/entry-log.ts';
import type { BackupFiles, Ports } from '../ports.ts';
import { openTerminalKey } from '../tree/terminal-key.ts';
import { buildTreeReader } from '../tree/tree.ts';
import { selectCheckpoint } from '../tree/tree-sql.ts';
import { type BackupProgress, removeDatabase } from './backup.ts';
import { checkIntegrity, checkRows, checkVersion, explainSqlite, isSignedBy } from './backup-check.ts';
import { type Comparison, compareAll, type KnownHead } from './backup-compare.ts';
import { copyDatabase, makeOneFile } from './backup-copy.ts';
import { BackupError } from './backup-error.ts';
import { openReplaced, readAgainst } from './backup-known.ts';
import { unmarkDamaged } from './damage-mark.ts';
import { databaseName, lockDataFolder } from './data-folder.ts';
import { openForReading, openForWriting, type WriteDatabase } from './database.ts';
import { migrate } from './migrate.ts';

export interface RestoreOptions extends BackupProgress {
  readonly settings: Settings;
  /** The data folder; made when it is not there. */
  readonly data: string;
  /** The backup. It is read and never changed. */
  readonly file: string;
  /** The text of a checkpoint that was carried away before. */
  readonly against?: string | undefined;
  /** Whether rows that the backup does not have may go. */
  readonly force: boolean;
  readonly ports: Ports;
  readonly backupFiles: BackupFiles;
  readonly signal?: AbortSignal | undefined;
}

/** What was restored. */
export interface RestoreReport {
  /** Rows of the backup; the act of restoring it is the row after them. */
  readonly rows: number;
  /** Whether the terminal has signed its newest checkpoint; `no-key` and `no-checkpoint` say why nobody looked. */
  readonly signature: 'good' | 'no-key' | 'no-checkpoint';
  /** What the log that was there makes of the backup; missing when there was none, or when it could not tell. */
  readonly log?: Comparison;
  /** What the checkpoint of `against` makes of it. */
  readonly against?: Comparison;
  /** Where the log that was there is kept, and whether it was whole. */
  readonly replaced?: { readonly path: string; readonly whole: boolean };
}

type Checked = Omit<RestoreReport, 'replaced'>;

/**
 * Restores a backup. Until everything has been found right, nothing in the data folder changes.
 * @throws DataFolderError when a kiosk runs there; BackupError, in words; errors of the file system
 */
export async function restore(options: RestoreOptions): Promise<RestoreReport> {
  const { data, file, ports, backupFiles } = options;
  const unlock = lockDataFolder(data, ports.files);
  const draft = join(data, `${databaseName}.restoring`);
  try {
    removeDatabase(backupFiles, draft);
    backupFiles.reserve(draft);
    await copyBackup(draft, options);
    const report = replaceLog(draft, options);
    unmarkDamaged(data, ports.files);
    return report;
  } catch (error) {
    throw explainSqlite(error, file);
  } finally {
    removeDatabase(backupFiles, draft);
    unlock();
  }
}

async function copyBackup(draft: string, { file, onPart, signal }: RestoreOptions): Promise<void> {
  const source = openForReading(file);
  try {
    checkVersion(source, file);
    await copyDatabase(source, draft, { ...(onPart === undefined ? {} : { onPart }), signal });
  } finally {
    source.close();
  }
}

function replaceLog(draft: string, options: RestoreOptions): RestoreReport {
  const { data, backupFiles } = options;
  const path = join(data, databaseName);
  const publicKey = findPublicKey(options);
  const log = backupFiles.exists(path) ? openReplaced(path, publicKey) : undefined;
  let checked: Checked;
  try {
    checked = prepareDraft(draft, options, { publicKey, head: log?.head });
  } finally {
    log?.close();
  }
  makeOneFile(draft);
  backupFiles.sync(draft);
  const replaced = log && { path: keepReplaced(path, options), whole: log.whole };
  backupFiles.publish(draft, path, { replace: true });
  return { ...checked, ...(replaced === undefined ? {} : { replaced }) };
}

/** Checks the copy of the backup, and writes the act into it: so log and act come into their place at once. */
function prepareDraft(
  draft: string,
  options: RestoreOptions,
  known: { readonly publicKey: Uint8Array | undefined; readonly head: KnownHead | undefined },
): Checked {
  const { file, against, force, onRows } = options;
  const { publicKey, head } = known;
  const copy = openForWriting(draft);
  try {
    checkIntegrity(copy, file);
    migrate(copy);
    const tree = checkRows(copy, file, onRows);
    const signature = checkNewest(copy, file, publicKey);
    const carried = against === undefined ? undefined : readAgainst(against, publicKey);
    const backup = { ...tree, rootAt: buildTreeReader(copy).rootAt };
    const comparisons = compareAll(backup, { log: head, against: carried }, force);
    appendAct(copy, options, 'restore');
    return { rows: tree.size, signature, ...comparisons };
  } finally {
    copy.close();
  }
}

/** The key of the terminal, when it is here: a restore makes none. */
export function findPublicKey({
  data,
  settings,
  ports,
}: Pick<RestoreOptions, 'data' | 'settings' | 'ports'>): Uint8Array | undefined {
  const isHere = ports.files.readText(join(data, 'keys', 'terminal.key')) !== undefined;
  return isHere ? openTerminalKey(settings.site, ports.secrets).verifier.publicKey : undefined;
}

function checkNewest(copy: WriteDatabase, file: string, publicKey: Uint8Array | undefined): RestoreReport['signature'] {
  const newest = selectCheckpoint(copy);
  if (newest === undefined || publicKey === undefined) {
    return newest === undefined ? 'no-checkpoint' : 'no-key';
  }
  if (!isSignedBy(publicKey, newest.note)) {
    const words = `The newest checkpoint of ${file} is not signed by the key of this terminal (keys/terminal.key).`;
    throw new BackupError('forked', `${words} It is the log of another terminal, or was rebuilt. Nothing was changed.`);
  }
  return 'good';
}

/** Writes what a person did with the whole log as the row after its last. */
export function appendAct(
  database: WriteDatabase,
  { settings, ports: { clock, random } }: Pick<RestoreOptions, 'settings' | 'ports'>,
  reason: string,
): void {
  // An act is of no person, so nothing is written under the key of the site, which may not be here.
  const siteKey = new Uint8Array(32);
  const log = buildEntryLog({ database, settings, siteKey, clock, random });
  log.append({ outcome: 'act', channel: 'operator', reason });
}

/** Gives the log that is there a dated name beside its own. What SQLite left beside it must not meet the new one. */
export function keepReplaced(
  path: string,
  { data, ports, backupFiles }: Pick<RestoreOptions, 'data' | 'ports' | 'backupFiles'>,
): string {
  const stamp = new Date(ports.clock.now()).toISOString().replace(/[-:]|\.\d+/g, '');
  let kept = join(data, `pravesh-replaced-${stamp}.db`);
  for (let again = 2; backupFiles.exists(kept); again += 1) {
    kept = join(data, `pravesh-replaced-${stamp}-${again}.db`);
  }
  for (const ending of ['-wal', '-shm'].filter((end) => backupFiles.exists(path + end))) {
    backupFiles.publish(path + ending, kept + ending, { replace: false });
  }
  backupFiles.keep(path, kept);
  return kept;
}
