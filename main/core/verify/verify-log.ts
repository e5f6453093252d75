/**
 * Verifies a log where it lives, with a handle that cannot write: every leaf is made again from its row, every node of the
 * tree from the leaves, and compared with what is stored; every head that was signed with the rows that it covers.
 */
import {
  buildReport,
  type Checkpoint,
  collectFindings,
  compareOlder,
  type Findings,
  type OlderHead,
  openOlder,
  type Report,
  readCheckpoint,
  readVerifierKey,
  type VerifierKey,
  type VerifyTools,
} from '../../contract/public.ts';
import { openForReading, type ReadDatabase } from '../db/database.ts';
import { newestVersion, versionOf } from '../db/migrate.ts';
import { verifierKeyOf } from '../tree/terminal-key.ts';
import { selectCheckpoint, selectSize } from '../tree/tree-sql.ts';
import { sayUnknown, sayWalk } from './say-walk.ts';
import { countStoredNodes } from './verify-sql.ts';
import { type WalkThreads, walkInThreads } from './walk-in-threads.ts';
import { type Stretch, type Walk, walkRows } from './walk-rows.ts';

export interface VerifyLogOptions {
  /** The database file. */
  readonly path: string;
  /** A C2SP verifier key from elsewhere, or the seed of the terminal's own key; without both no signature is checked. */
  readonly key?: string | undefined;
  readonly seed?: Uint8Array | undefined;
  readonly older: readonly OlderHead[];
  readonly tools: VerifyTools;
  /** Told every ten thousand rows. */
  readonly onProgress: (rows: number, total: number) => void;
}

/** The first version with a tree. Later steps changed nothing of what is verified here. */
const treeVersion = 40;

/** The tables are of another version of this program. */
export class LogVersionError extends Error {
  constructor(found: number) {
    const todo = found < treeVersion ? 'start the kiosk of this version once' : 'use the newer program';
    super(`its tables are of version ${found} and this program's are of version ${newestVersion}: ${todo}`);
    this.name = 'LogVersionError';
  }
}

/** Whether an error says that the tables are of another version. */
export function isLogVersionError(error: unknown): error is LogVersionError {
  return error instanceof LogVersionError;
}

/**
 * Verifies the log as it is at this moment; a kiosk may be writing to it.
 * @throws LogVersionError, or the library's SqliteError when the file cannot be read
 */
export function verifyLog(options: VerifyLogOptions): Report {
  const database = openMoment(options.path);
  try {
    const asked = readAsked(database, options);
    return judge(database, options, asked, walkAlone(database, options, asked));
  } finally {
    database.close();
  }
}

/**
 * The same in several threads, where the log is long enough for that.
 * @throws as `verifyLog`
 */
export async function verifyLogInThreads(options: VerifyLogOptions, threads: WalkThreads): Promise<Report> {
  const database = openMoment(options.path);
  try {
    const asked = readAsked(database, options);
    const walk = await walkInThreads(database, { ...options, whole: asked.whole }, threads);
    // What threads find wrong is found again by one, in order; so is what keeps them from their work.
    return judge(database, options, asked, walk ?? walkAlone(database, options, asked));
  } finally {
    database.close();
  }
}

/** Opens the file, and a read transaction that ends with it. */
function openMoment(path: string): ReadDatabase {
  const database = openForReading(path);
  try {
    const version = versionOf(database);
    if (version < treeVersion || version > newestVersion) {
      throw new LogVersionError(version);
    }
    database.exec('BEGIN');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** What is asked of a log. */
interface Asked {
  readonly key: VerifierKey | undefined;
  /** The size of the newest stored head; 0 when there is none. */
  readonly newest: number;
  readonly older: readonly { readonly head: Checkpoint; readonly by: OlderHead['by'] }[];
  readonly whole: Stretch;
  readonly findings: Findings;
}

function readAsked(database: ReadDatabase, options: VerifyLogOptions): Asked {
  const findings = collectFindings();
  const newest = selectCheckpoint(database);
  const key = readKey(options, newest?.note);
  const older = options.older.flatMap((one) => {
    const opened = key && openOlder(options.tools, key, one, findings);
    return opened === undefined ? [] : [{ head: opened, by: one.by }];
  });
  const whole: Stretch = {
    first: 1,
    last: selectSize(database),
    left: [],
    heads: { first: Number.MIN_SAFE_INTEGER, last: Number.MAX_SAFE_INTEGER },
    key,
    wanted: older.map(({ head }) => head.size),
  };
  return { key, newest: newest?.size ?? 0, older, whole, findings };
}

/** The key that was given, or that of the seed, which takes its name from the newest head. */
function readKey({ key, seed, tools }: VerifyLogOptions, newest = ''): VerifierKey | undefined {
  if (key !== undefined) {
    return readVerifierKey(tools.sha256, key);
  }
  const origin = readCheckpoint(newest)?.origin;
  return seed === undefined || origin === undefined ? undefined : verifierKeyOf(origin, seed);
}

function walkAlone(database: ReadDatabase, { tools, onProgress }: VerifyLogOptions, { whole }: Asked): Walk {
  let done = 0;
  return walkRows(database, tools, whole, (rows) => {
    done += rows;
    onProgress(done, whole.last);
  });
}

function judge(database: ReadDatabase, options: VerifyLogOptions, asked: Asked, walk: Walk): Report {
  const { key, newest, findings } = asked;
  const told = { key, newest, stored: countStoredNodes(database) };
  sayWalk(walk, told, findings);
  if (key !== undefined && walk.gone === undefined) {
    for (const { head: older, by } of asked.older) {
      const head = { origin: older.origin, size: walk.last, root: walk.root };
      const newer = { key, head, proofs: undefined, proofsHold: false, rootsAt: walk.rootsAt, rowsHold: true };
      compareOlder(options.tools, newer, older, by, findings);
    }
  }
  sayUnknown(told, options.key !== undefined, walk.last, findings);
  return buildReport(findings.all);
}
