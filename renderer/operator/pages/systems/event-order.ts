/**
 * The events of other systems in the order in which staff look at them. Pure.
 * Runs in the operator face.
 */
import type { WebhookEvent } from '../../../../main/contract/public.ts';

const ranks = { dead: 0, waiting: 1, delivered: 2 } as const;

/** Those that were given up first, then those that wait, each the newest first; without a doubled one. */
export function inOrder(...lists: readonly (readonly WebhookEvent[])[]): WebhookEvent[] {
  const unique = new Map(lists.flat().map((event) => [`${event.party} ${event.id}`, event]));
  return [...unique.values()].sort((one, other) => ranks[one.state] - ranks[other.state] || other.seq - one.seq);
}

/** The systems that have events that were given up, each once. */
export function partiesOfDead(events: readonly WebhookEvent[]): string[] {
  return [...new Set(events.filter(({ state }) => state === 'dead').map(({ party }) => party))];
}
