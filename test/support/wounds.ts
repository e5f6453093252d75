/** Does to the file of a log what broken media do: takes away whole pages. For tests only. */
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import Database from 'better-sqlite3';

/** Bytes of a page of SQLite. */
export const pageBytes = 4096;

/** The number of the page, counted from 0, on which this row stands. */
export function pageOf(path: string, seq: number): number {
  const database = new Database(path, { readonly: true });
  const { id } = database.prepare('SELECT id FROM entries WHERE seq = ?').get(seq) as { id: string };
  database.close();
  return Math.floor(readFileSync(path).indexOf(id) / pageBytes);
}

/** Overwrites a page. */
export function wipePage(path: string, page: number): void {
  const handle = openSync(path, 'r+');
  writeSync(handle, new Uint8Array(pageBytes).fill(0xff), 0, pageBytes, page * pageBytes);
  closeSync(handle);
}

/** The number of the page, counted from 0, on which a table begins. */
export function rootOf(path: string, table: string): number {
  const database = new Database(path, { readonly: true });
  const found = database.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').get(table) as {
    rootpage: number;
  };
  database.close();
  return found.rootpage - 1;
}
