/**
 * Delivers what is in the outbox: in order for each party, parties apart from each other, some at once. The first event
 * of a party that is not delivered holds the others back; one that is given up steps aside. Where nothing waits nothing
 * runs. Part of the core.
 */
import { transaction, type WriteDatabase } from '../db/database.ts';
import type { GroupCommit } from '../db/group-commit.ts';
import type { Clock, Fetch, Logger, Random } from '../ports.ts';
import { Stop } from '../stop.ts';
import { giveUpAfterMs, mostFailures, waitAfter } from './backoff.ts';
import { type EventParts, writeEvent } from './event.ts';
import { buildLane, type Lane } from './lane.ts';
import {
  buryAll,
  buryOld,
  dropWaiting,
  type FailingReceiver,
  markDelivered,
  markFailed,
  selectNext,
  selectReceiver,
  selectWaitingParties,
  type WaitingEvent,
} from './outbox-sql.ts';
import { type Posted, post } from './post.ts';

/** Who is sent events, and where. */
export interface Receiver {
  readonly name: string;
  /** The secret is `whsec_` and base64. */
  readonly webhook?: { readonly url: string; readonly secret: string };
}

export interface DeliveryParts {
  readonly database: WriteDatabase;
  /** Takes what became of the tries; a group of its own, for a transaction of the log holds rows and their events alone. */
  readonly group: Pick<GroupCommit, 'run' | 'flush'>;
  /** The party as it is now; undefined for one that was removed. */
  readonly receiverOf: (party: string) => Receiver | undefined;
  readonly signReceipt: EventParts['signReceipt'];
  readonly userAgent: string;
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  /** Told when the database could not be written. */
  readonly onFault: (error: unknown) => void;
}

export interface Delivery {
  /** Looks at once whether something waits for this party; a receiver that failed is not asked earlier for that. */
  wake(party: string): void;
  /** Begins anew with this party, as if its receiver had never failed. */
  renew(party: string): void;
  /** Ends what is under way; it counts as if it had not been tried. */
  close(): void;
}

/** So many receivers are asked at once. */
const mostAtOnce = 8;

const times = { connectMs: 5_000, totalMs: 15_000 } as const;

/** When the database cannot be written a delivery cannot be noted: so long nothing is sent. */
const faultWaitMs = 10_000;

/** Builds it, and begins with what the last run left behind. */
export function startDelivery(parts: DeliveryParts): Delivery {
  const { database, clock } = parts;
  const lanes = new Map<string, Lane>();
  const queue: Lane[] = [];
  const stop = new Stop();
  let running = 0;

  const laneOf = (party: string): Lane => {
    const lane = lanes.get(party) ?? buildLane(party, clock, selectReceiver(database, party));
    lanes.set(party, lane);
    return lane;
  };
  const enqueue = (lane: Lane): void => {
    lane.step = 'queued';
    queue.push(lane);
    pump();
  };
  const pump = (): void => {
    while (running < mostAtOnce && !stop.aborted) {
      const lane = queue.shift();
      if (lane === undefined) {
        return;
      }
      running += 1;
      lane.step = 'busy';
      void serve(lane).finally(() => {
        running -= 1;
        pump();
      });
    }
  };
  /** One event of the lane; then the others have their turn. */
  const serve = async (lane: Lane): Promise<void> => {
    lane.again = false;
    try {
      const isMore = await sendNext(parts, lane, stop);
      settle(lane, isMore);
    } catch (error) {
      parts.onFault(error);
      lane.delay(faultWaitMs);
      settle(lane, true);
    }
  };
  const settle = (lane: Lane, isMore: boolean): void => {
    if (stop.aborted) {
      return;
    }
    if (!isMore && !lane.again) {
      lane.step = 'idle';
      return;
    }
    lane.rest(() => enqueue(lane));
  };
  const wake = (party: string): void => {
    if (stop.aborted) {
      return;
    }
    const lane = laneOf(party);
    lane.again = true;
    if (parts.receiverOf(party)?.webhook === undefined) {
      // Nobody is there any more who could be asked too early: what waits is dropped at once.
      lane.succeeded();
    }
    if (lane.step === 'idle') {
      lane.rest(() => enqueue(lane));
    }
  };
  // Not before the kiosk is put together: an event needs parts that come after this one.
  clock.soon(() => {
    try {
      for (const party of stop.aborted ? [] : selectWaitingParties(database)) {
        wake(party);
      }
    } catch (error) {
      // What waits is found again with the next event, or the next start.
      parts.onFault(error);
    }
  });
  return {
    wake,
    renew(party) {
      const lane = laneOf(party);
      lane.succeeded();
      if (lane.step === 'resting') {
        lane.step = 'idle';
      }
      wake(party);
    },
    close() {
      stop.abort();
      for (const lane of lanes.values()) {
        lane.cancel();
      }
      parts.group.flush();
    },
  };
}

/** Sends the first event of a lane. @returns whether there may be another one */
async function sendNext(parts: DeliveryParts, lane: Lane, stop: Stop): Promise<boolean> {
  const { database, logger } = parts;
  const event = selectNext(database, lane.party);
  if (event === undefined) {
    return false;
  }
  const webhook = parts.receiverOf(lane.party)?.webhook;
  if (webhook === undefined) {
    const dropped = transaction(database, () => dropWaiting(database, lane.party));
    logger.info('events dropped, their party is gone', { party: lane.party, events: dropped });
    lane.succeeded();
    return false;
  }
  if (lane.failing?.gone === true) {
    await parts.group.run(() => buryAll(database, lane.party, goneProblem));
    return false;
  }
  const { id, body } = await writeEvent(parts, event);
  const posted = await post(parts, { ...webhook, id, body, userAgent: parts.userAgent }, times, stop);
  await note(parts, lane, event, posted);
  return posted.result !== 'stopped';
}

const goneProblem = 'http 410';

/** Writes down what became of a try; durable when it settles. */
async function note(parts: DeliveryParts, lane: Lane, event: WaitingEvent, posted: Posted): Promise<void> {
  const { database, group, clock, random, logger } = parts;
  if (posted.result === 'stopped') {
    return;
  }
  if (posted.result === 'taken') {
    const wasFailing = lane.failing !== undefined;
    await group.run(() => markDelivered(database, event, wasFailing));
    lane.succeeded();
    return;
  }
  const { problem } = posted;
  const gone = posted.result === 'gone';
  const failures = (lane.failing?.failures ?? 0) + 1;
  const waitMs = gone ? 0 : waitAfter(failures, random, posted.result === 'failed' ? posted.retryAfterMs : 0);
  const failing = { failures, nextAt: Math.round(clock.now() + waitMs), gone };
  const dead = await group.run(() => {
    markFailed(database, event, problem, failing);
    return giveUp(parts, event.party, problem, failing);
  });
  lane.failed(failing, waitMs);
  const said = problem.replaceAll(' ', '-');
  logger.warn('event not delivered', { party: lane.party, seq: event.seq, problem: said, failures, dead });
}

/** Gives up what has been tried for long enough; inside a transaction. @returns how many events that are */
function giveUp(
  { database, clock }: DeliveryParts,
  party: string,
  problem: string,
  { failures, gone }: FailingReceiver,
): number {
  if (gone) {
    return buryAll(database, party, problem);
  }
  const tooOld = new Date(clock.now() - giveUpAfterMs).toISOString();
  return failures >= mostFailures ? buryOld(database, party, mostFailures, tooOld) : 0;
}
