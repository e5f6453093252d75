/** How the embedded page begins. Part of the core. */
import { problem } from '../../contract/public.ts';
import type { Handlers } from '../dispatch/dispatch.ts';

export type EmbedHandlers = Pick<Handlers, 'embed.begin'>;

/** Lays the operation onto its parts. */
export function buildEmbedHandlers(): EmbedHandlers {
  return { 'embed.begin': () => problem('not-found') };
}
