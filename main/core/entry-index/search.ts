/**
 * Finds rows by what people know of them. A search walks the index up to the row to which it is complete, and the few
 * rows after that one by one, so that it misses nothing at any moment, also through a handle that cannot write. Part of the core.
 */
import type { ReadDatabase } from '../db/database.ts';
import { beginningOf, type Column, codes, names, numbers, placeOf, searchableName, seqAt } from './cells.ts';
import {
  hasLeaf,
  hasSubject,
  selectBlocksWith,
  selectByLeaf,
  selectBySubject,
  selectIndexedTo,
  selectName,
  selectNamesBetween,
} from './entry-index-sql.ts';
import { isDamage } from './mend.ts';

/**
 * The numbers of the rows whose `subject_ref` begins so, oldest first: the first half of one is a number, a whole one
 * a person.
 */
export function findBySubject(database: ReadDatabase, ref: string): number[] {
  return search(database, (indexedTo) => {
    const candidates = Array.from(candidatesOf(database, numbers, ref, indexedTo));
    const found = candidates.filter((seq) => hasSubject(database, seq, ref));
    return [...found.reverse(), ...selectBySubject(database, ref, indexedTo)];
  });
}

/** The numbers of the rows with this check code (see `readCheckCode`), oldest first. Hardly ever more than one. */
export function findByCheckCode(database: ReadDatabase, start: Uint8Array): number[] {
  return search(database, (indexedTo) => {
    const candidates = Array.from(candidatesOf(database, codes, Buffer.from(start).toString('hex'), indexedTo));
    const found = candidates.filter((seq) => hasLeaf(database, seq, start));
    return [...found.reverse(), ...selectByLeaf(database, start, indexedTo)];
  });
}

/** A page of what was found by name. */
export interface NamePage {
  /** Only rows before this number; all of them when it is left out. */
  readonly before?: number;
  readonly limit: number;
}

/**
 * The numbers of the rows whose name, as it is kept, begins so, newest first. A masked name is found by its mask:
 * `A••• K` or `a*** k`. Spelling does not matter as far as `normaliseName` goes. Nothing is found for an empty word.
 */
export function findByName(
  database: ReadDatabase,
  name: string,
  { before = Number.MAX_SAFE_INTEGER, limit }: NamePage,
): number[] {
  const start = searchableName(name);
  return start === ''
    ? []
    : search(database, (indexedTo) => take(limit, rowsByName(database, start, before, indexedTo)));
}

function* rowsByName(database: ReadDatabase, start: string, before: number, indexedTo: number): Generator<number> {
  const begins = (name: string | null | undefined) => searchableName(name ?? '').startsWith(start);
  for (const { seq, name } of selectNamesBetween(database, indexedTo, before)) {
    if (begins(name)) {
      yield seq;
    }
  }
  for (const seq of candidatesOf(database, names, start, Math.min(indexedTo, before - 1))) {
    if (begins(selectName(database, seq))) {
      yield seq;
    }
  }
}

function take(limit: number, seqs: Iterable<number>): number[] {
  const taken: number[] = [];
  for (const seq of seqs) {
    if (taken.length >= limit) {
      break;
    }
    taken.push(seq);
  }
  return taken;
}

/**
 * The rows up to one whose cell begins like this text, newest first. Cells are short: whether it is the one that was
 * meant is for the row itself to tell.
 */
function* candidatesOf(database: ReadDatabase, column: Column, text: string, last: number): Generator<number> {
  const bytes = beginningOf(column, text);
  if (last === 0 || bytes.length === 0) {
    return;
  }
  let before = placeOf(column, last).block + 1;
  for (;;) {
    const blocks = selectBlocksWith(database, column, bytes, before);
    for (const { block, cells } of blocks) {
      for (let at = cells.lastIndexOf(bytes); at >= 0; at = at === 0 ? -1 : cells.lastIndexOf(bytes, at - 1)) {
        const seq = seqAt(column, block, at);
        if (at % column.width === 0 && seq <= last) {
          yield seq;
        }
      }
    }
    const oldest = blocks.at(-1);
    if (oldest === undefined) {
      return;
    }
    before = oldest.block;
  }
}

/**
 * Searches at one moment of the log, with the row up to which the index is complete. With an index that is damaged or
 * not there that is 0, and the whole log is read instead.
 */
export function search<T>(database: ReadDatabase, run: (indexedTo: number) => T): T {
  const atOneMoment = (from: () => number) => database.transaction(() => run(from())).deferred();
  try {
    return atOneMoment(() => selectIndexedTo(database));
  } catch (error) {
    if (!isDamage(error)) {
      throw error;
    }
    return atOneMoment(() => 0);
  }
}
