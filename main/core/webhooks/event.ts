/**
 * What an event says, made of its row anew at each try: nothing of it is stored twice, and nothing of a person is in it.
 * Part of the core.
 */
import { Decision } from '../../contract/public.ts';
import type { ReadDatabase } from '../db/database.ts';
import { selectEvidence } from '../entry-log/entries-sql.ts';
import type { AppendedEntry, EntryDraft, EntryEvidence } from '../entry-log/entry.ts';
import { checkCodeOf, leafHash } from '../entry-log/leaf.ts';
import type { SignReceipt } from '../receipts/sign-receipt.ts';
import type { NewEvent, WaitingEvent } from './outbox-sql.ts';

const prefix = 'evt_';

/** The identifier of the event of an entry: it follows from the entry, and so never changes. */
export function eventIdOf(entryId: string): string {
  return prefix + entryId;
}

/** The entry of an event; undefined for what is no identifier of one. */
export function entryIdOf(eventId: string): string | undefined {
  return eventId.startsWith(prefix) ? eventId.slice(prefix.length) : undefined;
}

/** What happened; undefined for a row that no event tells of. */
export function eventTypeOf(outcome: string): 'verification.decided' | 'verification.ended' | undefined {
  if (Decision.options.some((decision) => decision === outcome)) {
    return 'verification.decided';
  }
  return outcome === 'not-verified' || outcome === 'fault' ? 'verification.ended' : undefined;
}

/** The event of a row; undefined where there is none: a visit that never got an identifier has been answered. */
export function eventOf({ outcome, party, told }: EntryDraft, { seq }: AppendedEntry): NewEvent | undefined {
  if (party?.txn === undefined || eventTypeOf(outcome) === undefined) {
    return undefined;
  }
  const { id, txn, nonce = null } = party;
  return { seq, party: id, txn, nonce, toldOutcome: told?.outcome ?? null, toldReason: told?.reason ?? null };
}

export interface EventParts {
  readonly database: ReadDatabase;
  readonly signReceipt: SignReceipt;
  readonly clock: { now(): number };
}

/** Makes the event of a row, with a receipt that is signed now. @returns its identifier and the body as it is posted */
export async function writeEvent(parts: EventParts, event: WaitingEvent): Promise<{ id: string; body: string }> {
  const evidence = selectEvidence(parts.database, event.seq);
  if (evidence === undefined) {
    throw new RangeError('an event is of a row of the log');
  }
  const data = await dataOf(parts, event, evidence);
  const body = { type: eventTypeOf(evidence.outcome), timestamp: evidence.at, data };
  return { id: eventIdOf(evidence.id), body: JSON.stringify(body) };
}

async function dataOf(parts: EventParts, event: WaitingEvent, evidence: EntryEvidence) {
  const { seq, id: entryId, outcome, status, purpose } = evidence;
  const { txn: verificationId, nonce } = event;
  const shared = { verificationId, entryId, seq };
  const echoed = { purpose, ...(nonce !== null && { nonce }) };
  const { success, data: decision } = Decision.safeParse(outcome);
  if (!success || status === null || purpose === null) {
    return { ...shared, ...endOf(event, evidence), ...echoed };
  }
  const checkCode = checkCodeOf(leafHash(evidence));
  const party = { id: event.party, nonce: nonce ?? undefined };
  const facts = { party, verificationId, entry: { id: entryId, checkCode }, status, decision, purpose };
  const receipt = await parts.signReceipt({ ...facts, policy: evidence.policy ?? '' }, parts.clock.now());
  return { ...shared, decision, status, ...echoed, checkCode, receipt };
}

function endOf({ toldOutcome, toldReason }: WaitingEvent, { outcome, reason }: EntryEvidence) {
  return toldOutcome === null ? { outcome, reason } : { outcome: toldOutcome, reason: toldReason };
}
