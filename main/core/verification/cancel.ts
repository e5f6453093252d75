/** `verification.cancel`: the person leaves; nothing of them is held any longer. */
import { problem } from '../../contract/public.ts';
import { type Asked, end, type VerificationContext, type VisitCaller } from './context.ts';
import { leftBehind } from './left-behind.ts';
import type { Slot } from './registry.ts';
import { ended, isOpen, type Open } from './transitions.ts';

/** Cancels at any time; doing it again, or after the end, changes nothing. */
export async function cancel(context: VerificationContext, caller: VisitCaller, id: string): Promise<Asked> {
  const slot = context.registry.find(caller.owner, id);
  return slot === undefined ? problem('not-found') : leave(context, slot, 'cancelled');
}

/** Ends all that are open or just beginning, because the terminal stops; settles when their rows are written. */
export async function cancelAll(context: VerificationContext): Promise<void> {
  const left = context.registry.open().map((slot) => leave(context, slot, 'terminal-stopped'));
  await Promise.all([...left, context.beginnings.endAll()]);
  context.registry.clear();
}

/** Ends what is open for a party, because it may verify nobody any more; settles when the rows are written. */
export async function endParty(context: VerificationContext, partyId: string): Promise<void> {
  const open = context.registry
    .open()
    .filter(({ verification }) => isOpen(verification) && isOf(verification, partyId));
  await Promise.all(open.map((slot) => leave(context, slot, 'party-removed')));
}

/** Ends what was begun on pages that are gone (one, or all of the kiosk's); settles when the rows are written. */
export async function endPages(context: VerificationContext, isGone: (owner: string) => boolean): Promise<void> {
  const open = context.registry.open().filter(({ owner }) => isGone(owner));
  await Promise.all(open.map((slot) => leave(context, slot, 'page-gone')));
}

function isOf({ visit }: Open, partyId: string): boolean {
  return visit.party?.id === partyId;
}

function leave(context: VerificationContext, slot: Slot, reason: string): Promise<Asked> {
  const { verification } = slot;
  if (!isOpen(verification)) {
    return leftBehind(context, slot);
  }
  const row = { outcome: 'not-verified', reason } as const;
  return end(context, slot, verification, { row, next: () => ended(verification, 'cancelled') });
}
