/**
 * A C2SP tlog-proof: a row's place in the log, the path to the head, and the signed head, as one text that needs
 * nothing else to be checked but the key.
 * Runs everywhere.
 */
import { fromBase64, toBase64 } from './bytes.ts';

const heading = 'c2sp.org/tlog-proof@v1';

export interface TlogProof {
  /** The row's place, counted from 0. */
  readonly index: number;
  /** The inclusion proof, nearest sibling first. */
  readonly path: readonly Uint8Array[];
  /** The signed note. */
  readonly checkpoint: string;
}

/** Writes a proof. */
export function writeTlogProof({ index, path, checkpoint }: TlogProof): string {
  const hashes = path.map((hash) => `${toBase64(hash)}\n`);
  return `${heading}\nindex ${index}\n${hashes.join('')}\n${checkpoint}`;
}

/** Reads a proof; undefined when it is none. Extra data of other logs is read over. */
export function readTlogProof(text: string): TlogProof | undefined {
  const end = text.indexOf('\n\n');
  const [first, ...lines] = text.slice(0, Math.max(0, end)).split('\n');
  const [indexLine, ...encoded] = lines[0]?.startsWith('extra ') ? lines.slice(1) : lines;
  const index = /^index (0|[1-9][0-9]{0,15})$/.exec(indexLine ?? '')?.[1];
  const path = encoded.map(fromBase64);
  if (first !== heading || index === undefined || !path.every((hash) => hash?.length === 32)) {
    return undefined;
  }
  return { index: Number(index), path: path.filter((hash) => hash !== undefined), checkpoint: text.slice(end + 2) };
}
