/** The coverage as a table for spreadsheets: CSV as RFC 4180 has it, in UTF-8 with the mark that Excel asks for. Pure. */
import type { RosterLine } from '../../contract/public.ts';

/** The mark and the titles. */
export const tableHead = '\uFEFFreference,verified,status,verified_at,entry\r\n';

/** One person's line. */
export function tableLine({ reference, status, at, seq }: RosterLine): string {
  return `${cell(reference)},${status === null ? 'no' : 'yes'},${status ?? ''},${at ?? ''},${seq ?? ''}\r\n`;
}

/** What a spreadsheet shows as it stands, although it takes it for a number. */
const plainNumber = /^(?:0|[1-9][0-9]{0,14})$/;

/**
 * No cell is taken for a formula, or for a number that is then shown otherwise: as in the table of an export (see
 * `columns-sql.ts`), before all that does not begin with a letter goes an apostrophe. Plain numbers stay: offices number
 * their people, and join this table to another by it.
 */
function cell(reference: string): string {
  const first = reference.codePointAt(0) ?? 0;
  const safe = plainNumber.test(reference) || (first >= 0x41 && first < 0xff00);
  const text = (safe ? '' : "'") + reference;
  return `"${text.replaceAll('"', '""')}"`;
}
