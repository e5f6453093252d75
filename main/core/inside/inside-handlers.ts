/** The operations on people inside. Part of the core. */
import { problem } from '../../contract/public.ts';
import type { Handlers } from '../dispatch/dispatch.ts';

export type InsideHandlers = Pick<Handlers, 'inside.list' | 'inside.leave' | 'inside.close'>;

/** Lays the operations onto their parts. */
export function buildInsideHandlers(): InsideHandlers {
  return {
    'inside.list': () => problem('not-found'),
    'inside.leave': () => problem('not-found'),
    'inside.close': () => problem('not-found'),
  };
}
