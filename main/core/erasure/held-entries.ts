/** What the log holds of somebody, and until when. Part of the core. */
import type { Settings } from '../config/settings.ts';
import type { ReadDatabase } from '../db/database.ts';
import { findBySubject } from '../entry-index/search.ts';
import { selectEntry } from '../entry-log/entries-sql.ts';
import type { EntryRow, Person } from '../entry-log/entry.ts';
import { buildKeyedHash } from '../entry-log/keyed-hash.ts';
import { numberRef, subjectRef } from '../entry-log/subject.ts';
import { erasureSpan, keepRuleOf } from './keep-rules.ts';
import { buildTimeOfRow } from './trusted-time.ts';

/** Whom it is about; without a name everybody on that number. */
export type AskedSubject = Pick<Person, 'mobileNumber'> & Partial<Pick<Person, 'fullName'>>;

/** A row that holds something of the person, and when that goes. Undefined as long as the row's time is in doubt. */
export interface HeldEntry {
  readonly row: EntryRow;
  /** ISO 8601 in UTC; not before without an override. */
  readonly eraseFrom: string | undefined;
  readonly eraseBy: string | undefined;
  /** The rule of the configuration in words. */
  readonly rule: string;
}

/** What the search needs. */
export interface HeldParts {
  readonly settings: Pick<Settings, 'policy' | 'privacy'>;
  /** The key of the site, 32 bytes. */
  readonly siteKey: Uint8Array;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** What the references to somebody begin with: all of it with a name, half without. `siteKey` is 32 bytes. */
export function refOfAsked(siteKey: Uint8Array, { mobileNumber, fullName }: AskedSubject): string {
  const siteHash = buildKeyedHash(siteKey);
  return fullName === undefined ? numberRef(siteHash, mobileNumber) : subjectRef(siteHash, { mobileNumber, fullName });
}

/** The rows, oldest first. */
export function selectHeld(database: ReadDatabase, parts: HeldParts, subject: AskedSubject): HeldEntry[] {
  const ref = refOfAsked(parts.siteKey, subject);
  const timeOf = buildTimeOfRow(database, parts.now);
  return findBySubject(database, ref).map((seq) => {
    const row = selectEntry(database, seq);
    const at = timeOf(row);
    const rule = keepRuleOf(parts.settings, row.purpose);
    const span = at === undefined ? undefined : erasureSpan(at, rule);
    return { row, rule: rule.words, eraseFrom: iso(span?.from), eraseBy: iso(span?.by) };
  });
}

function iso(at: number | undefined): string | undefined {
  return at === undefined ? undefined : new Date(at).toISOString();
}
