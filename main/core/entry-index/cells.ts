/**
 * What the entry index keeps of a row, as bytes of one length: a column of cells stands in blocks, and a search walks
 * the blocks of one column instead of whole rows. Pure; part of the core (docs/decisions/0009).
 */
import { sealedPrefix } from '../entry-log/seal-identity.ts';
import { normaliseName } from '../entry-log/subject.ts';

/** The bytes of a block: with its head it fills one page of the file, and is always written over in its place. */
export const blockBytes = 4000;

/** A column: its table, how many bytes of each row it has, and how they are written down elsewhere. */
export interface Column {
  readonly table: 'entry_numbers' | 'entry_codes' | 'entry_names';
  readonly width: number;
  readonly encoding: 'hex' | 'utf8';
}

/** The first 32 bits of `subject_ref`, which are of the number alone. Zero where there is nobody (any longer). */
export const numbers: Column = { table: 'entry_numbers', width: 4, encoding: 'hex' };

/** The first 32 bits of the leaf: most of the check code. */
export const codes: Column = { table: 'entry_codes', width: 4, encoding: 'hex' };

/** How the name begins, as people search for it. Zero where there is none (any longer), or where it is sealed. */
export const names: Column = { table: 'entry_names', width: 16, encoding: 'utf8' };

/** Where the cell of a row is. */
export function placeOf({ width }: Column, seq: number): { readonly block: number; readonly offset: number } {
  const rows = blockBytes / width;
  return { block: Math.floor((seq - 1) / rows), offset: ((seq - 1) % rows) * width };
}

/** The number of the row whose cell is there. */
export function seqAt({ width }: Column, block: number, offset: number): number {
  return (block * blockBytes + offset) / width + 1;
}

/**
 * Writes a cell over zeros: the beginning of a text, as far as whole characters of it fit. Texts that begin alike have
 * cells that begin alike. @returns how many bytes it wrote
 */
export function writeCell({ width, encoding }: Column, cells: Buffer, offset: number, text: string): number {
  return cells.write(encoding === 'hex' ? text.slice(0, 2 * width) : text, offset, width, encoding);
}

/** What to look for in a column: the bytes of the cells that begin so. */
export function beginningOf(column: Column, text: string): Uint8Array {
  const cell = Buffer.alloc(column.width);
  return cell.subarray(0, writeCell(column, cell, 0, text));
}

/**
 * A name as it is kept, in the form in which names are compared: NFKC, lower case, single spaces, and an asterisk for
 * each hidden letter, which takes three bytes otherwise and is on no keyboard. Empty for what is sealed.
 */
export function searchableName(kept: string): string {
  return kept.startsWith(sealedPrefix) ? '' : normaliseName(kept).replaceAll('•', '*');
}

/** Rows of one group at most: a group never spans more of the log than this, whatever the clock showed. */
export const groupRows = 1000;

/**
 * The quarter of an hour of a time, `2026-01-15T04:30`, in UTC: the hours and days of every time zone are made of
 * such quarters, and those of India are not made of hours.
 */
export function quarterOf(at: string): string {
  const [, hour, minutes] = /^(.+T\d\d:)(\d\d)/.exec(at) ?? [];
  return hour === undefined ? at : `${hour}${String(Math.floor(Number(minutes) / 15) * 15).padStart(2, '0')}`;
}
