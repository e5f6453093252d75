/**
 * What a visitor read: each distinct text of a notice is in the log once, and a row names its own by hash. It is there
 * for as long as the log is, also when nothing of the visitor is left. Part of the core.
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { databaseName } from '../db/data-folder.ts';
import { openForReading, statement } from '../db/database.ts';

/** A notice as it was shown to the visitor of a row. */
export interface ShownNotice {
  readonly seq: number;
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly outcome: string;
  readonly version: string;
  readonly locale: string;
  /** SHA-256 in hex, as the row says. */
  readonly hash: string;
  readonly text: string;
  /** Whether the text is the one that was shown: its hash is that of the row. */
  readonly intact: boolean;
}

/** Why there is none: no such row, or one that came without consent, such as an operator's act. */
export type NoNotice = 'no-entry' | 'no-notice';

/**
 * Reads the notice of a row, beside a running kiosk too.
 * @throws the library's SqliteError when there is no log or it cannot be read
 */
export function readShownNotice({
  data,
  seq,
}: {
  readonly data: string;
  readonly seq: number;
}): ShownNotice | NoNotice {
  const database = openForReading(join(data, databaseName));
  try {
    const sql = `SELECT seq, at, outcome, consent_version AS version, consent_locale AS locale, consent_hash AS hash, text
      FROM entries LEFT JOIN notices ON notices.hash = entries.consent_hash WHERE seq = ?`;
    const found = statement(database, sql).get(seq) as Shown | undefined;
    if (found === undefined) {
      return 'no-entry';
    }
    const { version, locale, hash, text } = found;
    if (version === null || locale === null || hash === null || text === null) {
      return 'no-notice';
    }
    const intact = createHash('sha256').update(text).digest('hex') === hash;
    return { ...found, version, locale, hash, text, intact };
  } finally {
    database.close();
  }
}

type Nullable<T> = { readonly [K in keyof T]: T[K] | null };
type Shown = Pick<ShownNotice, 'seq' | 'at' | 'outcome'> &
  Nullable<Pick<ShownNotice, 'version' | 'locale' | 'hash' | 'text'>>;
