/** The tree against the published vectors of Certificate Transparency, and against its own definition. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  appendLeaf,
  consistencyProof,
  emptyFrontier,
  type Frontier,
  frontierAt,
  hashLeaf,
  hashNode,
  inclusionProof,
  isConsistent,
  rootFromInclusion,
  rootOf,
  type Sha256,
} from '../../../../main/contract/evidence/merkle.ts';

const sha256: Sha256 = (...parts) => {
  const hash = createHash('sha256');
  for (const part of parts) {
    hash.update(part);
  }
  return Uint8Array.from(hash.digest());
};

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

/** The eight leaves of the test data of the Certificate Transparency log, and the heads over the first of them. */
const vectors = {
  leaves: ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'],
  roots: [
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
    '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
    'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
    '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
  ],
};

/** Grows a tree leaf by leaf, keeping every perfect subtree as the terminal does. */
function grow(leaves: readonly Uint8Array[]) {
  const nodes = new Map<string, Uint8Array>();
  let frontier: Frontier = emptyFrontier;
  const roots = [rootOf(sha256, frontier)];
  for (const bytes of leaves) {
    const leaf = hashLeaf(sha256, bytes);
    nodes.set(`0/${frontier.size}`, leaf);
    const grown = appendLeaf(sha256, frontier, leaf);
    for (const { level, position, hash } of grown.nodes) {
      nodes.set(`${level}/${position}`, hash);
    }
    frontier = grown.frontier;
    roots.push(rootOf(sha256, frontier));
  }
  const source = (level: number, position: number) => {
    const hash = nodes.get(`${level}/${position}`);
    if (hash === undefined) {
      throw new Error(`no node ${level}/${position}`);
    }
    return hash;
  };
  const at = (size: number) => ({ size, root: roots[size] ?? new Uint8Array() });
  return { source, at, frontier };
}

/** The head as section 2.1.1 defines it, by recursion: slow and plain. */
function define(leaves: readonly Uint8Array[]): Uint8Array {
  const [only] = leaves;
  if (only === undefined) {
    return sha256();
  }
  if (leaves.length === 1) {
    return hashLeaf(sha256, only);
  }
  let split = 1;
  while (split * 2 < leaves.length) {
    split *= 2;
  }
  return hashNode(sha256, define(leaves.slice(0, split)), define(leaves.slice(split)));
}

const someLeaves = fc.array(fc.uint8Array({ maxLength: 8 }), { minLength: 1, maxLength: 70 });

describe('published vectors', () => {
  const tree = grow(vectors.leaves.map((leaf) => Buffer.from(leaf, 'hex')));

  test('the heads', () => {
    expect(hex(tree.at(0).root)).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(vectors.roots.map((_root, index) => hex(tree.at(index + 1).root))).toEqual(vectors.roots);
  });

  test('inclusion', () => {
    expect(inclusionProof(sha256, tree.source, 0, 8).map(hex)).toEqual([
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ]);
    expect(inclusionProof(sha256, tree.source, 2, 3).map(hex)).toEqual([
      'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    ]);
  });

  test('consistency', () => {
    expect(consistencyProof(sha256, tree.source, 6, 8).map(hex)).toEqual([
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
  });
});

test('growing leaf by leaf gives the head of the definition, at every size', () => {
  fc.assert(
    fc.property(someLeaves, (leaves) => {
      const tree = grow(leaves);
      for (let size = 0; size <= leaves.length; size += 1) {
        expect(hex(tree.at(size).root)).toBe(hex(define(leaves.slice(0, size))));
        expect(hex(rootOf(sha256, frontierAt(tree.source, size)))).toBe(hex(tree.at(size).root));
      }
    }),
    { numRuns: 40 },
  );
});

test('every leaf is proven in every tree that has it, and a changed leaf, place or proof is not', () => {
  const changed = fc.record({ byte: fc.nat(31), which: fc.nat() });
  fc.assert(
    fc.property(someLeaves, fc.nat(), fc.nat(), changed, (leaves, anyIndex, anySize, change) => {
      const tree = grow(leaves);
      const size = 1 + (anySize % leaves.length);
      const index = anyIndex % size;
      const proof = inclusionProof(sha256, tree.source, index, size);
      const leaf = tree.source(0, index);
      const root = hex(tree.at(size).root);
      expect(hex(rootFromInclusion(sha256, leaf, index, size, proof) ?? new Uint8Array())).toBe(root);
      const flipped = Uint8Array.from(leaf, (byte, at) => (at === change.byte ? byte ^ 1 : byte));
      expect(hex(rootFromInclusion(sha256, flipped, index, size, proof) ?? new Uint8Array())).not.toBe(root);
      expect(rootFromInclusion(sha256, leaf, index, size, [...proof, leaf])).toBeUndefined();
      expect(rootFromInclusion(sha256, leaf, size, size, proof)).toBeUndefined();
      if (proof.length > 0) {
        expect(rootFromInclusion(sha256, leaf, index, size, proof.slice(1))).toBeUndefined();
        const at = change.which % proof.length;
        const broken = proof.map((hash, place) =>
          place === at ? Uint8Array.from(hash, (byte, of) => (of === change.byte ? byte ^ 1 : byte)) : hash,
        );
        expect(hex(rootFromInclusion(sha256, leaf, index, size, broken) ?? new Uint8Array())).not.toBe(root);
      }
    }),
  );
});

test('every tree is consistent with every later one, and with no other', () => {
  fc.assert(
    fc.property(someLeaves, fc.nat(), fc.nat(), (leaves, one, other) => {
      const tree = grow(leaves);
      const [older = 1, newer = 1] = [1 + (one % leaves.length), 1 + (other % leaves.length)].sort((a, b) => a - b);
      const proof = consistencyProof(sha256, tree.source, older, newer);
      expect(isConsistent(sha256, tree.at(older), tree.at(newer), proof)).toBe(true);
      const forged = { size: older, root: sha256(tree.at(older).root) };
      expect(isConsistent(sha256, forged, tree.at(newer), proof)).toBe(false);
      expect(isConsistent(sha256, tree.at(older), { size: newer, root: forged.root }, proof)).toBe(false);
      expect(isConsistent(sha256, tree.at(older), tree.at(newer), [...proof, forged.root])).toBe(false);
      if (proof.length > 0) {
        expect(isConsistent(sha256, tree.at(older), tree.at(newer), proof.slice(1))).toBe(false);
      }
    }),
  );
});
