/** Any range of any tree is tied to its head by what `proofs.json` carries. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  appendLeaf,
  emptyFrontier,
  type Frontier,
  frontierAt,
  hashLeaf,
  hashNode,
  rootOf,
  toUtf8,
} from '../../../../main/contract/public.ts';
import { subtreesBetween } from '../../../../main/core/export/proofs.ts';
import { sha256 } from '../../../../main/core/tree/sha256.ts';

const leafAt = (index: number) => hashLeaf(sha256, toUtf8(`leaf ${index}`));

function nodeAt(level: number, position: number): Uint8Array {
  return level === 0
    ? leafAt(position)
    : hashNode(sha256, nodeAt(level - 1, 2 * position), nodeAt(level - 1, 2 * position + 1));
}

/** Adds a perfect subtree at the right edge, as a verifier does. */
function appendSubtree(frontier: Frontier, level: number, hash: Uint8Array): Frontier {
  const hashes = [...frontier.hashes];
  let carried = hash;
  for (let at = level; Math.floor(frontier.size / 2 ** at) % 2 === 1; at += 1) {
    carried = hashNode(sha256, hashes.pop() ?? hash, carried);
  }
  return { size: frontier.size + 2 ** level, hashes: [...hashes, carried] };
}

it('grows from the left through the leaves and the right to the head', () => {
  const sizes = fc.tuple(fc.nat(80), fc.nat(80), fc.nat(80)).map((three) => three.sort((a, b) => a - b));
  fc.assert(
    fc.property(sizes, ([before = 0, last = 0, size = 0]) => {
      let grown = frontierAt(nodeAt, before);
      for (let index = before; index < last; index += 1) {
        grown = appendLeaf(sha256, grown, leafAt(index)).frontier;
      }
      for (const { level, position } of subtreesBetween(last, size)) {
        expect(position * 2 ** level).toBe(grown.size);
        grown = appendSubtree(grown, level, nodeAt(level, position));
      }
      let whole = emptyFrontier;
      for (let index = 0; index < size; index += 1) {
        whole = appendLeaf(sha256, whole, leafAt(index)).frontier;
      }
      expect(rootOf(sha256, grown)).toEqual(rootOf(sha256, whole));
    }),
  );
});
