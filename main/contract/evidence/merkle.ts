/**
 * The Merkle tree of RFC 9162 section 2.1 as pure functions over a hash that is given.
 * Runs everywhere: the terminal grows the tree with it, the verifiers check with it.
 */

/** SHA-256 over the parts, one after the other; 32 bytes. */
export type Sha256 = (...parts: readonly Uint8Array[]) => Uint8Array;

/** A perfect subtree: the hash over the leaves from `position * 2^level` on, 2^level of them. */
export interface TreeNode {
  readonly level: number;
  readonly position: number;
  readonly hash: Uint8Array;
}

/** The right edge of a tree: the perfect subtrees that it is made of, largest first. All that growing needs. */
export interface Frontier {
  readonly size: number;
  readonly hashes: readonly Uint8Array[];
}

/** Answers the hash of a perfect subtree; level 0 is the leaves. */
export type NodeSource = (level: number, position: number) => Uint8Array;

const leafPrefix = Uint8Array.of(0);
const nodePrefix = Uint8Array.of(1);

/** The tree of no leaves. */
export const emptyFrontier: Frontier = { size: 0, hashes: [] };

/** The hash of a leaf (section 2.1.1). */
export function hashLeaf(sha256: Sha256, bytes: Uint8Array): Uint8Array {
  return sha256(leafPrefix, bytes);
}

/** The hash of an inner node (section 2.1.1). */
export function hashNode(sha256: Sha256, left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256(nodePrefix, left, right);
}

/** Adds a leaf. The new perfect subtrees above the leaf are one for each set bit at the end of the old size. */
export function appendLeaf(
  sha256: Sha256,
  frontier: Frontier,
  leaf: Uint8Array,
): { readonly frontier: Frontier; readonly nodes: readonly TreeNode[] } {
  const hashes = [...frontier.hashes];
  const nodes: TreeNode[] = [];
  let hash = leaf;
  let position = frontier.size;
  for (let level = 1; position % 2 === 1; level += 1) {
    const left = hashes.pop();
    if (left === undefined) {
      throw new RangeError('a frontier has fewer hashes than its size needs');
    }
    hash = hashNode(sha256, left, hash);
    position = (position - 1) / 2;
    nodes.push({ level, position, hash });
  }
  return { frontier: { size: frontier.size + 1, hashes: [...hashes, hash] }, nodes };
}

/** The head of the tree (section 2.1.1); that of no leaves is the hash of nothing. */
export function rootOf(sha256: Sha256, { hashes }: Frontier): Uint8Array {
  const root = hashes.reduceRight<Uint8Array | undefined>(
    (right, left) => (right === undefined ? left : hashNode(sha256, left, right)),
    undefined,
  );
  return root ?? sha256();
}

/** The right edge of the first `size` leaves. */
export function frontierAt(source: NodeSource, size: number): Frontier {
  const hashes: Uint8Array[] = [];
  let start = 0;
  while (start < size) {
    const level = Math.floor(Math.log2(size - start));
    hashes.push(source(level, start / 2 ** level));
    start += 2 ** level;
  }
  return { size, hashes };
}

/** The head over the leaves from `start` up to `end`, where `start` is a multiple of the power of two that fits. */
function rootOfRange(sha256: Sha256, source: NodeSource, start: number, end: number): Uint8Array {
  const size = end - start;
  const level = Math.floor(Math.log2(size));
  if (2 ** level === size) {
    return source(level, start / size);
  }
  const split = splitOf(size);
  const left = rootOfRange(sha256, source, start, start + split);
  return hashNode(sha256, left, rootOfRange(sha256, source, start + split, end));
}

/** The largest power of two that is smaller than the size. */
function splitOf(size: number): number {
  const level = Math.ceil(Math.log2(size)) - 1;
  return 2 ** level;
}

/** The inclusion proof of a leaf in the tree of the first `size` leaves (section 2.1.3.1), nearest sibling first. */
export function inclusionProof(sha256: Sha256, source: NodeSource, index: number, size: number): Uint8Array[] {
  if (index < 0 || index >= size) {
    throw new RangeError('a leaf that is not in the tree has no inclusion proof');
  }
  const path = (leaf: number, start: number, end: number): Uint8Array[] => {
    if (end - start === 1) {
      return [];
    }
    const middle = start + splitOf(end - start);
    return leaf < middle
      ? [...path(leaf, start, middle), rootOfRange(sha256, source, middle, end)]
      : [...path(leaf, middle, end), rootOfRange(sha256, source, start, middle)];
  };
  return path(index, 0, size);
}

/** The consistency proof from the first `older` leaves to the first `newer` ones (section 2.1.4.1). */
export function consistencyProof(sha256: Sha256, source: NodeSource, older: number, newer: number): Uint8Array[] {
  if (older < 1 || older > newer) {
    throw new RangeError('a consistency proof goes from a tree that is not empty to one that is not smaller');
  }
  const path = (size: number, start: number, end: number, whole: boolean): Uint8Array[] => {
    if (size === end - start) {
      return whole ? [] : [rootOfRange(sha256, source, start, end)];
    }
    const split = splitOf(end - start);
    const middle = start + split;
    return size <= split
      ? [...path(size, start, middle, whole), rootOfRange(sha256, source, middle, end)]
      : [...path(size - split, middle, end, false), rootOfRange(sha256, source, start, middle)];
  };
  return older === newer ? [] : path(older, 0, newer, true);
}

/** The head that an inclusion proof leads to (section 2.1.3.2), or undefined when the proof has the wrong length. */
export function rootFromInclusion(
  sha256: Sha256,
  leaf: Uint8Array,
  index: number,
  size: number,
  proof: readonly Uint8Array[],
): Uint8Array | undefined {
  if (index < 0 || index >= size) {
    return undefined;
  }
  let node = index;
  let last = size - 1;
  let hash = leaf;
  for (const sibling of proof) {
    if (last === 0) {
      return undefined;
    }
    if (node % 2 === 1 || node === last) {
      hash = hashNode(sha256, sibling, hash);
      while (node % 2 === 0 && node !== 0) {
        node /= 2;
        last = Math.floor(last / 2);
      }
    } else {
      hash = hashNode(sha256, hash, sibling);
    }
    node = Math.floor(node / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 ? hash : undefined;
}

/** Whether a proof shows that the newer head continues the older one (section 2.1.4.2). */
export function isConsistent(
  sha256: Sha256,
  older: { readonly size: number; readonly root: Uint8Array },
  newer: { readonly size: number; readonly root: Uint8Array },
  proof: readonly Uint8Array[],
): boolean {
  if (older.size === newer.size) {
    return proof.length === 0 && sameBytes(older.root, newer.root);
  }
  if (older.size < 1 || older.size > newer.size) {
    return false;
  }
  const path = Number.isInteger(Math.log2(older.size)) ? [older.root, ...proof] : [...proof];
  let node = older.size - 1;
  let last = newer.size - 1;
  while (node % 2 === 1) {
    node = (node - 1) / 2;
    last = Math.floor(last / 2);
  }
  const [first, ...rest] = path;
  if (first === undefined) {
    return false;
  }
  let olderRoot = first;
  let newerRoot = first;
  for (const hash of rest) {
    if (last === 0) {
      return false;
    }
    if (node % 2 === 1 || node === last) {
      olderRoot = hashNode(sha256, hash, olderRoot);
      newerRoot = hashNode(sha256, hash, newerRoot);
      while (node % 2 === 0 && node !== 0) {
        node /= 2;
        last = Math.floor(last / 2);
      }
    } else {
      newerRoot = hashNode(sha256, newerRoot, hash);
    }
    node = Math.floor(node / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && sameBytes(olderRoot, older.root) && sameBytes(newerRoot, newer.root);
}

/** Whether two byte strings are the same. What is compared here is public, so time does not matter. */
export function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}
