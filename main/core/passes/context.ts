/** What the operations on passes share. Part of the core. */
import type { Answer, ErrorCode, VerificationSnapshot } from '../../contract/public.ts';
import type { Settings } from '../config/settings.ts';
import type { Notices } from '../consent/notices.ts';
import type { WriteDatabase } from '../db/database.ts';
import type { AppendedEntry, EntryDraft } from '../entry-log/entry.ts';
import { isTimeTrusted } from '../erasure/trusted-time.ts';
import type { Clock, Logger, Random, Secrets } from '../ports.ts';
import type { VisitCaller } from '../verification/context.ts';
import { openPassKey, type PassKey, type PassVerifier, readPassVerifier } from './pass-key.ts';
import { deleteExpired } from './passes-sql.ts';

export interface PassParts {
  readonly settings: Settings;
  readonly database: WriteDatabase;
  readonly secrets: Secrets;
  readonly notices: Notices;
  /** Where a verification of this caller stands. */
  readonly verification: { get(caller: VisitCaller, id: string): Answer<VerificationSnapshot> };
  /** Writes the row of a visit and settles when it is durable; undefined when it could not be written. */
  readonly append: (draft: EntryDraft) => Promise<AppendedEntry | undefined>;
  /** Writes the row of an act, at once. */
  readonly appendAct: (draft: EntryDraft) => AppendedEntry | undefined;
  /** Why no visit may begin now, if so. */
  readonly outOfService: () => ErrorCode | undefined;
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
}

export interface PassContext extends PassParts {
  readonly key: PassKey;
  /** All keys whose passes are taken here; the terminal's own comes first. */
  readonly verifiers: readonly PassVerifier[];
}

/** The parts with their keys; undefined where the venue gives out no passes: then there is no key either. */
export function buildPassContext(parts: PassParts): PassContext | undefined {
  const { site, passes } = parts.settings;
  if (passes.purposes.length === 0) {
    return undefined;
  }
  const key = openPassKey(site, parts.secrets);
  const trusted = passes.trust.flatMap((text) => readPassVerifier(text) ?? []);
  return { ...parts, key, verifiers: [key, ...trusted] };
}

/** Forgets passes and revocations that have expired, once the clock can be believed; inside a transaction. */
export function forgetExpired({ database, clock }: PassContext): void {
  const now = clock.now();
  if (isTimeTrusted(database, now)) {
    deleteExpired(database, new Date(now).toISOString());
  }
}
