/**
 * Rows of the log as a table for people.
 * Runs in Node, for the CLI.
 */
import type { EntryRow } from '../../core/kiosk.ts';
import type { CommandIo } from '../command.ts';
import { formatTable } from '../table.ts';

const headings = ['SEQ', 'AT (UTC)', 'TERMINAL', 'CHANNEL', 'PURPOSE', 'OUTCOME', 'STATUS', 'REASON', 'NAME', 'MOBILE'];

/** A row with what a command adds to it. */
export interface PrintedEntry {
  readonly row: EntryRow;
  readonly more?: readonly string[];
}

/** Prints them, a line a row, with the columns that are added under their headings. */
export function printEntries(entries: readonly PrintedEntry[], io: CommandIo, more: readonly string[] = []): void {
  const rows = entries.map((entry) => [...toCells(entry.row), ...(entry.more ?? [])]);
  for (const line of formatTable([...headings, ...more], rows)) {
    io.out(line);
  }
}

function toCells(row: EntryRow): string[] {
  const { seq, at, terminal, channel, purpose, outcome, status, reason, subject_name, subject_mobile } = row;
  // A sealed identity is a thousand characters that nobody here can read.
  const name = subject_name?.startsWith('age:') === true ? '(sealed)' : subject_name;
  const cells = [seq, at, terminal, channel, purpose, outcome, status, reason, name, subject_mobile];
  return cells.map((cell) => (cell === null ? '-' : String(cell)));
}
