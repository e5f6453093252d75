/** The signed heads that a log keeps, against its rows and a key. */
import {
  openCheckpoint,
  readCheckpoint,
  sameBytes,
  type VerifierKey,
  type VerifyTools,
} from '../../contract/public.ts';
import type { StoredNote } from './verify-sql.ts';

/** What checking heads gave. Sizes are those of the table. */
export interface HeadsSeen {
  readonly count: number;
  /** The first that the key did not sign; undefined also without a key. */
  readonly unsigned: number | undefined;
  /** The first that is not over the rows. */
  readonly differs: number | undefined;
  /** Where the rows stop to lead to what was signed: the first of these rows or a later one up to the last was changed. */
  readonly between: { readonly first: number; readonly last: number } | undefined;
}

/** Compares heads, smallest first, with the key and with the heads that the rows lead to. */
export function checkHeads(
  { checkSignature }: Pick<VerifyTools, 'checkSignature'>,
  key: VerifierKey | undefined,
  notes: readonly StoredNote[],
  rootsAt: ReadonlyMap<number, Uint8Array>,
): HeadsSeen {
  let unsigned: number | undefined;
  let differs: number | undefined;
  let between: HeadsSeen['between'];
  let reached = 0;
  for (const { size, note } of notes) {
    const opened = key && openCheckpoint(key, checkSignature, note);
    const signed = opened?.ok !== false;
    const head = opened?.ok ? opened.checkpoint : readCheckpoint(note);
    const root = rootsAt.get(size);
    const same = root === undefined ? undefined : head !== undefined && sameBytes(head.root, root);
    unsigned ??= signed ? undefined : size;
    differs ??= head?.size !== size || same === false ? size : undefined;
    if (signed && head?.size === size && same === true) {
      reached = size;
    } else if (signed && head?.size === size && same === false) {
      between ??= { first: reached + 1, last: size };
    }
  }
  return { count: notes.length, unsigned, differs, between };
}
