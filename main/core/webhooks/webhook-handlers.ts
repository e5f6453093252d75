/** The operations on events for other systems. Part of the core. */
import { type Answer, answer, type InputOf, type OutputOf, problem, type WebhookEvent } from '../../contract/public.ts';
import type { WriteDatabase } from '../db/database.ts';
import { actorOf, type Caller } from '../dispatch/caller.ts';
import type { Handlers } from '../dispatch/dispatch.ts';
import { changeWithAct, type OwedActs } from '../operator/operator-acts.ts';
import type { Clock } from '../ports.ts';
import { entryIdOf, eventIdOf, eventTypeOf } from './event.ts';
import {
  clearReceiver,
  countEvents,
  countRevivable,
  revive,
  type StoredEvent,
  selectEvents,
  selectNext,
  selectReceiver,
} from './outbox-sql.ts';

export type WebhookHandlers = Pick<Handlers, 'webhook.list' | 'webhook.replay'>;

export interface WebhookHandlerParts {
  readonly database: WriteDatabase;
  readonly acts: OwedActs;
  /** Whether there is, or was, such a party. */
  readonly isKnown: (party: string) => boolean;
  /** Begins anew with the delivery to a party. */
  readonly renew: (party: string) => void;
  readonly clock: Pick<Clock, 'now'>;
}

/** More than a screen shows. */
const mostListed = 100;

/** Lays the operations onto their parts. */
export function buildWebhookHandlers(parts: WebhookHandlerParts): WebhookHandlers {
  return {
    'webhook.list': (_caller, input) => list(parts, input),
    'webhook.replay': (caller, input) => replay(parts, caller, input),
  };
}

function list(
  { database, clock }: WebhookHandlerParts,
  filter: InputOf<'webhook.list'>,
): Answer<OutputOf<'webhook.list'>> {
  const events = selectEvents(database, filter, mostListed);
  const firsts = new Map(
    Array.from(new Set(events.map(({ party }) => party)), (party) => [party, selectNext(database, party)?.seq]),
  );
  const nextInMs = ({ party, seq }: StoredEvent): number | undefined => {
    const receiver = firsts.get(party) === seq ? selectReceiver(database, party) : undefined;
    return receiver && Math.max(0, receiver.nextAt - clock.now());
  };
  return answer({
    events: events.map((event) => toPublic(event, nextInMs(event))),
    ...countEvents(database, filter.party),
  });
}

function toPublic(event: StoredEvent, nextInMs: number | undefined): WebhookEvent {
  const { entryId, party, outcome, seq, at, state, attempts, problem: lastProblem } = event;
  return {
    id: eventIdOf(entryId),
    party,
    type: eventTypeOf(outcome) ?? outcome,
    seq,
    at,
    state,
    attempts,
    ...(nextInMs !== undefined && { nextInMs }),
    ...(lastProblem !== null && { lastProblem }),
  };
}

/** One event by its identifier, whatever became of it, or all of a party that were given up. */
function replay(
  parts: WebhookHandlerParts,
  caller: Caller,
  { party, id }: InputOf<'webhook.replay'>,
): Answer<OutputOf<'webhook.replay'>> {
  const { database } = parts;
  const entryId = id === undefined ? undefined : (entryIdOf(id) ?? '');
  if (!parts.isKnown(party) || (entryId !== undefined && countRevivable(database, party, entryId) === 0)) {
    return problem('not-found');
  }
  const events = changeWithAct(parts, actorOf(caller), () => {
    const count = countRevivable(database, party, entryId);
    if (count === 0) {
      return undefined;
    }
    revive(database, party, entryId);
    clearReceiver(database, party);
    return { reason: `webhook-replay ${party}`, value: count };
  });
  parts.renew(party);
  return answer({ events: events ?? 0 });
}
