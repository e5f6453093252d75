/**
 * Events for other systems: written with the rows that they tell of, delivered until they are taken, listed and sent
 * once more by staff (docs/decisions/0016). Part of the core.
 */
import type { HealthCheck } from '../../contract/public.ts';
import type { Settings } from '../config/settings.ts';
import { transaction } from '../db/database.ts';
import type { AppendedEntry, EntryDraft } from '../entry-log/entry.ts';
import { buildOwedActs } from '../operator/operator-acts.ts';
import { type DeliveryParts, startDelivery } from './delivery.ts';
import { eventOf } from './event.ts';
import { dropWaiting, insertEvent } from './outbox-sql.ts';
import { buildWebhookHandlers, type WebhookHandlers } from './webhook-handlers.ts';
import { checkWebhooks } from './webhook-health.ts';

export interface Webhooks {
  readonly handlers: WebhookHandlers;
  /** Writes the event of a row; inside the transaction of the row. Nothing is done for a visit of nobody else's. */
  record(draft: EntryDraft, entry: AppendedEntry): void;
  /** A row is durable: its event goes out. */
  noteRow(draft: EntryDraft): void;
  /** A party is removed: its events wait no longer. */
  drop(party: string): void;
  /** How the receivers are; undefined where none is known to fail. */
  check(): HealthCheck | undefined;
  close(): void;
}

export interface WebhookParts extends Omit<DeliveryParts, 'userAgent'> {
  readonly settings: Pick<Settings, 'upstream'>;
  /** What a party is or was called. */
  readonly nameOf: (party: string) => string | undefined;
  /** Writes a row; undefined when it could not be written, which has been reported. */
  readonly append: (draft: EntryDraft) => unknown;
}

/** Builds it, and goes on with what the last run left in the outbox. */
export function openWebhooks(parts: WebhookParts): Webhooks {
  const { database, settings, receiverOf, nameOf, clock } = parts;
  const delivery = startDelivery({ ...parts, userAgent: settings.upstream.userAgent });
  const hasReceiver = (party: string) => receiverOf(party)?.webhook !== undefined;
  return {
    handlers: buildWebhookHandlers({
      database,
      acts: buildOwedActs(database, parts.append),
      isKnown: (party) => nameOf(party) !== undefined,
      renew: delivery.renew,
      clock,
    }),
    record(draft, entry) {
      const event = eventOf(draft, entry);
      if (event !== undefined && hasReceiver(event.party)) {
        insertEvent(database, event);
      }
    },
    noteRow({ party }) {
      if (party !== undefined && hasReceiver(party.id)) {
        try {
          delivery.wake(party.id);
        } catch (error) {
          // The row is durable and so is its event: neither may look lost because a receiver could not be read.
          parts.onFault(error);
        }
      }
    },
    drop(party) {
      transaction(database, () => dropWaiting(database, party));
      delivery.renew(party);
    },
    check: () => checkWebhooks(database, nameOf),
    close: delivery.close,
  };
}
