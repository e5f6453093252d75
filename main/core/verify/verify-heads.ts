/** The signed heads that a log keeps, against its rows and a key. */
import {
  type Findings,
  openCheckpoint,
  readCheckpoint,
  readVerifierKey,
  sameBytes,
  type VerifierKey,
  type VerifyTools,
} from '../../contract/public.ts';
import type { ReadDatabase } from '../db/database.ts';
import { verifierKeyOf } from '../tree/terminal-key.ts';
import type { Walk } from './verify-log.ts';
import { selectNotes } from './verify-sql.ts';

/** What stands in the table of checkpoints, and the key to check it with. */
export interface HeadsSeen {
  readonly key: VerifierKey | undefined;
  readonly notes: readonly { readonly size: number; readonly note: string }[];
}

/** Reads the heads. The key of a seed takes its name from the newest head. */
export function readHeads(
  database: ReadDatabase,
  tools: VerifyTools,
  { key, seed }: { readonly key?: string | undefined; readonly seed?: Uint8Array | undefined },
): HeadsSeen {
  const notes = selectNotes(database);
  if (key !== undefined) {
    return { key: readVerifierKey(tools.sha256, key), notes };
  }
  const origin = readCheckpoint(notes.at(-1)?.note ?? '')?.origin;
  return { key: seed === undefined || origin === undefined ? undefined : verifierKeyOf(origin, seed), notes };
}

/** Compares each head with the rows that it covers. Says the first that is wrong of each kind. */
export function checkHeads(tools: VerifyTools, { key, notes }: HeadsSeen, walk: Walk, findings: Findings): void {
  let unsigned: number | undefined;
  let differs: number | undefined;
  for (const { size, note } of notes) {
    const opened = key && openCheckpoint(key, tools.checkSignature, note);
    const head = readCheckpoint(note);
    const root = walk.rootsAt.get(size);
    unsigned ??= opened?.ok === false ? size : undefined;
    differs ??= head?.size !== size || (root !== undefined && !sameBytes(head.root, root)) ? size : undefined;
  }
  const newest = notes.at(-1);
  if (walk.whole && newest !== undefined && newest.size > walk.head.size) {
    findings.fails({ code: 'log-cut', row: walk.head.size + 1, older: newest.size });
  }
  if (unsigned !== undefined) {
    findings.fails({ code: 'stored-head-unsigned', size: unsigned });
  }
  if (differs !== undefined) {
    findings.fails({ code: 'stored-head-differs', size: differs });
  }
  if (key !== undefined && notes.length > 0 && unsigned === undefined && differs === undefined) {
    findings.holds({ code: 'heads-hold', count: notes.length });
  }
}
