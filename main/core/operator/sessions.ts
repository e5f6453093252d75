/**
 * Open pages of operators. They live in memory alone, so that a restart locks them all, and each belongs to the caller
 * who unlocked: a cookie, or a window. Two minutes without a touch end it (O2). Part of the core.
 */
import type { OperationName } from '../../contract/public.ts';
import type { Caller, UnlockedOperator } from '../dispatch/caller.ts';
import type { CancelTimer, Clock } from '../ports.ts';

/** How long a page stays open without a touch, in milliseconds. */
export const idleMs = 2 * 60_000;

/** What a page asks by itself, again and again: none of it says that somebody is there. All other calls do. */
const askedByPages: ReadonlySet<OperationName> = new Set<OperationName>([
  'operator.get',
  'entries.stats',
  'export.get',
  'health.get',
  'inside.list',
  'roster.get',
]);

export interface OperatorSessions {
  /** Opens the page of this caller; the one that was open there is over. */
  open(callerId: string, operator: UnlockedOperator): void;
  /** Whose page it is, if it is open; one that has been left for too long ends here. */
  find(callerId: string): UnlockedOperator | undefined;
  /** As `find`, for one who calls: that keeps the page open, unless a page asks it by itself. */
  use(callerId: string, name: OperationName): UnlockedOperator | undefined;
  /** Whether this caller may hear what operators hear; looking changes nothing. */
  isOpenFor(caller: Caller): boolean;
  /** Milliseconds until the page locks itself; 0 when it is not open. */
  leftMs(callerId: string): number;
  /** Closes a page; answers whose it was. */
  end(callerId: string): UnlockedOperator | undefined;
  /** Closes all pages of an operator. */
  endAllOf(operatorId: string): void;
  /** Ends the clock's work. */
  close(): void;
}

interface Session {
  readonly operator: UnlockedOperator;
  /** The last touch, by both clocks: monotonic time stands still while a machine sleeps. */
  touched: { readonly monotonic: number; readonly wall: number };
  cancel: CancelTimer;
}

/**
 * Builds them.
 * @param onIdle told when a page has been left for too long, after it was closed
 */
export function buildOperatorSessions(
  clock: Pick<Clock, 'now' | 'monotonic' | 'after'>,
  onIdle: (operator: UnlockedOperator) => void,
): OperatorSessions {
  const open = new Map<string, Session>();
  const leftOf = ({ touched }: Session) =>
    Math.max(0, idleMs - Math.max(clock.monotonic() - touched.monotonic, clock.now() - touched.wall));
  const moment = () => ({ monotonic: clock.monotonic(), wall: clock.now() });

  const end = (callerId: string): UnlockedOperator | undefined => {
    const session = open.get(callerId);
    session?.cancel();
    open.delete(callerId);
    return session?.operator;
  };
  const find = (callerId: string): Session | undefined => {
    const session = open.get(callerId);
    if (session !== undefined && leftOf(session) === 0) {
      end(callerId);
      onIdle(session.operator);
      return undefined;
    }
    return session;
  };
  /** Looks when the time is over by the monotonic clock; a touch in between has moved it on. */
  const watch = (callerId: string, session: Session): void => {
    session.cancel = clock.after(idleMs - (clock.monotonic() - session.touched.monotonic), () => {
      if (find(callerId) === session) {
        watch(callerId, session);
      }
    });
  };

  return {
    open(callerId, operator) {
      end(callerId);
      const session: Session = { operator, touched: moment(), cancel: () => {} };
      open.set(callerId, session);
      watch(callerId, session);
    },
    find: (callerId) => find(callerId)?.operator,
    use(callerId, name) {
      const session = find(callerId);
      if (session !== undefined && !askedByPages.has(name)) {
        session.touched = moment();
      }
      return session?.operator;
    },
    isOpenFor(caller) {
      const session = caller.kind === 'kiosk' ? open.get(caller.id) : undefined;
      return caller.kind === 'operator' || (session !== undefined && leftOf(session) > 0);
    },
    leftMs(callerId) {
      const session = open.get(callerId);
      return session === undefined ? 0 : Math.ceil(leftOf(session));
    },
    end,
    endAllOf(operatorId) {
      for (const [callerId, { operator }] of [...open]) {
        if (operator.id === operatorId) {
          end(callerId);
        }
      }
    },
    close() {
      for (const callerId of [...open.keys()]) {
        end(callerId);
      }
    },
  };
}
