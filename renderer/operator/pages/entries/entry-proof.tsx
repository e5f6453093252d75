/**
 * The proof of an entry in words, and how to check it elsewhere.
 * Runs in the operator face.
 */
import { type EntryDetail, readCheckpoint, readTlogProof } from '../../../../main/contract/public.ts';
import { useWords } from '../../words.ts';
import { Facts, Part } from './facts.tsx';
import { entriesWords } from './words.ts';

/** Shows it. */
export function EntryProof({ detail }: { readonly detail: EntryDetail }) {
  const say = useWords(entriesWords);
  const { seq, upstreamRef, receipt } = detail;
  const size = sizeOfHead(receipt.proof) ?? seq;
  return (
    <Part title={say('proof')}>
      <p class="entry-note">{say('proof-is', { seq: String(seq), size: String(size) })}</p>
      <p class="entry-note">{say('proof-verify')}</p>
      <Facts
        facts={[
          [
            say('proof-key'),
            <span key="key" class="fingerprint">
              {receipt.verifierKey}
            </span>,
          ],
          [
            say('proof-upstream'),
            upstreamRef === null ? null : (
              <span key="ref" class="fingerprint">
                {upstreamRef}
              </span>
            ),
          ],
        ]}
      />
    </Part>
  );
}

/** How many entries the signed head of a proof covers. */
function sizeOfHead(proof: string): number | undefined {
  const note = readTlogProof(proof)?.checkpoint ?? '';
  // The signatures stand after the first empty line.
  return readCheckpoint(note.slice(0, note.indexOf('\n\n') + 1))?.size;
}
