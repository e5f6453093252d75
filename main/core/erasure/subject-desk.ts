/**
 * A person asks what is kept of them, or wants it gone: the two answers of the desk, by number and name. Each is a row
 * of the log, and neither row tells whom it was about. Part of the core.
 */
import { createSecretKey } from 'node:crypto';
import { join } from 'node:path';
import type { Settings } from '../config/settings.ts';
import { databaseName, isDataFolderError, openDataFolder } from '../db/data-folder.ts';
import { openForReading, type ReadDatabase, transaction, type WriteDatabase } from '../db/database.ts';
import { selectEntry } from '../entry-log/entries-sql.ts';
import type { EntryRow, Person } from '../entry-log/entry.ts';
import { buildEntryLog } from '../entry-log/entry-log.ts';
import { numberRef, subjectRef } from '../entry-log/subject.ts';
import type { Ports } from '../ports.ts';
import { eraseSubjects, selectBySubject, truncateWal } from './erasure-sql.ts';
import { erasureSpan, keepRuleOf } from './keep-rules.ts';
import { noteLook, writeLooks } from './looks.ts';
import { type AppendAct, oweAct, payAct } from './owed-act.ts';
import { buildTimeOfRow, isTimeTrusted } from './trusted-time.ts';

/** Where the desk works. */
export interface DeskPlace {
  readonly settings: Settings;
  readonly data: string;
  readonly ports: Ports;
}

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

/** What was asked for, and what was done. */
export interface ErasedSubject {
  readonly erased: readonly HeldEntry[];
  /** Those whose minimum is not over. */
  readonly kept: readonly HeldEntry[];
}

/**
 * What the log holds of somebody, oldest first. That somebody looked is a row: now, or when the running kiosk next
 * writes down who looked.
 * @throws DataFolderError, or the library's SqliteError
 */
export function findSubject(place: DeskPlace, subject: AskedSubject): HeldEntry[] {
  recordLook(place);
  const database = openForReading(join(place.data, databaseName));
  try {
    return selectHeld(place, database, subject);
  } finally {
    database.close();
  }
}

/**
 * Erases what the log holds of somebody and whose minimum is over, or all of it.
 * @throws DataFolderError, in words, also while a kiosk runs on this folder
 */
export function eraseSubject(
  place: DeskPlace,
  subject: AskedSubject,
  order: { readonly reason: string; readonly override: boolean },
): ErasedSubject {
  const { clock, files } = place.ports;
  const folder = openDataFolder(place.data, files);
  try {
    const { database } = folder;
    const append = buildAppend(place, database);
    payAct(database, append);
    const now = new Date(clock.now()).toISOString();
    const isTrusted = isTimeTrusted(database, clock.now());
    const held = selectHeld(place, database, subject);
    const mayGo = ({ eraseFrom }: HeldEntry) =>
      order.override || (isTrusted && eraseFrom !== undefined && eraseFrom <= now);
    const erased = held.filter(mayGo);
    const how = order.override ? 'on request with override' : 'on request';
    transaction(database, () => {
      eraseSubjects(
        database,
        erased.map(({ row }) => row.seq),
      );
      oweAct(database, 'operator', `erase: ${erased.length} of ${held.length} ${how}: ${order.reason}`, now);
    });
    payAct(database, append);
    truncateWal(database);
    return { erased, kept: held.filter((each) => !mayGo(each)) };
  } finally {
    folder.close();
  }
}

/** With the folder free the row is written at once; else the running kiosk is left a note. */
function recordLook(place: DeskPlace): void {
  const { data, ports } = place;
  try {
    const folder = openDataFolder(data, ports.files);
    try {
      const append = buildAppend(place, folder.database);
      append({ outcome: 'act', channel: 'operator', reason: 'view: find' });
      writeLooks(data, append);
    } finally {
      folder.close();
    }
  } catch (error) {
    if (!isDataFolderError(error) || error.code !== 'locked') {
      throw error;
    }
    noteLook(data, 'find', new Date(ports.clock.now()).toISOString(), ports.files);
  }
}

function buildAppend({ settings, ports }: DeskPlace, database: WriteDatabase): AppendAct {
  const { clock, random, secrets } = ports;
  return buildEntryLog({ database, settings, siteKey: secrets.key('site', 32), clock, random }).append;
}

function selectHeld({ settings, ports }: DeskPlace, database: ReadDatabase, subject: AskedSubject): HeldEntry[] {
  const key = createSecretKey(ports.secrets.key('site', 32));
  const { mobileNumber, fullName } = subject;
  const ref = fullName === undefined ? numberRef(key, mobileNumber) : subjectRef(key, { mobileNumber, fullName });
  const timeOf = buildTimeOfRow(database, ports.clock.now());
  return selectBySubject(database, ref).map((seq) => {
    const row = selectEntry(database, seq);
    const at = timeOf(row);
    const rule = keepRuleOf(settings, row.purpose);
    const span = at === undefined ? undefined : erasureSpan(at, rule);
    return { row, rule: rule.words, eraseFrom: iso(span?.from), eraseBy: iso(span?.by) };
  });
}

function iso(at: number | undefined): string | undefined {
  return at === undefined ? undefined : new Date(at).toISOString();
}
