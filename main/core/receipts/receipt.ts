/** `entry.receipt`: the row without its subject, with the proof that it is in the log. A checkpoint leaves with each (V4). */
import { type EntryReceipt, writeTlogProof, writeVerifierKey } from '../../contract/public.ts';
import type { ReadDatabase } from '../db/database.ts';
import { selectEvidence } from '../entry-log/entries-sql.ts';
import { canonicalEvidence } from '../entry-log/leaf.ts';
import type { Checkpoints } from '../tree/checkpoints.ts';
import type { TerminalKey } from '../tree/terminal-key.ts';
import { buildTreeReader } from '../tree/tree.ts';

/** Writes the receipt of a row. */
export type WriteReceipt = (seq: number) => EntryReceipt;

/** Builds it over an open database. */
export function buildReceipts(parts: {
  readonly database: ReadDatabase;
  readonly checkpoints: Checkpoints;
  readonly key: TerminalKey;
}): WriteReceipt {
  const { database, checkpoints, key } = parts;
  const tree = buildTreeReader(database);
  return (seq) => {
    const evidence = selectEvidence(database, seq);
    const checkpoint = checkpoints.sign();
    if (evidence === undefined || checkpoint === undefined) {
      throw new RangeError('a receipt is for a row of the log');
    }
    const index = seq - 1;
    const path = tree.inclusion(index, checkpoint.size);
    return {
      entry: canonicalEvidence(evidence),
      proof: writeTlogProof({ index, path, checkpoint: checkpoint.note }),
      verifierKey: writeVerifierKey(key.verifier),
    };
  };
}
