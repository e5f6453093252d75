/**
 * A file of the office as text. The terminal reads UTF-8; what Excel calls Unicode text is decoded here.
 * Runs in the operator face.
 */
import { longestRoster } from '../../../../main/contract/public.ts';

/** Why a file is no table. */
export type FileTrouble = 'not-utf-8' | 'workbook' | 'too-long' | 'empty' | 'unreadable';

export type TableText = { readonly text: string } | { readonly trouble: FileTrouble };

/** How workbooks begin: those of today are ZIP archives, those of before 2007 compound files. */
const workbooks = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];

/** In UTF-8 a character takes up to three bytes for each of its UTF-16 units. */
const mostBytes = longestRoster * 3;

/** Reads a file; it never throws. */
export async function readTable(file: Blob): Promise<TableText> {
  if (file.size > mostBytes) {
    return { trouble: 'too-long' };
  }
  try {
    return decodeTable(new Uint8Array(await file.arrayBuffer()));
  } catch {
    return { trouble: 'unreadable' };
  }
}

/** Decodes the bytes of a file, in UTF-8 or UTF-16. */
export function decodeTable(bytes: Uint8Array): TableText {
  if (workbooks.some((mark) => mark.every((byte, index) => bytes[index] === byte))) {
    return { trouble: 'workbook' };
  }
  try {
    return checkTable(new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes));
  } catch {
    return { trouble: 'not-utf-8' };
  }
}

/** Whether a text can be a table at all. */
export function checkTable(text: string): TableText {
  if (text.trim() === '') {
    return { trouble: 'empty' };
  }
  return text.length > longestRoster ? { trouble: 'too-long' } : { text };
}

/** By its mark, else by the zeros that UTF-16 has beside every Latin letter. */
function encodingOf([first, second]: Uint8Array): string {
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) {
    return 'utf-16le';
  }
  return (first === 0xfe && second === 0xff) || (first === 0 && second !== 0) ? 'utf-16be' : 'utf-8';
}
