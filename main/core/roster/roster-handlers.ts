/** The operations on the roster. Part of the core. */
import { problem } from '../../contract/public.ts';
import type { Handlers } from '../dispatch/dispatch.ts';

export type RosterHandlers = Pick<
  Handlers,
  'roster.preview' | 'roster.import' | 'roster.get' | 'roster.list' | 'roster.coverage' | 'roster.remove'
>;

/** Lays the operations onto their parts. */
export function buildRosterHandlers(): RosterHandlers {
  return {
    'roster.preview': () => problem('not-found'),
    'roster.import': () => problem('not-found'),
    'roster.get': () => problem('not-found'),
    'roster.list': () => problem('not-found'),
    'roster.coverage': () => problem('not-found'),
    'roster.remove': () => problem('not-found'),
  };
}
