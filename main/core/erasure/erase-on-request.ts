/** `entries.erase`: a person wants gone what the log holds of them. Part of the core. */
import {
  type Answer,
  answer,
  type ErasedEntries,
  type EraseOrder,
  parseFullName,
  parseMobileNumber,
  problem,
  toLatinDigits,
} from '../../contract/public.ts';
import { transaction, type WriteDatabase } from '../db/database.ts';
import { mending } from '../entry-index/mend.ts';
import type { Clock } from '../ports.ts';
import { deleteBySubject } from '../roster/roster-sql.ts';
import { eraseSubjects, truncateWal } from './erasure-sql.ts';
import { type AskedSubject, type HeldEntry, type HeldParts, refOfAsked, selectHeld } from './held-entries.ts';
import { type AppendAct, oweAct, payAct } from './owed-act.ts';
import { isTimeTrusted } from './trusted-time.ts';

export interface EraseOnRequestParts extends Omit<HeldParts, 'now'> {
  readonly database: WriteDatabase;
  readonly append: AppendAct;
  readonly clock: Clock;
}

/**
 * Erases whose minimum is over, or all with an override; the others are named with date and rule. From the roster the
 * person goes at once. The act is a row, also when nothing was erased.
 * @param operator who does it, as the log names them
 */
export function eraseOnRequest(
  parts: EraseOnRequestParts,
  order: EraseOrder,
  operator?: string,
): Answer<ErasedEntries> {
  const subject = readSubject(order);
  if (!subject.ok) {
    return subject;
  }
  const { database, append, clock } = parts;
  if (!payAct(database, append)) {
    return problem('log-unavailable');
  }
  const now = clock.now();
  const held = selectHeld(database, { ...parts, now }, subject.value);
  const isTrusted = isTimeTrusted(database, now);
  const mayGo = ({ eraseFrom }: HeldEntry) =>
    order.override === true || (isTrusted && eraseFrom !== undefined && Date.parse(eraseFrom) <= now);
  const erased = held.filter(mayGo).map(({ row }) => row.seq);
  const how = order.override === true ? 'on request with override' : 'on request';
  const erase = () => {
    eraseSubjects(database, erased);
    const reason = `erase: ${erased.length} of ${held.length} ${how}: ${order.reason.trim()}`;
    oweAct(database, 'operator', reason, new Date(now).toISOString(), operator);
    // No rule keeps somebody in a roster.
    return deleteBySubject(database, refOfAsked(parts.siteKey, subject.value));
  };
  const roster = mending(database, () => transaction(database, erase));
  payAct(database, append);
  // A reader in the way: the hour's round comes to it.
  truncateWal(database);
  const kept = held.filter((each) => !mayGo(each)).map(describeKept);
  return answer({ erased, kept, roster });
}

function readSubject({ mobileNumber: mobile, fullName: name, reason }: EraseOrder): Answer<AskedSubject> {
  const mobileNumber = parseMobileNumber(mobile);
  const fullName = name === undefined ? undefined : parseFullName(name);
  if (mobileNumber === undefined) {
    return problem('invalid-input', { fields: [{ path: 'mobileNumber', problem: 'not-a-mobile-number' }] });
  }
  if (name !== undefined && fullName === undefined) {
    return problem('invalid-input', { fields: [{ path: 'fullName', problem: 'not-a-name' }] });
  }
  const subject = fullName === undefined ? { mobileNumber } : { mobileNumber, fullName };
  return namesSubject(reason, subject)
    ? problem('invalid-input', { fields: [{ path: 'reason', problem: 'names-the-person' }] })
    : answer(subject);
}

/** Whether a reason, which stays for good, tells whom it is about: a number, half of this one, or a word of the name. */
function namesSubject(reason: string, { mobileNumber, fullName }: AskedSubject): boolean {
  const digits = toLatinDigits(reason).replace(/[\s\u00a0()./\-\u2010-\u2015]/gu, '');
  const text = reason.toLowerCase();
  const words = fullName?.toLowerCase().split(/[^\p{L}\p{M}]+/u) ?? [];
  return (
    /[0-9]{10}/.test(digits) ||
    digits.includes(mobileNumber.slice(-6)) ||
    words.some((word) => word.length > 2 && text.includes(word))
  );
}

function describeKept({ row, eraseFrom, rule }: HeldEntry): ErasedEntries['kept'][number] {
  return { seq: row.seq, eraseFrom: eraseFrom ?? null, rule };
}
