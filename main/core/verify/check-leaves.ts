/** The leaves of a log where it lives, made again from its rows and compared with those that are stored. */
import { type GrowingTree, sameBytes, type VerifyTools } from '../../contract/public.ts';
import type { ReadDatabase } from '../db/database.ts';
import { type Page, pageRows, selectLeaf } from './page-sql.ts';

const lineFeed = 10;
const leafBytes = 32;

/** Makes the leaves again and grows the tree with them. */
export interface LeafCheck {
  /** Takes the rows of a page up to one that is missing. @param onRow told of each once it is in the tree */
  take(page: Page, rows: number, onRow: () => void): void;
  /** The first row that is not what was hashed when it was written. */
  changed(): number | undefined;
}

/** Starts at the rows that the tree has. */
export function checkLeaves(
  database: ReadDatabase,
  { hashInto }: Pick<VerifyTools, 'hashInto'>,
  tree: GrowingTree,
): LeafCheck {
  const made = Buffer.alloc(pageRows * leafBytes);
  const leaves = Array.from({ length: pageRows }, (_none, row) =>
    made.subarray(row * leafBytes, (row + 1) * leafBytes),
  );
  let changed: number | undefined;
  return {
    take({ lines, leaves: stored }, rows, onRow) {
      const first = tree.size() + 1;
      let at = 0;
      for (const leaf of leaves.slice(0, rows)) {
        const next = lines.indexOf(lineFeed, at + 1);
        const end = next === -1 ? lines.length : next;
        // The line feed gives its place to the byte that a leaf begins with (RFC 9162 section 2.1.1): nothing is copied.
        lines[at] = 0;
        hashInto(lines.subarray(at, end), leaf, 0);
        tree.appendSubtree(0, leaf);
        onRow();
        at = end;
      }
      const same = stored !== undefined && made.compare(stored, 0, rows * leafBytes, 0, rows * leafBytes) === 0;
      changed ??= same ? undefined : findOther(database, leaves.slice(0, rows), first);
    },
    changed: () => changed,
  };
}

function findOther(database: ReadDatabase, leaves: readonly Uint8Array[], first: number): number | undefined {
  const row = leaves.findIndex((leaf, index) => {
    const stored = selectLeaf(database, first + index);
    return !(stored instanceof Uint8Array && sameBytes(stored, leaf));
  });
  return row === -1 ? undefined : first + row;
}
