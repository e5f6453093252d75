/** What a call is told whose verification has moved on without it. */
import { type Asked, snapshot, type VerificationContext } from './context.ts';
import type { Slot } from './registry.ts';

/** How it stands now; when its row is just being written, how it stands once that is done. */
export async function leftBehind(context: VerificationContext, slot: Slot): Promise<Asked> {
  await slot.recorded;
  return snapshot(context, slot);
}
