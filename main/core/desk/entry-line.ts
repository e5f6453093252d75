/** One line of the list, as staff see it: name and number masked, whatever the log keeps. Pure. */
import { type EntryLine, maskFullName, maskMobileNumber } from '../../contract/public.ts';
import { checkCodeOf } from '../entry-log/leaf.ts';
import { sealedPrefix } from '../entry-log/seal-identity.ts';
import type { ListedRow } from './list-sql.ts';

/** The name of an operator, where they are still known. */
export type NameOfOperator = (id: string) => string | undefined;

/** Makes the line of a row. */
export function toEntryLine(row: ListedRow, nameOf: NameOfOperator): EntryLine {
  const { seq, at, outcome, purpose, channel, status, reason, operator } = row;
  return {
    seq,
    at,
    outcome,
    purpose,
    channel,
    status,
    reason,
    operator: operator === null ? null : { id: operator, name: nameOf(operator) ?? null },
    checkCode: checkCodeOf(row.leaf_hash),
    name: maskedName(row.subject_name),
    mobile: row.subject_mobile === null ? null : maskMobileNumber(row.subject_mobile),
    byHand: isByHand(row),
  };
}

/** A name as it may be shown in a list; null where the log keeps none, or sealed it. */
export function maskedName(kept: string | null): string | null {
  return kept === null || kept.startsWith(sealedPrefix) ? null : maskFullName(kept);
}

/** An operator's own decision: all else of an operator is an act. */
function isByHand({ outcome, channel }: ListedRow): boolean {
  return channel === 'operator' && (outcome === 'admitted' || outcome === 'referred' || outcome === 'refused');
}
