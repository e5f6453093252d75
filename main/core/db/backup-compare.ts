/**
 * What a known head of the log makes of a backup: which of the two goes on, or that they are two histories.
 * Part of the core.
 */
import { sameBytes } from '../../contract/public.ts';
import { BackupError } from './backup-error.ts';

/** A head of the log that is known from elsewhere than the backup. */
export interface KnownHead {
  readonly size: number;
  /** 32 bytes. */
  readonly root: Uint8Array;
  /** The head over its first rows, where its whole tree is at hand. */
  readonly rootAt?: (size: number) => Uint8Array;
}

/**
 * `same`, `longer` (the backup goes on from the head), `older` (the head goes on from the backup), `shorter` (the head
 * covers more rows, and cannot tell alone whether they follow on the backup's), or `forked` (both cannot be true).
 */
export type Verdict = 'same' | 'longer' | 'older' | 'shorter' | 'forked';

/** Compares a backup, whose tree is at hand and fits its rows, with a known head. */
export function compareWithHead(backup: Required<KnownHead>, known: KnownHead): Verdict {
  if (known.size <= backup.size) {
    const fits = sameBytes(backup.rootAt(known.size), known.root);
    const verdict = known.size === backup.size ? 'same' : 'longer';
    return fits ? verdict : 'forked';
  }
  if (known.rootAt === undefined) {
    return 'shorter';
  }
  return sameBytes(known.rootAt(backup.size), backup.root) ? 'older' : 'forked';
}

/** A known head and what it makes of the backup. */
export interface Comparison {
  readonly size: number;
  readonly verdict: Exclude<Verdict, 'forked'>;
}

/** The heads that are known, by where they come from. */
export interface KnownHeads {
  /** Of the log that is there. */
  readonly log: KnownHead | undefined;
  /** Of the checkpoint that was carried away. */
  readonly against: KnownHead | undefined;
}

/**
 * Compares a backup with all that is known.
 * @throws BackupError when the backup is another history, or when rows would go and `force` does not say that they may
 */
export function compareAll(
  backup: Required<KnownHead>,
  known: KnownHeads,
  force: boolean,
): { readonly log?: Comparison; readonly against?: Comparison } {
  const log = judge(backup, known.log, { name: 'the log that is there', force });
  const against = judge(backup, known.against, { name: 'the checkpoint of --against', force });
  return { ...(log === undefined ? {} : { log }), ...(against === undefined ? {} : { against }) };
}

function judge(
  backup: Required<KnownHead>,
  known: KnownHead | undefined,
  { name, force }: { readonly name: string; readonly force: boolean },
): Comparison | undefined {
  if (known === undefined) {
    return undefined;
  }
  const verdict = compareWithHead(backup, known);
  if (verdict === 'forked') {
    const rows = Math.min(known.size, backup.size);
    const words = `The first ${rows} rows of the backup are not those of ${name}: one of the two was rewritten.`;
    throw new BackupError('forked', `${words} Nothing was changed. Keep both, and ask who checks this log.`);
  }
  if (known.size > backup.size && !force) {
    const words = `The backup is older than ${name}: rows ${backup.size + 1} to ${known.size} would be gone.`;
    throw new BackupError('older', `${words} Nothing was changed. With --force they go.`);
  }
  return { size: known.size, verdict };
}
