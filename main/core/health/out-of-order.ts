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

export interface OutOfOrder {
  /** Why, or undefined when the terminal may serve. */
  reason(): ServiceReason | undefined;
  /** Sets it; durable when this returns. */
  set(reason: ServiceReason): void;
  /** What set it is over by itself; another reason stays. Durable when this returns. */
  clear(reason: ServiceReason): void;
  /** What staff say to visitors, empty where they say nothing; undefined when staff have not stopped the terminal. */
  staffMessage(): string | undefined;
  /** Staff take the terminal out of order; durable when this returns. Again, it changes the message. */
  stop(message: string): void;
  /** Staff say that it serves again, whatever the reason was; durable when this returns. */
  resume(): void;
}

/** Reads what the last run left behind; a changed upstream setting ends it. */
export function buildOutOfOrder(database: WriteDatabase, upstream: UpstreamSettings, clock: Clock): OutOfOrder {
  const setting = fingerprint(upstream);
  let reason = readReason(selectState(database, key), setting);
  let staffMessage = selectState(database, staffKey);
  if (reason === undefined) {
    transaction(database, () => deleteState(database, key));
  }
  return {
    reason: () => reason,
    set(next) {
      if (reason === undefined) {
        const at = new Date(clock.now()).toISOString();
        transaction(database, () => upsertState(database, key, `${next} ${setting}`, at));
        reason = next;
      }
    },
    clear(ended) {
      if (reason === ended) {
        transaction(database, () => deleteState(database, key));
        reason = undefined;
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
      reason = undefined;
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

function readReason(stored: string | undefined, setting: string): ServiceReason | undefined {
  const [reason, storedSetting] = stored?.split(' ') ?? [];
  const known = ServiceReason.safeParse(reason);
  return known.success && storedSetting === setting ? known.data : undefined;
}

/** Names the upstream's address and key without telling the key. */
function fingerprint({ baseUrl, apiKey }: UpstreamSettings): string {
  return createHash('sha256').update(`${baseUrl}\n${apiKey}`).digest('hex').slice(0, 16);
}
