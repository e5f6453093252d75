/** `entry.proof`: the durable proof that a signed receipt names, by the identifier of its entry. Part of the core. */
import { type Answer, answer, type EntryReceipt, problem } from '../../contract/public.ts';
import type { ReadDatabase } from '../db/database.ts';
import type { Caller } from '../dispatch/caller.ts';
import { findById } from '../entry-index/find-id.ts';
import { selectEvidence } from '../entry-log/entries-sql.ts';
import type { WriteReceipt } from './receipt.ts';
import { momentOf } from './sign-receipt.ts';

/** Proves an entry: any to an operator, its own to a party, and to a party nothing tells whether there are others. */
export function proveEntry(
  { database, writeReceipt }: { readonly database: ReadDatabase; readonly writeReceipt: WriteReceipt },
  caller: Pick<Caller, 'kind' | 'party'>,
  entryId: string,
): Answer<EntryReceipt> {
  const seq = findById(database, entryId, momentOf(entryId));
  if (seq === undefined || !mayRead(caller, selectEvidence(database, seq)?.operator)) {
    return problem('not-found');
  }
  return answer(writeReceipt(seq));
}

/** The row itself says for whom the person was verified. */
function mayRead({ kind, party }: Pick<Caller, 'kind' | 'party'>, operator: string | null | undefined): boolean {
  return kind === 'operator' || (party !== undefined && operator === `party:${party.id}`);
}
