/**
 * Out of order: a state that a restart does not end. It is set by a fault that only a person can mend, and it ends
 * when a person says so, or when the setting that caused it has been changed. Staff may set it too, with a word to
 * visitors; that ends only when staff say so.
 */
import { createHash } from 'node:crypto';
import { ServiceReason } from '../../contract/public.ts';
import type { UpstreamSettings } from '../config/settings.ts';
import { transaction, type WriteDatabase } from '../db/database.ts';
import type { Clock } from '../ports.ts';
import { deleteState, selectState, upsertState } from './terminal-state-sql.ts';

const key = 'out-of-order';

/** Staff have taken the terminal out of order; the value is what they say to visitors, or empty. */
const staffKey = 'out-of-order-by-staff';

/** What a changed setting of the upstream may have mended, and so ends. */
const mendedBySetting: ReadonlySet<ServiceReason> = new Set(['upstream-forbidden', 'upstream-signature-invalid']);

export interface OutOfOrder {
  /** Why, or undefined when the terminal may serve; of several reasons the first that was found. */
  reason(): ServiceReason | undefined;
  /** Whether this is one of the reasons. */
  has(reason: ServiceReason): boolean;
  /** Sets it beside what is set; durable when this returns. */
  set(reason: ServiceReason): void;
  /** What set it is over by itself; other reasons stay. Durable when this returns. */
  clear(reason: ServiceReason): void;
  /** What staff say to visitors, empty where they say nothing; undefined when staff have not stopped the terminal. */
  staffMessage(): string | undefined;
  /** Staff take the terminal out of order; durable when this returns. Again, it changes the message. */
  stop(message: string): void;
  /** Staff say that it serves again, whatever the reason was; durable when this returns. */
  resume(): void;
}

/** Reads what the last run left behind; a changed upstream setting ends what it may have mended. */
export function buildOutOfOrder(database: WriteDatabase, upstream: UpstreamSettings, clock: Clock): OutOfOrder {
  const setting = fingerprint(upstream);
  const left = selectState(database, key);
  let reasons = readReasons(left, setting);
  let staffMessage = selectState(database, staffKey);
  const keep = (next: readonly ServiceReason[]): void => {
    const at = new Date(clock.now()).toISOString();
    transaction(database, () =>
      next.length === 0 ? deleteState(database, key) : upsertState(database, key, `${next.join(',')} ${setting}`, at),
    );
    reasons = next;
  };
  if (left !== undefined && left !== `${reasons.join(',')} ${setting}`) {
    keep(reasons);
  }
  return {
    reason: () => reasons[0],
    has: (reason) => reasons.includes(reason),
    set(reason) {
      if (!reasons.includes(reason)) {
        keep([...reasons, reason]);
      }
    },
    clear(ended) {
      if (reasons.includes(ended)) {
        keep(reasons.filter((reason) => reason !== ended));
      }
    },
    staffMessage: () => staffMessage,
    stop(message) {
      const at = new Date(clock.now()).toISOString();
      transaction(database, () => upsertState(database, staffKey, message, at));
      staffMessage = message;
    },
    resume() {
      endOutOfOrder(database);
      reasons = [];
      staffMessage = undefined;
    },
  };
}

/** Ends it by a person's word; answers whether the terminal was out of order. */
export function endOutOfOrder(database: WriteDatabase): boolean {
  return transaction(database, () => {
    const byFault = deleteState(database, key);
    return deleteState(database, staffKey) || byFault;
  });
}

/** `clock-wrong,upstream-forbidden 0123456789abcdef`: the reasons, and the setting that they were found under. */
function readReasons(stored: string | undefined, setting: string): readonly ServiceReason[] {
  const [words = '', storedSetting] = stored?.split(' ') ?? [];
  return words.split(',').flatMap((word) => {
    const known = ServiceReason.safeParse(word);
    const isMended = !known.success || (storedSetting !== setting && mendedBySetting.has(known.data));
    return isMended ? [] : [known.data];
  });
}

/** Names the upstream's address, key and way of signing without telling the key. */
function fingerprint({ baseUrl, apiKey, signature }: UpstreamSettings): string {
  const text = `${baseUrl}\n${apiKey}\n${JSON.stringify(signature)}`;
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
