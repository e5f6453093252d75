/** The log as it was found after each death of the kiosk: it may grow, and nothing else. For tests only. */
import { join } from 'node:path';
import { expect } from 'vitest';
import { maskMobileNumber } from '../../main/contract/public.ts';
import { databaseName } from '../../main/core/db/data-folder.ts';
import { openForReading } from '../../main/core/db/database.ts';
import type { EntryRow } from '../../main/core/entry-log/entry.ts';
import { checkCodeOf, leafHash } from '../../main/core/entry-log/leaf.ts';
import { openLogReader } from '../../main/core/kiosk.ts';
import type { Shown, Witness } from './crowd.ts';

/** More rows than are written between two deaths. */
const recentRows = 2_000;

export class KnownLog {
  readonly #data: string;
  /** Row number n stands at n - 1. */
  readonly #rows: EntryRow[] = [];

  constructor(data: string) {
    this.#data = data;
  }

  get rows(): readonly EntryRow[] {
    return this.#rows;
  }

  /** Reads what is new: it goes on without a gap from the newest row that was known, which is still the same. */
  readNew(): void {
    const recent = this.#read(recentRows);
    const newest = this.#rows.at(-1);
    const seqs = recent.map(({ seq }) => seq);
    expect(seqs).toEqual(seqs.map((_, index) => (seqs[0] ?? 1) + index));
    expect(seqs[0] ?? 1).toBeLessThanOrEqual((newest?.seq ?? 0) + 1);
    if (newest !== undefined) {
      expect(recent.find(({ seq }) => seq === newest.seq)).toEqual(newest);
    }
    this.#rows.push(...recent.filter(({ seq }) => seq > (newest?.seq ?? 0)));
  }

  /** Everything that was shown is there, as it was shown. */
  expectAll({ shown, declined }: Witness): void {
    for (const one of shown) {
      this.#expectShown(one);
    }
    for (const seq of declined) {
      expect(this.#rows[seq - 1]).toMatchObject({ seq, outcome: 'declined', subject_ref: null });
    }
  }

  #expectShown({ seq, entryId, decision, status, checkCode, person }: Shown): void {
    const row = this.#rows[seq - 1];
    if (row === undefined) {
      throw new Error(`row ${seq} was shown and is not in the log`);
    }
    const subject_mobile = maskMobileNumber(person.mobile_number);
    expect(row).toMatchObject({ seq, id: entryId, outcome: decision, status, subject_mobile });
    const { subject_ref, subject_name, subject_mobile: _, subject_salt, ...evidence } = row;
    expect(checkCodeOf(leafHash(evidence))).toBe(checkCode);
  }

  /** The whole file, once more: sound, the same rows as were read piece by piece, and one row a visit. */
  expectWhole(): void {
    const database = openForReading(join(this.#data, databaseName));
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(database.pragma('foreign_key_check')).toEqual([]);
    database.close();
    expect(this.#read(this.#rows.length + 1)).toEqual(this.#rows);
    expect(this.#rows.map(({ seq }) => seq)).toEqual(this.#rows.map((_, index) => index + 1));
    const visits = this.#rows.map(({ subject_ref }) => subject_ref).filter((ref) => ref !== null);
    expect(new Set(visits).size).toBe(visits.length);
  }

  #read(limit: number): EntryRow[] {
    const reader = openLogReader({ data: this.#data });
    try {
      return reader.list({ limit });
    } finally {
      reader.close();
    }
  }
}
