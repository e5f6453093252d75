/**
 * The nodes above the leaves, compared with those that are stored. The nodes of one level come into being in their
 * order, so that a block of them is compared at once.
 */
import { type OnNode, sameBytes } from '../../contract/public.ts';
import type { ReadDatabase } from '../db/database.ts';
import { selectStoredNode, selectStoredNodes } from './verify-sql.ts';

const nodeBytes = 32;
/** Nodes of one block. */
const blockNodes = 128;

/** A node that is not what its rows lead to; `row` is the first of them. */
export interface OtherNode {
  readonly row: number;
  readonly level: number;
  readonly position: number;
}

/** What comparing gave. */
export interface NodesSeen {
  readonly count: number;
  /** The one that the fewest rows lead to. */
  readonly other: OtherNode | undefined;
}

/** Nodes of one level that wait to be compared. */
interface Block {
  readonly bytes: Buffer;
  position: number;
  nodes: number;
  /** One of this level is known to be another: those after it came later. */
  done: boolean;
}

/** Starts comparing. */
export function checkNodes(database: ReadDatabase): { readonly onNode: OnNode; end(): NodesSeen } {
  const blocks: Block[] = [];
  const others: OtherNode[] = [];
  let count = 0;

  const compare = (level: number, block: Block): void => {
    const made = block.bytes.subarray(0, block.nodes * nodeBytes);
    if (!block.done && selectStoredNodes(database, level, block.position, block.nodes)?.equals(made) !== true) {
      const other = findOther(database, level, block);
      block.done = other !== undefined;
      others.push(...(other === undefined ? [] : [other]));
    }
    block.position += block.nodes;
    block.nodes = 0;
  };

  return {
    onNode(level, position, hash) {
      blocks[level] ??= { bytes: Buffer.alloc(blockNodes * nodeBytes), position, nodes: 0, done: false };
      const block = blocks[level];
      block.bytes.set(hash, block.nodes * nodeBytes);
      block.nodes += 1;
      count += 1;
      if (block.nodes === blockNodes) {
        compare(level, block);
      }
    },
    end() {
      blocks.forEach((block, level) => {
        if (block.nodes > 0) {
          compare(level, block);
        }
      });
      const lastRow = ({ level, position }: OtherNode) => (position + 1) * 2 ** level;
      others.sort((one, other) => lastRow(one) - lastRow(other) || one.level - other.level);
      return { count, other: others[0] };
    },
  };
}

function findOther(database: ReadDatabase, level: number, { bytes, position, nodes }: Block): OtherNode | undefined {
  for (let index = 0; index < nodes; index += 1) {
    const stored = selectStoredNode(database, level, position + index);
    const made = bytes.subarray(index * nodeBytes, (index + 1) * nodeBytes);
    if (!(stored instanceof Uint8Array && sameBytes(stored, made))) {
      return { row: (position + index) * 2 ** level + 1, level, position: position + index };
    }
  }
  return undefined;
}
