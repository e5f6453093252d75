/** The operations on people inside. Part of the core. */
import { problem } from '../../contract/public.ts';
import type { Handlers } from '../dispatch/dispatch.ts';
import type { InsideDesk } from './inside.ts';

export type InsideHandlers = Pick<Handlers, 'inside.list' | 'inside.leave' | 'inside.close'>;

/** Lays the operations onto their parts. A venue that does not count answers `conflict`. */
export function buildInsideHandlers(inside: InsideDesk | undefined): InsideHandlers {
  if (inside === undefined) {
    const off = () => problem('conflict', { message: 'This venue does not count the people inside.' });
    return { 'inside.list': off, 'inside.leave': off, 'inside.close': off };
  }
  return {
    'inside.list': (caller) => inside.list(caller),
    'inside.leave': (caller, { entry }) => inside.leave(caller, entry),
    'inside.close': (caller) => inside.close(caller),
  };
}
