/** An open page of an operator, as its face is told of it. Part of the core. */
import { type Answer, answer, type OperatorSession, problem } from '../../contract/public.ts';
import type { Settings } from '../config/settings.ts';
import type { UnlockedOperator } from '../dispatch/caller.ts';
import type { OperatorSessions } from './sessions.ts';

/** What the page shows beside whose it is. */
export type ShowSession = (callerId: string) => Answer<OperatorSession>;

/** Opens the page of a caller for an operator whose row is written. */
export type OpenSession = (callerId: string, operator: UnlockedOperator) => Answer<OperatorSession>;

/** Builds both over the sessions; `canLeave` says whether the host can end the kiosk. */
export function buildSessionView(parts: {
  readonly sessions: OperatorSessions;
  readonly settings: Pick<Settings, 'inside' | 'passes' | 'privacy'>;
  readonly canLeave: boolean;
}): { readonly show: ShowSession; readonly open: OpenSession } {
  const { sessions, settings, canLeave } = parts;
  const featuresOf = (operator: UnlockedOperator): OperatorSession['features'] => ({
    inside: settings.inside.count,
    passes: settings.passes.purposes.length > 0,
    reveal: operator.role === 'manager' && settings.privacy.identity === 'full',
    leave: operator.role === 'manager' && canLeave,
  });
  const show: ShowSession = (callerId) => {
    const operator = sessions.find(callerId);
    return operator === undefined
      ? problem('unauthenticated')
      : answer({ operator, lockInMs: sessions.leftMs(callerId), features: featuresOf(operator) });
  };
  return {
    show,
    open(callerId, { id, name, role }) {
      sessions.open(callerId, { id, name, role });
      return show(callerId);
    },
  };
}
