/** `verification.cancel`: the person leaves; nothing of them is held any longer. */
import { problem } from '../../contract/public.ts';
import { type Asked, end, snapshot, type VerificationContext, type VisitCaller } from './context.ts';
import type { Slot } from './registry.ts';
import { ended, isOpen } from './transitions.ts';

/** Cancels at any time; doing it again, or after the end, changes nothing. */
export function cancel(context: VerificationContext, caller: VisitCaller, id: string): Asked {
  const slot = context.registry.find(caller.owner, id);
  return slot === undefined ? problem('not-found') : leave(context, slot, 'cancelled');
}

/** Ends all that are open, because the terminal stops. */
export function cancelAll(context: VerificationContext): void {
  for (const slot of context.registry.open()) {
    leave(context, slot, 'terminal-stopped');
  }
  context.registry.clear();
}

function leave(context: VerificationContext, slot: Slot, reason: string): Asked {
  const { verification } = slot;
  return isOpen(verification)
    ? end(context, slot, verification, ended(verification, 'cancelled'), { outcome: 'not-verified', reason })
    : snapshot(context, slot);
}
