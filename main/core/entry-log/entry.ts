/**
 * An entry: one durable row of the log, as design.md names its columns.
 */
import type { VaccinationStatus } from '../../contract/public.ts';

/** How a visit ended, or `act` for what operators and the terminal itself do. */
export type Outcome = 'admitted' | 'referred' | 'refused' | 'declined' | 'not-verified' | 'fault' | 'act';

/** Where the visit came from. */
export type Channel = 'kiosk' | 'embed' | 'api' | 'operator';

/** The columns that are evidence: what the leaf of the Merkle tree is made of. Times are ISO 8601 UTC with milliseconds. */
export interface EntryEvidence {
  readonly seq: number;
  readonly id: string;
  readonly at: string;
  readonly site: string;
  readonly terminal: string;
  readonly purpose: string | null;
  readonly channel: Channel;
  readonly outcome: Outcome;
  readonly status: VaccinationStatus | null;
  readonly reason: string | null;
  readonly consent_version: string | null;
  readonly consent_locale: string | null;
  readonly consent_hash: string | null;
  readonly policy: string | null;
  readonly operator: string | null;
  readonly upstream_ref: string | null;
  readonly clock: string;
  readonly subject_commitment: string | null;
}

/** The columns that are of the person, and go when their time is over. The salt is 16 bytes in hex. */
export interface EntrySubject {
  readonly subject_ref: string | null;
  readonly subject_name: string | null;
  readonly subject_mobile: string | null;
  readonly subject_salt: string | null;
}

/** A whole row. */
export type EntryRow = EntryEvidence & EntrySubject;

/** The person as the visit knows them; never written as it is: see `sealSubject`. */
export interface Person {
  /** In NFC with single spaces. */
  readonly fullName: string;
  /** Ten digits. */
  readonly mobileNumber: string;
}

/** The notice that was agreed to, or declined. */
export interface ConsentGiven {
  readonly version: string;
  readonly locale: string;
  /** SHA-256 in hex of the exact text. */
  readonly hash: string;
}

/** A system that a person was verified for. */
export interface EntryParty {
  readonly id: string;
  /** What it gave with the visit. */
  readonly nonce?: string | undefined;
  /** The verification that the row ends, by the identifier that its caller knows; none where it never got one. */
  readonly txn?: string | undefined;
}

/** What a caller gives to have a row written; the log adds number, identifier, time, site and terminal. */
export interface EntryDraft {
  readonly outcome: Outcome;
  readonly channel: Channel;
  readonly purpose?: string;
  readonly status?: VaccinationStatus;
  readonly reason?: string;
  readonly consent?: ConsentGiven;
  readonly policy?: string;
  readonly operator?: string;
  readonly upstreamRef?: string;
  readonly person?: Person;
  /** The person as `SealIdentity` sealed them; must be there with `privacy.identity: sealed`. */
  readonly sealedIdentity?: string | undefined;
  /** The system that the person was verified for; the row names it where an operator would stand. */
  readonly party?: EntryParty | undefined;
  /**
   * How it ended for whoever had it begun, where that is not what the row says (`privacy.hideUnknown`). No column: it is
   * for what goes out to others.
   */
  readonly told?: { readonly outcome: Outcome; readonly reason?: string } | undefined;
  /**
   * The person stands at this terminal although the visit came in another way, on a phone that its kiosk has invited. No
   * column: it is for what the venue does when somebody is let in here.
   */
  readonly atTerminal?: true | undefined;
}

/** What is known of a row once it is durable. */
export interface AppendedEntry {
  readonly seq: number;
  readonly id: string;
  /** Eight characters bound to the row: see `checkCodeOf`. */
  readonly checkCode: string;
}
