/**
 * The entry log: appends a row and returns when it is on the disk. The only writer of `entries`.
 */
import { createSecretKey } from 'node:crypto';
import { v7 as uuidV7 } from 'uuid';
import type { Settings } from '../config/settings.ts';
import { transaction, type WriteDatabase } from '../db/database.ts';
import type { Clock, Random } from '../ports.ts';
import { openTreeEdge } from '../tree/tree.ts';
import { insertNodes } from '../tree/tree-sql.ts';
import { judgeClock } from './clock-judgement.ts';
import { insertEntry, selectNewest } from './entries-sql.ts';
import type { AppendedEntry, EntryDraft, EntryEvidence } from './entry.ts';
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
}

/** Builds the log over an open database. */
export function buildEntryLog(parts: EntryLogParts): EntryLog {
  const { database, settings, clock, random } = parts;
  const siteKey = createSecretKey(parts.siteKey);
  let edge = openTreeEdge(database);
  // Remembered like the edge, by the only writer: asking for it before each row would be one more statement.
  let newest = selectNewest(database);
  return {
    append(draft) {
      const sealed = sealSubject(draft, settings.privacy.identity, siteKey, random);
      const { entry, commit } = transaction(database, () => {
        const now = clock.now();
        const { subject_commitment, ...subject } = sealed;
        const evidence: EntryEvidence = {
          seq: newest.seq + 1,
          id: uuidV7({ msecs: Math.max(0, now), random: random.bytes(16) }),
          at: new Date(now).toISOString(),
          site: settings.site.id,
          terminal: settings.site.terminal,
          purpose: draft.purpose ?? null,
          channel: draft.channel,
          outcome: draft.outcome,
          status: draft.status ?? null,
          reason: draft.reason ?? null,
          consent_version: draft.consent?.version ?? null,
          consent_locale: draft.consent?.locale ?? null,
          consent_hash: draft.consent?.hash ?? null,
          policy: draft.policy ?? null,
          operator: draft.operator ?? null,
          upstream_ref: draft.upstreamRef ?? null,
          clock: judgeClock(now, newest.at),
          subject_commitment,
        };
        const leaf = leafHash(evidence);
        const grown = edge.grow(leaf);
        insertEntry(database, { ...evidence, ...subject }, leaf);
        insertNodes(database, grown.nodes);
        const commit = () => {
          grown.commit();
          newest = { seq: evidence.seq, at: evidence.at };
        };
        return { entry: { seq: evidence.seq, id: evidence.id, checkCode: checkCodeOf(leaf) }, commit };
      });
      commit();
      return entry;
    },
    reload() {
      edge = openTreeEdge(database);
      newest = selectNewest(database);
    },
  };
}
