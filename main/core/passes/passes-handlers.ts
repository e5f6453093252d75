/** The operations on passes. Part of the core. */
import { problem } from '../../contract/public.ts';
import type { Handlers } from '../dispatch/dispatch.ts';

export type PassHandlers = Pick<Handlers, 'pass.issue' | 'pass.use' | 'pass.list' | 'pass.revoke'>;

/** Lays the operations onto their parts. */
export function buildPassHandlers(): PassHandlers {
  return {
    'pass.issue': () => problem('not-found'),
    'pass.use': () => problem('not-found'),
    'pass.list': () => problem('not-found'),
    'pass.revoke': () => problem('not-found'),
  };
}
