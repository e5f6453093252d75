/** All SQL of the outbox. Functions take the handle first. Part of the core. */
import type { WebhookEvent } from '../../contract/public.ts';
import { change, type ReadDatabase, statement, type WriteDatabase } from '../db/database.ts';

/** An event as it is written with its row. */
export interface NewEvent {
  readonly seq: number;
  readonly party: string;
  /** The verification that the row is of. */
  readonly txn: string;
  readonly nonce: string | null;
  /** What the system is told in place of what the row says. */
  readonly toldOutcome: string | null;
  readonly toldReason: string | null;
}

/** The event that is sent next. */
export interface WaitingEvent extends NewEvent {
  readonly attempts: number;
}

/** A receiver that did not take the last event. */
export interface FailingReceiver {
  /** Tries in a row that failed. */
  readonly failures: number;
  /** Milliseconds since 1970. */
  readonly nextAt: number;
  readonly gone: boolean;
}

/** An event as it stands in the outbox, with what its row says. */
export interface StoredEvent {
  readonly seq: number;
  readonly entryId: string;
  readonly party: string;
  readonly outcome: string;
  readonly at: string;
  readonly state: WebhookEvent['state'];
  readonly attempts: number;
  readonly problem: string | null;
}

/** Keeps an event; inside the transaction of its row. */
export function insertEvent(database: WriteDatabase, event: NewEvent): void {
  const { seq, party, txn, nonce, toldOutcome, toldReason } = event;
  const sql = 'INSERT INTO outbox (seq, party, txn, nonce, told_outcome, told_reason) VALUES (?, ?, ?, ?, ?, ?)';
  change(database, 1, sql, seq, party, txn, nonce, toldOutcome, toldReason);
}

/** The first event of a party that waits. */
export function selectNext(database: ReadDatabase, party: string): WaitingEvent | undefined {
  const sql = `SELECT seq, party, txn, nonce, told_outcome AS toldOutcome, told_reason AS toldReason, attempts
    FROM outbox WHERE state = 'waiting' AND party = ? ORDER BY seq LIMIT 1`;
  return statement(database, sql).get(party) as WaitingEvent | undefined;
}

/** The parties for which events wait. */
export function selectWaitingParties(database: ReadDatabase): string[] {
  const sql = "SELECT DISTINCT party FROM outbox WHERE state = 'waiting' ORDER BY party";
  return statement(database, sql).pluck().all() as string[];
}

/** How the receiver of a party failed; undefined where it took the last event. */
export function selectReceiver(database: ReadDatabase, party: string): FailingReceiver | undefined {
  const sql = 'SELECT failures, next_at AS nextAt, gone FROM outbox_receivers WHERE party = ?';
  const row = statement(database, sql).get(party) as (Omit<FailingReceiver, 'gone'> & { gone: number }) | undefined;
  return row && { ...row, gone: row.gone === 1 };
}

/** The receiver has taken the event, which may have been dropped while it was on its way. */
export function markDelivered(database: WriteDatabase, { party, seq }: WaitingEvent, wasFailing: boolean): void {
  const sql = "UPDATE outbox SET state = 'delivered', attempts = attempts + 1, problem = NULL WHERE seq = ?";
  statement(database, sql).run(seq);
  if (wasFailing) {
    clearReceiver(database, party);
  }
}

/** The receiver has not taken the event. */
export function markFailed(
  database: WriteDatabase,
  { party, seq }: WaitingEvent,
  problem: string,
  { failures, nextAt, gone }: FailingReceiver,
): void {
  statement(database, 'UPDATE outbox SET attempts = attempts + 1, problem = ? WHERE seq = ?').run(problem, seq);
  const sql = `INSERT INTO outbox_receivers (party, failures, next_at, gone) VALUES (?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET failures = excluded.failures, next_at = excluded.next_at, gone = excluded.gone`;
  change(database, 1, sql, party, failures, nextAt, gone ? 1 : 0);
}

/** Gives up what waits and has been tried so often, or is of before this moment. @returns how many events that are */
export function buryOld(database: WriteDatabase, party: string, attempts: number, before: string): number {
  const sql = `UPDATE outbox SET state = 'dead' WHERE state = 'waiting' AND party = ?
    AND (attempts >= ? OR (SELECT at FROM entries WHERE entries.seq = outbox.seq) <= ?)`;
  return statement(database, sql).run(party, attempts, before).changes;
}

/** Gives up all that waits, for this reason. @returns how many events that are */
export function buryAll(database: WriteDatabase, party: string, problem: string): number {
  const sql = "UPDATE outbox SET state = 'dead', problem = ? WHERE state = 'waiting' AND party = ?";
  return statement(database, sql).run(problem, party).changes;
}

/** Forgets what waits for a party that is no more, and that its receiver failed. @returns how many events that were */
export function dropWaiting(database: WriteDatabase, party: string): number {
  clearReceiver(database, party);
  return statement(database, "DELETE FROM outbox WHERE state = 'waiting' AND party = ?").run(party).changes;
}

/** A receiver counts as one that has never failed. */
export function clearReceiver(database: WriteDatabase, party: string): void {
  statement(database, 'DELETE FROM outbox_receivers WHERE party = ?').run(party);
}

/** Which events a replay sends: that of one entry, or all that were given up. */
const ofReplay = `party = @party AND (@entryId IS NULL AND state = 'dead'
  OR seq = (SELECT seq FROM outbox AS one JOIN entries USING (seq) WHERE one.party = @party AND id = @entryId))`;

/** How many events a replay would send. */
export function countRevivable(database: ReadDatabase, party: string, entryId?: string): number {
  const sql = `SELECT count(*) FROM outbox WHERE ${ofReplay}`;
  return Number(
    statement(database, sql)
      .pluck()
      .get({ party, entryId: entryId ?? null }),
  );
}

/** Lets events wait as if they had never been tried. */
export function revive(database: WriteDatabase, party: string, entryId?: string): void {
  const sql = `UPDATE outbox SET state = 'waiting', attempts = 0, problem = NULL WHERE ${ofReplay}`;
  statement(database, sql).run({ party, entryId: entryId ?? null });
}

const stored = `SELECT outbox.seq, entries.id AS entryId, party, outcome, at, state, attempts, problem
  FROM outbox JOIN entries USING (seq)`;

/** The newest events, of one party and of one state where that is asked for. */
export function selectEvents(
  database: ReadDatabase,
  { party, state }: { readonly party?: string | undefined; readonly state?: string | undefined },
  limit: number,
): StoredEvent[] {
  const sql = `${stored} WHERE (@party IS NULL OR party = @party) AND (@state IS NULL OR state = @state)
    ORDER BY outbox.seq DESC LIMIT @limit`;
  return statement(database, sql).all({ party: party ?? null, state: state ?? null, limit }) as StoredEvent[];
}

/** How many events wait, and how many were given up: of all parties, or of one. */
export function countEvents(database: ReadDatabase, party?: string): { waiting: number; dead: number } {
  const sql = `SELECT
    (SELECT count(*) FROM outbox WHERE state = 'waiting' AND (@party IS NULL OR party = @party)) AS waiting,
    (SELECT count(*) FROM outbox WHERE state = 'dead' AND (@party IS NULL OR party = @party)) AS dead`;
  return statement(database, sql).get({ party: party ?? null }) as { waiting: number; dead: number };
}

/** A party whose events do not arrive. */
export interface StuckParty {
  readonly party: string;
  /** ISO 8601 in UTC: of the oldest event that waits while its receiver fails; null where none does. */
  readonly since: string | null;
  /** Why the last try failed. */
  readonly problem: string | null;
  readonly dead: number;
}

/** The parties whose receiver fails, or for which events were given up. */
export function selectStuck(database: ReadDatabase): StuckParty[] {
  const parties = "SELECT party FROM outbox_receivers UNION SELECT DISTINCT party FROM outbox WHERE state = 'dead'";
  const first = `SELECT seq FROM outbox WHERE state = 'waiting' AND party = stuck.party ORDER BY seq LIMIT 1`;
  const sql = `SELECT party,
      (SELECT at FROM entries WHERE seq = (${first}) AND EXISTS
        (SELECT 1 FROM outbox_receivers WHERE outbox_receivers.party = stuck.party)) AS since,
      (SELECT problem FROM outbox WHERE seq = (${first})) AS problem,
      (SELECT count(*) FROM outbox WHERE state = 'dead' AND outbox.party = stuck.party) AS dead
    FROM (${parties}) AS stuck ORDER BY party`;
  return statement(database, sql).all() as StuckParty[];
}

/** One event that may be due to be forgotten. */
export interface OldEvent {
  readonly seq: number;
  readonly at: string;
  readonly state: WebhookEvent['state'];
}

/** Events in the order of their rows, from after this one, of before this moment. */
export function selectOld(database: ReadDatabase, after: number, before: string, limit: number): OldEvent[] {
  const sql = `SELECT seq, at, state FROM
    (SELECT outbox.seq, at, state FROM outbox JOIN entries USING (seq) WHERE outbox.seq > ? ORDER BY outbox.seq LIMIT ?)
    WHERE at < ?`;
  return statement(database, sql).all(after, limit, before) as OldEvent[];
}

/** Forgets an event. */
export function deleteEvent(database: WriteDatabase, seq: number): void {
  change(database, 1, 'DELETE FROM outbox WHERE seq = ?', seq);
}
