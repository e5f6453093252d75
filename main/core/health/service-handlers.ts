/** What staff do with the terminal itself. Part of the core. */
import { problem } from '../../contract/public.ts';
import type { Handlers } from '../dispatch/dispatch.ts';

export type ServiceHandlers = Pick<
  Handlers,
  'service.stop' | 'service.resume' | 'kiosk.begin' | 'kiosk.leave' | 'kiosk.restart' | 'health.diagnose'
>;

/** Lays the operations onto their parts. */
export function buildServiceHandlers(): ServiceHandlers {
  return {
    'service.stop': () => problem('not-found'),
    'service.resume': () => problem('not-found'),
    'kiosk.begin': () => problem('not-found'),
    'kiosk.leave': () => problem('not-found'),
    'kiosk.restart': () => problem('not-found'),
    'health.diagnose': () => problem('not-found'),
  };
}
