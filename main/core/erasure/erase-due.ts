/** Erases whose time is over, in batches that keep no visitor waiting. Part of the core. */
import type { Settings } from '../config/settings.ts';
import { transaction, type WriteDatabase } from '../db/database.ts';
import { catchUp } from '../entry-index/catch-up.ts';
import { mending } from '../entry-index/mend.ts';
import { type Cursor, eraseSubjects, type KeptRow, selectKept, selectKeptPurposes } from './erasure-sql.ts';
import { erasureSpan, type KeepRule, keepRuleOf, oldestKept } from './keep-rules.ts';
import { oweAct } from './owed-act.ts';
import { buildTimeOfRow, type TimeOfRow } from './trusted-time.ts';

/** Rows looked at, and erased, in one go: a few milliseconds. */
const batch = 200;

/** Rows brought into the index in one go: as long. */
const indexBatch = 500;

/** Before the time of any row, and after that of any. */
const [beginning, end] = ['', '\u{10ffff}'];

/** What one pass is about. */
export interface Pass {
  readonly database: WriteDatabase;
  readonly settings: Pick<Settings, 'policy' | 'privacy'>;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** So many milliseconds ahead of its latest moment a row may go, so that it is gone by then; never before its min. */
  readonly aheadMs: number;
}

/** One pass over all that is kept. Each step is a batch; it yields how many persons have been erased so far. */
export function* eraseDue(pass: Pass): Generator<number, number, void> {
  const { database, settings, now, aheadMs } = pass;
  while (!catchUp(database, indexBatch)) {
    yield 0;
  }
  const timeOf = buildTimeOfRow(database, now);
  let erased = 0;
  for (const purpose of mending(database, () => selectKeptPurposes(database))) {
    const rule = keepRuleOf(settings, purpose);
    const oldest = new Date(oldestKept(now + aheadMs, rule)).toISOString();
    const ahead = new Date(now).toISOString();
    // Rows that are old enough by their own time, and those whose own time is still to come, and so is wrong.
    for (const [from, until] of [[beginning, oldest] as const, [ahead, end] as const]) {
      for (const rows of pages(database, purpose, from, until)) {
        const due = rows.filter((row) => isDue(row, timeOf, rule, pass)).map(({ seq }) => seq);
        erased += due.length;
        eraseBatch(pass, due, erased);
        yield erased;
      }
    }
  }
  return erased;
}

function* pages(database: WriteDatabase, purpose: string | null, from: string, until: string): Generator<KeptRow[]> {
  let after: Cursor = { at: from, seq: Number.MAX_SAFE_INTEGER };
  for (;;) {
    const page = { purpose, after, until, limit: batch };
    const rows = mending(database, () => selectKept(database, page));
    const last = rows.at(-1);
    if (last === undefined) {
      return;
    }
    yield rows;
    after = last;
  }
}

function isDue(row: KeptRow, timeOf: TimeOfRow, rule: KeepRule, { now, aheadMs }: Pass): boolean {
  const at = timeOf(row);
  if (at === undefined) {
    return false;
  }
  const { from, by } = erasureSpan(at, rule);
  return from <= now && by <= now + aheadMs;
}

/** The rows and the act that tells of all so far, in one transaction. */
function eraseBatch({ database, now }: Pass, seqs: readonly number[], erased: number): void {
  if (seqs.length > 0) {
    const erase = () => {
      eraseSubjects(database, seqs);
      oweAct(database, 'kiosk', `erase: ${erased} whose time was over`, new Date(now).toISOString());
    };
    mending(database, () => transaction(database, erase));
  }
}
