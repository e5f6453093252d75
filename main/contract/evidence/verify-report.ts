/**
 * What a verifier finds, in stable words: each finding holds, does not hold, or cannot be known. The faces say them in
 * the languages of people.
 * Runs everywhere.
 */
import type { LineFault } from './verify-lines.ts';

/** What holds. */
export type Held =
  | { readonly code: 'key-given'; readonly key: string }
  | { readonly code: 'head-signed'; readonly origin: string; readonly size: number; readonly root: string }
  | { readonly code: 'rows-hold'; readonly first: number; readonly last: number; readonly count: number }
  | { readonly code: 'manifest-signed' }
  | { readonly code: 'files-hold'; readonly count: number }
  | { readonly code: 'subjects-hold'; readonly count: number }
  /** The head continues an older one of so many rows. */
  | { readonly code: 'continues'; readonly older: number; readonly by: Source }
  /** The rows of a live log lead to each head that it signed. */
  | { readonly code: 'heads-hold'; readonly count: number }
  | { readonly code: 'nodes-hold'; readonly count: number }
  /** Each row of a live log is what was hashed when it was written. */
  | { readonly code: 'log-holds'; readonly count: number }
  | { readonly code: 'subjects-kept'; readonly kept: number; readonly erased: number };

/** Where an older head came from. */
export type Source = 'given' | 'export-before' | 'own-proof';

/** What happened to a row. `row` is its number in the log, `line` its place in the file. */
export type RowFault =
  | { readonly code: 'row-changed'; readonly row: number; readonly line: number }
  | { readonly code: 'row-unreadable'; readonly row: number; readonly line: number; readonly fault: LineFault }
  | { readonly code: 'row-missing'; readonly row: number; readonly line: number }
  | { readonly code: 'row-moved'; readonly row: number; readonly line: number }
  | { readonly code: 'row-doubled'; readonly row: number; readonly line: number }
  | { readonly code: 'row-added'; readonly row: number; readonly line: number }
  | { readonly code: 'rows-cut'; readonly row: number; readonly last: number };

/** What does not hold. */
export type Failed =
  | RowFault
  /** Some row from `first` to `last` is not what was signed; nothing in the export tells which. */
  | { readonly code: 'rows-differ'; readonly first: number; readonly last: number }
  | { readonly code: 'file-missing'; readonly file: string }
  | { readonly code: 'file-changed'; readonly file: string; readonly row?: number }
  /** Not the shape that it must have. */
  | { readonly code: 'file-unreadable'; readonly file: string }
  | { readonly code: 'key-differs' }
  | { readonly code: 'head-unsigned'; readonly why: 'no-note' | 'no-checkpoint' | 'other-key' | 'bad-signature' }
  | { readonly code: 'manifest-unsigned' }
  /** `proofs.json` or `manifest.json` speak of another head or other rows than the checkpoint. */
  | { readonly code: 'file-contradicts'; readonly file: string }
  | { readonly code: 'subject-differs'; readonly row: number; readonly line?: number }
  | { readonly code: 'subject-unreadable'; readonly line: number }
  | { readonly code: 'older-unsigned'; readonly by: Source; readonly why: string }
  | { readonly code: 'older-of-other-log'; readonly by: Source; readonly origin: string }
  /** The log has fewer rows than an older head: its end was cut off, or it was set back. */
  | { readonly code: 'rolled-back'; readonly older: number; readonly size: number; readonly by: Source }
  /** Two heads of one size: two histories. */
  | { readonly code: 'forked'; readonly older: number; readonly by: Source }
  /** The rows that an older head covers are not those of this log. */
  | { readonly code: 'rewritten'; readonly older: number; readonly by: Source }
  /** Between two exports rows are missing. */
  | { readonly code: 'exports-apart'; readonly row: number; readonly last: number }
  | { readonly code: 'not-an-export' }
  /** A row of a live log is not there. */
  | { readonly code: 'row-gone'; readonly row: number }
  | { readonly code: 'leaf-differs'; readonly row: number }
  | { readonly code: 'node-differs'; readonly row: number; readonly level: number; readonly position: number }
  | { readonly code: 'nodes-extra'; readonly count: number }
  /** The log signed a head of more rows than it has. */
  | { readonly code: 'log-cut'; readonly row: number; readonly older: number }
  | { readonly code: 'stored-head-differs'; readonly size: number }
  | { readonly code: 'stored-head-unsigned'; readonly size: number }
  /** Some row from `first` to `last` of a live log was changed with all that is stored of it; no head in between tells which. */
  | { readonly code: 'rows-rewritten'; readonly first: number; readonly last: number };

/** What cannot be known from what was given. */
export type Unknown =
  /** The key came with the export: it shows that all belongs together, not whose it is. */
  | { readonly code: 'key-from-export'; readonly key: string }
  | { readonly code: 'key-from-terminal'; readonly key: string }
  /** Without an older head: whether rows were cut, set back or rewritten before the head was signed. */
  | { readonly code: 'history-unknown' }
  /** With one: whether the rows after it were rewritten before this head was signed. */
  | { readonly code: 'history-known-to'; readonly older: number }
  /** Whoever has the key of the terminal can make a whole log that verifies. */
  | { readonly code: 'rebuilt-unknown' }
  /** Nothing given leads from the older head to this export. */
  | { readonly code: 'older-unreachable'; readonly older: number; readonly by: Source }
  | { readonly code: 'file-extra'; readonly file: string }
  | { readonly code: 'rows-unproven' }
  | { readonly code: 'head-missing' }
  /** Rows of a live log that came after its newest checkpoint. */
  | { readonly code: 'tail-unsigned'; readonly first: number; readonly last: number };

export type Finding =
  | ({ readonly state: 'holds' } & Held)
  | ({ readonly state: 'fails' } & Failed)
  | ({ readonly state: 'unknown' } & Unknown);

/** The whole answer about one export or one log. */
export interface Report {
  /** Whether nothing fails. It says nothing about what cannot be known. */
  readonly ok: boolean;
  readonly findings: readonly Finding[];
  /** The first row that is not what it was, where one is known. */
  readonly firstBadRow?: number;
}

/** Collects findings in the order in which they are made. */
export interface Findings {
  holds(finding: Held): void;
  fails(finding: Failed): void;
  unknown(finding: Unknown): void;
  readonly all: readonly Finding[];
}

/** Starts a collection. */
export function collectFindings(): Findings {
  const all: Finding[] = [];
  return {
    all,
    holds: (finding) => void all.push({ state: 'holds', ...finding }),
    fails: (finding) => void all.push({ state: 'fails', ...finding }),
    unknown: (finding) => void all.push({ state: 'unknown', ...finding }),
  };
}

/** Sums findings up. */
export function buildReport(findings: readonly Finding[]): Report {
  const failed = findings.filter((finding) => finding.state === 'fails');
  const rows = failed.flatMap((finding) => ('row' in finding && finding.row !== undefined ? [finding.row] : []));
  const report = { ok: failed.length === 0, findings };
  return rows.length === 0 ? report : { ...report, firstBadRow: Math.min(...rows) };
}
