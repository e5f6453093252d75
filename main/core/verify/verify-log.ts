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
  sameBytes,
  startTree,
  type VerifyTools,
  writeVerifierKey,
} from '../../contract/public.ts';
import { openForReading, type ReadDatabase } from '../db/database.ts';
import { newestVersion, versionOf } from '../db/migrate.ts';
import { canonicalEvidence } from '../entry-log/leaf.ts';
import { commitSubject } from '../entry-log/subject.ts';
import { selectSize } from '../tree/tree-sql.ts';
import { checkHeads, type HeadsSeen, readHeads } from './verify-heads.ts';
import { countStoredNodes, type ProvenRow, selectProvenRows, selectStoredNode } from './verify-sql.ts';

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
  const database = openForReading(options.path);
  try {
    const version = versionOf(database);
    if (version < treeVersion || version > newestVersion) {
      throw new LogVersionError(version);
    }
    return database.transaction(() => verifyMoment(database, options))();
  } finally {
    database.close();
  }
}

function verifyMoment(database: ReadDatabase, options: VerifyLogOptions): Report {
  const { tools } = options;
  const findings = collectFindings();
  const heads = readHeads(database, tools, options);
  const older = options.older.flatMap((one) => {
    const opened = heads.key && openOlder(tools, heads.key, one, findings);
    return opened === undefined ? [] : [{ head: opened, by: one.by }];
  });
  const wanted = new Set([...heads.notes.map(({ size }) => size), ...older.map(({ head }) => head.size)]);
  const walk = walkRows(database, options, wanted, findings);
  checkHeads(tools, heads, walk, findings);
  if (heads.key !== undefined && walk.whole) {
    const newer = { key: heads.key, head: walk.head, proofs: undefined, proofsHold: false, rootsAt: walk.rootsAt };
    for (const { head, by } of older) {
      compareOlder(
        tools,
        { ...newer, head: { ...walk.head, origin: head.origin }, rowsHold: true },
        head,
        by,
        findings,
      );
    }
  }
  sayUnknown(heads, options, walk.head.size, findings);
  return buildReport(findings.all);
}

/** What going through the rows gave. */
export interface Walk {
  /** The head over all rows; its origin is not known to the rows. */
  readonly head: Checkpoint;
  readonly rootsAt: ReadonlyMap<number, Uint8Array>;
  /** Whether there was no gap. */
  readonly whole: boolean;
}

function walkRows(
  database: ReadDatabase,
  { tools, onProgress }: VerifyLogOptions,
  wanted: ReadonlySet<number>,
  findings: Findings,
): Walk {
  const total = selectSize(database);
  const rootsAt = new Map<number, Uint8Array>();
  const nodes = compareNodes(database);
  const tree = startTree(tools, nodes.compare);
  const subjects = compareSubjects();
  let changed: number | undefined;
  for (const row of selectProvenRows(database)) {
    const expected = tree.size() + 1;
    if (row.seq !== expected) {
      findings.fails({ code: 'row-gone', row: expected });
      return { head: { origin: '', size: tree.size(), root: tree.root() }, rootsAt, whole: false };
    }
    const prefixed = Buffer.from(`\0${evidenceOf(row)}`);
    tree.appendRow(prefixed);
    if (changed === undefined && (row.leaf === null || !sameBytes(tools.sha256(prefixed), row.leaf))) {
      changed = row.seq;
    }
    subjects.compare(row);
    if (wanted.has(row.seq)) {
      rootsAt.set(row.seq, tree.root());
    }
    if (row.seq % 10_000 === 0) {
      onProgress(row.seq, total);
    }
  }
  if (changed === undefined) {
    findings.holds({ code: 'log-holds', count: tree.size() });
  } else {
    findings.fails({ code: 'leaf-differs', row: changed });
  }
  nodes.say(findings, changed !== undefined);
  subjects.say(findings);
  return { head: { origin: '', size: tree.size(), root: tree.root() }, rootsAt, whole: true };
}

function evidenceOf({ leaf: _leaf, name: _name, mobile: _mobile, salt: _salt, ...evidence }: ProvenRow): string {
  return canonicalEvidence(evidence);
}

/** Compares the nodes that the rows lead to with those that are stored. */
function compareNodes(database: ReadDatabase) {
  let count = 0;
  let first: { readonly row: number; readonly level: number; readonly position: number } | undefined;
  return {
    compare(level: number, position: number, hash: Uint8Array) {
      count += 1;
      const stored = selectStoredNode(database, level, position);
      if (first === undefined && (stored === undefined || !sameBytes(stored, hash))) {
        first = { row: position * 2 ** level + 1, level, position };
      }
    },
    /** A row that was changed explains each node above it. */
    say(findings: Findings, explained: boolean) {
      const extra = countStoredNodes(database) - count;
      if (first !== undefined && !explained) {
        findings.fails({ code: 'node-differs', ...first });
      }
      if (extra > 0) {
        findings.fails({ code: 'nodes-extra', count: extra });
      }
      if (first === undefined && extra === 0) {
        findings.holds({ code: 'nodes-hold', count });
      }
    },
  };
}

/** Whether persons are what their rows are committed to, or erased as a whole. */
function compareSubjects() {
  let kept = 0;
  let erased = 0;
  let wrong: number | undefined;
  return {
    compare({ seq, subject_commitment: commitment, name, mobile, salt }: ProvenRow) {
      const isKept = salt !== null && commitment !== null && commitSubject(salt, { name, mobile }) === commitment;
      const isGone = salt === null && name === null && mobile === null;
      kept += isKept ? 1 : 0;
      erased += isGone && commitment !== null ? 1 : 0;
      wrong ??= isKept || isGone ? undefined : seq;
    },
    say(findings: Findings) {
      if (wrong === undefined) {
        findings.holds({ code: 'subjects-kept', kept, erased });
      } else {
        findings.fails({ code: 'subject-differs', row: wrong });
      }
    },
  };
}

function sayUnknown(heads: HeadsSeen, { key: given }: VerifyLogOptions, size: number, findings: Findings): void {
  const { key } = heads;
  if (key === undefined) {
    findings.unknown({ code: 'head-missing' });
  } else if (given === undefined) {
    findings.unknown({ code: 'key-from-terminal', key: writeVerifierKey(key) });
  } else {
    findings.holds({ code: 'key-given', key: writeVerifierKey(key) });
  }
  const signed = heads.notes.at(-1)?.size ?? 0;
  if (signed < size) {
    findings.unknown({ code: 'tail-unsigned', first: signed + 1, last: size });
  }
  const reached = findings.all.flatMap((finding) => (finding.code === 'continues' ? [finding.older] : []));
  findings.unknown(
    reached.length === 0 ? { code: 'history-unknown' } : { code: 'history-known-to', older: Math.max(...reached) },
  );
  findings.unknown({ code: 'rebuilt-unknown' });
}
