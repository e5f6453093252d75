/**
 * Grows a tree in place, for verifiers: as `appendLeaf`, without a new array for each of a million rows.
 * Runs everywhere.
 */
import type { VerifyTools } from './verify-tools.ts';

/** Levels that a tree of 2^53 leaves has. */
const levels = 54;
/** The scratch: 0x01, left hash, right hash. What is to be added stands in place of the right one. */
const left = 1;
const right = 33;
const scratchBytes = 65;

/** A tree that grows; see `startTree`. */
export interface GrowingTree {
  size(): number;
  /** Adds a leaf by the bytes that are hashed for it: 0x00 and the row (RFC 9162 section 2.1.1). */
  appendRow(prefixed: Uint8Array): void;
  /** Adds a perfect subtree of 2^level leaves by its hash; false where it cannot stand. */
  appendSubtree(level: number, hash: Uint8Array): boolean;
  /** The head of what is there. */
  root(): Uint8Array;
}

/** Told of each perfect subtree of two leaves or more that came into being; the hash is good until it returns. */
export type OnNode = (level: number, position: number, hash: Uint8Array) => void;

/** Starts at no leaves. */
export function startTree(
  { sha256, hashInto }: Pick<VerifyTools, 'sha256' | 'hashInto'>,
  onNode?: OnNode,
): GrowingTree {
  const bytes = new Uint8Array(scratchBytes + levels * 32);
  const scratch = bytes.subarray(0, scratchBytes);
  bytes[0] = 1;
  let size = 0;

  const slotOf = (level: number) => scratchBytes + level * 32;
  /** Joins what stands on the right with the subtrees before it, as far as they are perfect. */
  const join = (from: number): void => {
    let level = from;
    let position = size / 2 ** from;
    while (position % 2 === 1) {
      bytes.copyWithin(left, slotOf(level), slotOf(level) + 32);
      hashInto(scratch, bytes, right);
      position = (position - 1) / 2;
      level += 1;
      onNode?.(level, position, bytes.subarray(right, scratchBytes));
    }
    bytes.copyWithin(slotOf(level), right, scratchBytes);
    size += 2 ** from;
  };

  return {
    size: () => size,
    appendRow(prefixed) {
      hashInto(prefixed, bytes, right);
      join(0);
    },
    appendSubtree(level, hash) {
      if (size % 2 ** level !== 0 || hash.length !== 32 || size + 2 ** level > Number.MAX_SAFE_INTEGER) {
        return false;
      }
      bytes.set(hash, right);
      join(level);
      return true;
    },
    root() {
      let head: Uint8Array | undefined;
      for (let level = 0; level < levels - 1; level += 1) {
        if (Math.floor(size / 2 ** level) % 2 === 1) {
          const hash = bytes.slice(slotOf(level), slotOf(level) + 32);
          head = head === undefined ? hash : sha256(Uint8Array.of(1), hash, head);
        }
      }
      return head ?? sha256();
    },
  };
}

/** The levels of the perfect subtrees that so many leaves are made of, largest first. */
export function frontierLevels(size: number): number[] {
  const found: number[] = [];
  for (let level = levels - 1; level >= 0; level -= 1) {
    if (Math.floor(size / 2 ** level) % 2 === 1) {
      found.push(level);
    }
  }
  return found;
}
