/** The operations of the desk on the entry log: the list, one entry, the day, decisions by hand. Part of the core. */
import { problem } from '../../contract/public.ts';
import type { Handlers } from '../dispatch/dispatch.ts';

export type DeskHandlers = Pick<
  Handlers,
  'entries.list' | 'entries.find' | 'entries.stats' | 'entries.get' | 'entries.reveal' | 'entries.decide'
>;

/** Lays the operations onto their parts. */
export function buildDeskHandlers(): DeskHandlers {
  return {
    'entries.list': () => problem('not-found'),
    'entries.find': () => problem('not-found'),
    'entries.stats': () => problem('not-found'),
    'entries.get': () => problem('not-found'),
    'entries.reveal': () => problem('not-found'),
    'entries.decide': () => problem('not-found'),
  };
}
