/** One entry in full, and what the log keeps of its person in clear. Part of the core. */
import { type Answer, answer, type ClearSubject, type EntryDetail, problem } from '../../contract/public.ts';
import type { ReadDatabase } from '../db/database.ts';
import type { Caller } from '../dispatch/caller.ts';
import { selectEntry } from '../entry-log/entries-sql.ts';
import type { EntryRow } from '../entry-log/entry.ts';
import { sealedPrefix } from '../entry-log/seal-identity.ts';
import type { WriteReceipt } from '../receipts/receipt.ts';
import { type NameOfOperator, toEntryLine } from './entry-line.ts';
import { selectNoticeText, selectOne } from './list-sql.ts';
import { holdsNumber, namesPerson } from './reason.ts';
import type { Views } from './views.ts';

export interface DetailParts {
  readonly database: ReadDatabase;
  readonly views: Views;
  readonly writeReceipt: WriteReceipt;
  readonly nameOfOperator: NameOfOperator;
}

/** `entries.get`: the look is a row, and the receipt that goes with it is of the log with that row. */
export function getEntry(parts: DetailParts, caller: Caller, seq: number): Answer<EntryDetail> {
  const { database } = parts;
  const line = selectOne(database, seq);
  if (line === undefined) {
    return problem('not-found');
  }
  if (!parts.views.note(caller, `view: entry ${seq}`)) {
    return problem('log-unavailable');
  }
  const row = selectEntry(database, seq);
  const { id, site, terminal, clock, policy, upstream_ref: upstreamRef } = row;
  return answer({
    ...toEntryLine(line, parts.nameOfOperator),
    id,
    site,
    terminal,
    clock,
    policy,
    upstreamRef,
    consent: readConsent(database, row),
    identity: identityOf(row),
    receipt: parts.writeReceipt(seq),
  });
}

/** `entries.reveal`: only what the log keeps in full can be seen in full. */
export function revealEntry(
  { database, views }: Pick<DetailParts, 'database' | 'views'>,
  caller: Caller,
  { seq, reason }: { readonly seq: number; readonly reason: string },
): Answer<ClearSubject> {
  if (selectOne(database, seq) === undefined) {
    return problem('not-found');
  }
  const row = selectEntry(database, seq);
  const { subject_name: name, subject_mobile: mobile } = row;
  if (identityOf(row) !== 'full') {
    return problem('conflict', { message: 'The log does not keep this person in clear.' });
  }
  if (holdsNumber(reason) || namesPerson(reason, { name, mobile })) {
    return problem('invalid-input', { fields: [{ path: 'reason', problem: 'names-the-person' }] });
  }
  return views.note(caller, `reveal: entry ${seq}: ${reason}`) ? answer({ name, mobile }) : problem('log-unavailable');
}

function readConsent(database: ReadDatabase, row: EntryRow): EntryDetail['consent'] {
  const { consent_version: version, consent_locale: locale, consent_hash: hash } = row;
  return version === null || locale === null || hash === null
    ? null
    : { version, locale, hash, text: selectNoticeText(database, hash) };
}

/** What the log keeps of the person now. The commitment stays when the person is erased. */
function identityOf(row: EntryRow): EntryDetail['identity'] {
  const { subject_salt: salt, subject_name: name, subject_mobile: mobile, subject_commitment: commitment } = row;
  if (salt === null) {
    return commitment === null ? 'none' : 'erased';
  }
  if (name?.startsWith(sealedPrefix) === true) {
    return 'sealed';
  }
  return mobile !== null && /^\d{10}$/.test(mobile) ? 'full' : 'masked';
}
