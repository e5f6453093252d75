/**
 * A person asks what is kept of them, or wants it gone: the two answers of the desk while no kiosk need run. Each is a
 * row of the log, and neither row tells whom it was about. Part of the core.
 */
import { join } from 'node:path';
import type { Answer, ErasedEntries, EraseOrder } from '../../contract/public.ts';
import type { Settings } from '../config/settings.ts';
import { databaseName, isDataFolderError, openDataFolder } from '../db/data-folder.ts';
import { openForReading, type WriteDatabase } from '../db/database.ts';
import { dropBackups } from '../db/kept-backups.ts';
import { buildEntryLog } from '../entry-log/entry-log.ts';
import type { Ports } from '../ports.ts';
import { eraseOnRequest } from './erase-on-request.ts';
import { type AskedSubject, type HeldEntry, selectHeld } from './held-entries.ts';
import { noteLook, writeLooks } from './looks.ts';
import type { AppendAct } from './owed-act.ts';

/** Where the desk works. */
export interface DeskPlace {
  readonly settings: Settings;
  readonly data: string;
  readonly ports: Ports;
}

/**
 * What the log holds of somebody, oldest first. That somebody looked is a row: now, or when the running kiosk next
 * writes down who looked.
 * @throws DataFolderError, or the library's SqliteError
 */
export function findSubject(place: DeskPlace, subject: AskedSubject): HeldEntry[] {
  recordLook(place);
  const { settings, data, ports } = place;
  const database = openForReading(join(data, databaseName));
  try {
    return selectHeld(database, { settings, siteKey: siteKeyOf(ports), now: ports.clock.now() }, subject);
  } finally {
    database.close();
  }
}

/**
 * Erases what the log holds of somebody and whose minimum is over, or all of it.
 * @throws DataFolderError, in words, also while a kiosk runs on this folder; the library's SqliteError
 */
export function eraseSubject(place: DeskPlace, order: EraseOrder): Answer<ErasedEntries> {
  const { settings, data, ports } = place;
  const folder = openDataFolder(data, ports.files);
  try {
    const { database } = folder;
    const append = buildAppend(place, database);
    const parts = { database, settings, siteKey: siteKeyOf(ports), append, clock: ports.clock };
    const erased = eraseOnRequest(parts, order);
    // The kiosk makes a new one when it runs again.
    dropBackups(data, ports.files);
    return erased;
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
  const { clock, random } = ports;
  return buildEntryLog({ database, settings, siteKey: siteKeyOf(ports), clock, random }).append;
}

function siteKeyOf({ secrets }: Ports): Uint8Array {
  return secrets.key('site', 32);
}
