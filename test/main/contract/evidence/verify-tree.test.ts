/** The tree that verifiers grow in place: published heads, and the same as the tree of the terminal. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nodeTools } from '../../../../main/cli/verify/node-tools.ts';
import { appendLeaf, emptyFrontier, type Frontier, rootOf } from '../../../../main/contract/evidence/merkle.ts';
import { frontierLevels, startTree } from '../../../../main/contract/evidence/verify-tree.ts';
import { sha256 } from '../../../../main/core/tree/sha256.ts';

/** The leaves and heads of the reference tests of Certificate Transparency (RFC 6962, the same tree as RFC 9162). */
const leaves = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const heads: Readonly<Record<number, string>> = {
  0: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  1: '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  2: 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  8: '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
};

test('the published heads come out', () => {
  const tree = startTree(nodeTools);
  for (const [size, leaf] of [...leaves.entries(), [leaves.length, ''] as const]) {
    const head = heads[size];
    if (head !== undefined) {
      expect(Buffer.from(tree.root()).toString('hex')).toBe(head);
    }
    tree.appendRow(Buffer.from(`00${leaf}`, 'hex'));
  }
});

test('it is the tree of the terminal, by its leaves or by any of its subtrees', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 200 }), fc.nat(), (size, seed) => {
      const frontiers: Frontier[] = [emptyFrontier];
      const nodes = new Map<string, Uint8Array>();
      const seen: string[] = [];
      const tree = startTree(nodeTools, (level, position, hash) =>
        seen.push(`${level}/${position} ${Buffer.from(hash).toString('hex')}`),
      );
      const expected: string[] = [];
      for (let row = 0; row < size; row += 1) {
        const prefixed = Buffer.from(`\0${seed} ${row}`);
        tree.appendRow(prefixed);
        const grown = appendLeaf(sha256, frontiers.at(-1) ?? emptyFrontier, sha256(prefixed));
        frontiers.push(grown.frontier);
        nodes.set(`0/${row}`, sha256(prefixed));
        for (const { level, position, hash } of grown.nodes) {
          nodes.set(`${level}/${position}`, hash);
          expected.push(`${level}/${position} ${Buffer.from(hash).toString('hex')}`);
        }
      }
      const head = rootOf(sha256, frontiers.at(-1) ?? emptyFrontier);
      expect(Buffer.from(tree.root())).toEqual(Buffer.from(head));
      expect(seen).toEqual(expected);
      const again = startTree(nodeTools);
      for (const level of frontierLevels(size)) {
        expect(again.appendSubtree(level, nodes.get(`${level}/${again.size() / 2 ** level}`) ?? Buffer.of())).toBe(
          true,
        );
      }
      expect(again.size()).toBe(size);
      expect(Buffer.from(again.root())).toEqual(Buffer.from(head));
    }),
  );
});

test('a subtree stands only where its size divides what is before it', () => {
  const tree = startTree(nodeTools);
  expect(tree.appendSubtree(0, new Uint8Array(32))).toBe(true);
  expect(tree.appendSubtree(1, new Uint8Array(32))).toBe(false);
  expect(tree.appendSubtree(0, new Uint8Array(31))).toBe(false);
  expect(tree.size()).toBe(1);
});
