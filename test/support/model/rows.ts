/** The log as it is found after each step: it may grow, and nothing else. For tests only. */
import { join } from 'node:path';
import { nodeTools } from '../../../main/cli/verify/node-tools.ts';
import { databaseName } from '../../../main/core/db/data-folder.ts';
import { openForReading, type ReadDatabase } from '../../../main/core/db/database.ts';
import { selectEntries } from '../../../main/core/entry-log/entries-sql.ts';
import type { EntryRow } from '../../../main/core/entry-log/entry.ts';
import { verifyLog } from '../../../main/core/verify/verify-log.ts';
import { must, type Owed } from './guest.ts';

/** More rows than one step can bring. */
const mostNew = 100;
const day = 86_400_000;
/** No row is older than the program; a longer silence than this is remarked on. */
const [programAge, longestSilence] = [Date.UTC(2026, 0, 1), 400 * day];

export class Rows {
  readonly known: EntryRow[] = [];
  #database: ReadDatabase;

  constructor(data: string) {
    this.#database = openForReading(join(data, databaseName));
  }

  /** The same log is in another folder now. */
  moved(data: string): void {
    this.close();
    this.#database = openForReading(join(data, databaseName));
  }

  close(): void {
    this.#database.close();
  }

  /**
   * Reads what is new and holds it against what is owed: each of these once, and beside them only the terminal's acts.
   * While the clock is wrong beside the upstream's, a row may say that too.
   */
  settle(owed: readonly Owed[], isClockWrong: boolean): void {
    const recent = selectEntries(this.#database, mostNew);
    const before = this.known.at(-1);
    const fresh = recent.filter(({ seq }) => seq > (before?.seq ?? 0));
    const same = recent.find(({ seq }) => seq === before?.seq);
    must(before === undefined || idOf(same) === idOf(before), 'the newest row that was known is gone');
    for (const row of fresh) {
      this.#add(row, isClockWrong);
    }
    const found = fresh.filter(({ outcome }) => outcome !== 'act').map(describe);
    const wanted = owed.map(describe);
    must(String(found.sort()) === String(wanted.sort()), `owed are the rows [${wanted}], and there are [${found}]`);
  }

  /** A row that somebody was shown is the one in the log. */
  mustHave({ seq, entryId }: { readonly seq: number; readonly entryId: string }, owed: Owed): void {
    const row = this.known[seq - 1];
    must(row?.id === entryId && describe(row) === describe(owed), `row ${seq} is not what was shown`);
  }

  /** Reads and verifies the whole once more: the file, the rows, the tree and every signed head. */
  verify(data: string, seed: Uint8Array): void {
    must(this.#database.pragma('integrity_check', { simple: true }) === 'ok', 'the file is not sound');
    const all = selectEntries(this.#database, this.known.length + mostNew);
    must(String(all.map(idOf)) === String(this.known.map(idOf)), 'the rows are not those that were seen one by one');
    must(new Set(all.map(({ id }) => id)).size === all.length, 'two rows have the same identifier');
    const options = { path: join(data, databaseName), seed, older: [], tools: nodeTools, onProgress: () => {} };
    const { findings } = verifyLog(options);
    const wrong = findings.filter(({ state }) => state === 'fails');
    must(wrong.length === 0, `verify fails: ${JSON.stringify(wrong)}`);
  }

  #add(row: EntryRow, isClockWrong: boolean): void {
    const before = this.known.at(-1);
    must(row.seq === (before?.seq ?? 0) + 1, `row ${row.seq} follows row ${before?.seq}`);
    const since = before === undefined ? 0 : Date.parse(row.at) - Date.parse(before.at);
    const isOdd = Date.parse(row.at) < programAge || since < -2_000 || since > longestSilence;
    const isRemarked = row.clock !== 'ok';
    must(
      isOdd === isRemarked || (isClockWrong && isRemarked),
      `row ${row.seq} says "${row.clock}" ${since} ms after the one before`,
    );
    this.known.push(row);
  }
}

function idOf(row: EntryRow | undefined): string {
  return `${row?.seq} ${row?.id} ${row?.at} ${row?.outcome} ${row?.subject_commitment}`;
}

function describe({ outcome, reason, status }: Owed): string {
  return `${outcome}/${reason}/${status}`;
}
