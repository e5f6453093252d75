/**
 * The entry log: appends a row and returns when it is on the disk. The only writer of `entries`.
 */
import { v7 as uuidV7 } from 'uuid';
import type { TreeNode } from '../../contract/public.ts';
import type { Settings } from '../config/settings.ts';
import { transaction, type WriteDatabase } from '../db/database.ts';
import type { Clock, Random } from '../ports.ts';
import { openTreeEdge } from '../tree/tree.ts';
import { insertNodes } from '../tree/tree-sql.ts';
import { judgeClock } from './clock-judgement.ts';
import { insertEntry, selectNewest } from './entries-sql.ts';
import type { AppendedEntry, EntryDraft, EntryEvidence, EntryRow } from './entry.ts';
import { buildKeyedHash } from './keyed-hash.ts';
import { checkCodeOf, leafHash } from './leaf.ts';
import { sealSubject } from './subject.ts';

/** Appends rows. */
export interface EntryLog {
  /**
   * Writes one row in a transaction of its own; it is committed and fsynced when this returns.
   * @throws the library's SqliteError when it could not be written; nothing of it is in the log then
   */
  append(draft: EntryDraft): AppendedEntry;
  /** An outer transaction that rows were appended in came to nothing: the log goes on from what is in the database. */
  reload(): void;
}

export interface EntryLogParts {
  readonly database: WriteDatabase;
  readonly settings: Pick<Settings, 'site' | 'privacy'>;
  /** The key of the site, 32 bytes. */
  readonly siteKey: Uint8Array;
  readonly clock: Clock;
  readonly random: Random;
  /** What is wrong with the time of this moment beside somebody else's, for the column `clock`. */
  readonly clockDoubt?: () => string | undefined;
}

/** Builds the log over an open database. */
export function buildEntryLog(parts: EntryLogParts): EntryLog {
  const { database, settings, clock, random } = parts;
  const siteHash = buildKeyedHash(parts.siteKey);
  let edge = openTreeEdge(database);
  // Remembered like the edge, by the only writer: asking for it before each row would be one more statement.
  let newest = selectNewest(database);

  const writeRow = (row: EntryRow, leaf: Uint8Array, nodes: readonly TreeNode[]): void => {
    const write = () => {
      insertEntry(database, row, leaf);
      insertNodes(database, nodes);
    };
    if (nodes.length > 0) {
      transaction(database, write);
    } else {
      // Every second row completes no subtree: its one statement is a transaction by itself.
      write();
    }
  };

  return {
    append(draft) {
      const sealed = sealSubject(draft, settings.privacy.identity, siteHash, random);
      const { subject_commitment, ...subject } = sealed;
      const now = clock.now();
      const known = {
        site: settings.site,
        newest,
        now,
        clockDoubt: parts.clockDoubt?.(),
        random: random.bytes(16),
        subject_commitment,
      };
      const evidence = drawUp(draft, known);
      const leaf = leafHash(evidence);
      const grown = edge.grow(leaf);
      writeRow({ ...evidence, ...subject }, leaf, grown.nodes);
      grown.commit();
      newest = { seq: evidence.seq, at: evidence.at };
      return { seq: evidence.seq, id: evidence.id, checkCode: checkCodeOf(leaf) };
    },
    reload() {
      edge = openTreeEdge(database);
      newest = selectNewest(database);
    },
  };
}

/** What a row is made of besides its draft. */
interface Known {
  readonly site: Settings['site'];
  readonly newest: { readonly seq: number; readonly at: string | null };
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly clockDoubt: string | undefined;
  /** 16 bytes. */
  readonly random: Uint8Array;
  readonly subject_commitment: string | null;
}

function drawUp(draft: EntryDraft, known: Known): EntryEvidence {
  const { site, newest, now, clockDoubt, random, subject_commitment } = known;
  return {
    seq: newest.seq + 1,
    id: uuidV7({ msecs: Math.max(0, now), random }),
    at: new Date(now).toISOString(),
    site: site.id,
    terminal: site.terminal,
    purpose: draft.purpose ?? null,
    channel: draft.channel,
    outcome: draft.outcome,
    status: draft.status ?? null,
    reason: draft.reason ?? null,
    consent_version: draft.consent?.version ?? null,
    consent_locale: draft.consent?.locale ?? null,
    consent_hash: draft.consent?.hash ?? null,
    policy: draft.policy ?? null,
    operator: draft.operator ?? partyAsOperator(draft),
    upstream_ref: draft.upstreamRef ?? null,
    clock: clockDoubt ?? judgeClock(now, newest.at),
    subject_commitment,
  };
}

/** `party:k3v9x2mq`: who had the person verified stands where an operator would. */
function partyAsOperator({ party }: EntryDraft): string | null {
  return party === undefined ? null : `party:${party.id}`;
}
