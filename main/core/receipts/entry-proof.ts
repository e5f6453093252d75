/** `entry.proof`: the durable proof that a signed receipt names, by the identifier of its entry. Part of the core. */
import { type Answer, answer, type EntryReceipt, problem } from '../../contract/public.ts';
import type { ReadDatabase } from '../db/database.ts';
import type { Caller } from '../dispatch/caller.ts';
import { findById } from '../entry-index/find-id.ts';
import { selectEvidence } from '../entry-log/entries-sql.ts';
import type { EntryEvidence, Outcome } from '../entry-log/entry.ts';
import type { WriteReceipt } from './receipt.ts';
import { momentOf } from './sign-receipt.ts';

/** Proves an entry: any to an operator; its own decisions to a party, which nothing tells whether there are others. */
export function proveEntry(
  { database, writeReceipt }: { readonly database: ReadDatabase; readonly writeReceipt: WriteReceipt },
  caller: Pick<Caller, 'kind' | 'party'>,
  entryId: string,
): Answer<EntryReceipt> {
  const seq = findById(database, entryId, momentOf(entryId));
  const entry = seq === undefined ? undefined : selectEvidence(database, seq);
  return entry !== undefined && mayRead(caller, entry) ? answer(writeReceipt(entry.seq)) : problem('not-found');
}

/** Rows of another outcome may say of a person what the party is not to know, and there is no receipt of them. */
const decisions: readonly Outcome[] = ['admitted', 'referred', 'refused'];

/** The row itself says for whom the person was verified. */
function mayRead({ kind, party }: Pick<Caller, 'kind' | 'party'>, { operator, outcome }: EntryEvidence): boolean {
  const isTheirs = party !== undefined && operator === `party:${party.id}` && decisions.includes(outcome);
  return kind === 'operator' || isTheirs;
}
