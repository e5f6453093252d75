/** Step 10: the entry log and the texts of the notices that people agreed to. */
import type { Migration } from '../migrate.ts';

export const migration0010Entries: Migration = {
  version: 10,
  sql: `
    -- Each distinct text that was ever shown, once. A row of the log names it by its hash.
    CREATE TABLE notices (
      hash TEXT NOT NULL PRIMARY KEY CHECK (length(hash) = 64),
      version TEXT NOT NULL,
      locale TEXT NOT NULL,
      text TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE entries (
      seq INTEGER NOT NULL PRIMARY KEY CHECK (seq >= 1),
      -- A UUIDv7 with 74 random bits. An index that refuses a second one would double what each row writes to the disk;
      -- rows are found by their number.
      id TEXT NOT NULL,
      at TEXT NOT NULL,
      site TEXT NOT NULL,
      terminal TEXT NOT NULL,
      purpose TEXT,
      channel TEXT NOT NULL CHECK (channel IN ('kiosk', 'embed', 'api', 'operator')),
      outcome TEXT NOT NULL CHECK (outcome IN
        ('admitted', 'referred', 'refused', 'declined', 'not-verified', 'fault', 'act')),
      status INTEGER CHECK (status IN (0, 1, 2)),
      reason TEXT,
      consent_version TEXT,
      consent_locale TEXT,
      consent_hash TEXT REFERENCES notices (hash),
      policy TEXT,
      operator TEXT,
      upstream_ref TEXT,
      clock TEXT NOT NULL,
      -- The four below go when the time to keep them is over; the commitment stays and proves nothing without the salt.
      subject_ref TEXT,
      subject_name TEXT,
      subject_mobile TEXT,
      subject_salt BLOB CHECK (length(subject_salt) = 16),
      subject_commitment TEXT,
      -- A decision has an authentic status behind it, or an operator's own act (E1).
      CHECK (outcome NOT IN ('admitted', 'referred', 'refused') OR status IS NOT NULL OR channel = 'operator'),
      -- A fault is never a refusal: it carries no status (E2).
      CHECK (outcome <> 'fault' OR status IS NULL)
    ) STRICT;

    -- Rows are numbered without a gap, and nobody takes one out or rewrites its evidence: only what is of the
    -- person can be erased, and only to nothing.
    CREATE TRIGGER entries_in_order BEFORE INSERT ON entries
      WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM entries)
      BEGIN SELECT raise(ABORT, 'entries are numbered without a gap'); END;
    CREATE TRIGGER entries_never_deleted BEFORE DELETE ON entries
      BEGIN SELECT raise(ABORT, 'entries are never deleted'); END;
    CREATE TRIGGER entries_evidence_fixed BEFORE UPDATE OF
      seq, id, at, site, terminal, purpose, channel, outcome, status, reason, consent_version, consent_locale,
      consent_hash, policy, operator, upstream_ref, clock, subject_commitment ON entries
      BEGIN SELECT raise(ABORT, 'the evidence of an entry is never changed'); END;
    CREATE TRIGGER entries_subject_only_erased BEFORE UPDATE OF
      subject_ref, subject_name, subject_mobile, subject_salt ON entries
      WHEN coalesce(NEW.subject_ref, NEW.subject_name, NEW.subject_mobile, NEW.subject_salt) IS NOT NULL
      BEGIN SELECT raise(ABORT, 'the subject of an entry is only ever erased'); END;
  `,
};
