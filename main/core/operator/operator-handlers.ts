/** The operations of operators: the door, who they are, what opens and closes their page. Part of the core. */
import { answer, type HealthCheck, problem } from '../../contract/public.ts';
import type { Settings } from '../config/settings.ts';
import type { WriteDatabase } from '../db/database.ts';
import type { UnlockedOperator } from '../dispatch/caller.ts';
import type { Handlers } from '../dispatch/dispatch.ts';
import type { Clock, Random } from '../ports.ts';
import { type BeginParts, buildBegin } from './begin.ts';
import { demoPinOf, seedDemoOperator } from './demo-operator.ts';
import { buildManageHandlers, type ManageHandlers } from './manage.ts';
import { type AppendAct, buildOwedActs } from './operator-acts.ts';
import { checkOperators } from './operators-check.ts';
import { selectOperators, selectRecovery } from './operators-sql.ts';
import { buildRecover, type RecoverParts, recoveryKey } from './recover.ts';
import { buildSecretHash } from './secret-hash.ts';
import { buildSessionView, type ShowSession } from './session-view.ts';
import type { OperatorSessions } from './sessions.ts';
import { buildTries } from './tries.ts';
import { buildUnlock } from './unlock.ts';
import { buildWaits, type Waits } from './waits.ts';

export type OperatorHandlers = ManageHandlers &
  Pick<
    Handlers,
    | 'operator.door'
    | 'operator.begin'
    | 'operator.unlock'
    | 'operator.recover'
    | 'operator.get'
    | 'operator.touch'
    | 'operator.lock'
  >;

export interface OperatorsParts {
  readonly database: WriteDatabase;
  readonly settings: Pick<Settings, 'demo' | 'inside' | 'passes' | 'privacy'>;
  readonly sessions: OperatorSessions;
  readonly append: AppendAct;
  /** The page of this operator was locked by hand: its row, and a head of the log. */
  readonly onLock: (operator: UnlockedOperator) => void;
  /** Whether the host can end the kiosk. */
  readonly canLeave: boolean;
  readonly clock: Clock;
  readonly random: Random;
}

export interface Operators {
  readonly handlers: OperatorHandlers;
  /** How the door is, for `health.get`. */
  check(): HealthCheck;
}

/** Lays the operations onto their parts, and writes the rows that the last run owed. */
export function buildOperators(parts: OperatorsParts): Operators {
  const { database, settings, sessions, clock, random } = parts;
  if (settings.demo) {
    seedDemoOperator(database, new Date(clock.now()).toISOString());
  }
  const acts = buildOwedActs(database, parts.append);
  acts.payAll();
  const hash = buildSecretHash(random);
  if (selectOperators(database).length > 0) {
    hash.selfTest();
  }
  const waits = resumeWaits(database, clock);
  const judge = buildTries({ database, acts, hash, waits });
  const { show, open } = buildSessionView(parts);
  const door = { database, acts, waits, judge, openSession: open, clock, hash, sessions, random };
  const manage = buildManageHandlers({
    ...door,
    onChanged(id) {
      waits.end(id);
      sessions.endAllOf(id);
    },
    onNewCode: () => waits.end(recoveryKey),
  });
  return {
    handlers: { ...manage, ...buildDoorHandlers(parts, door), ...buildPageHandlers(parts, show) },
    check: () => checkOperators(database, hash.sound(), settings.demo),
  };
}

/** What the counters on the disk mean for the doors of this run. */
function resumeWaits(database: WriteDatabase, clock: Clock): Waits {
  const waits = buildWaits(clock);
  for (const { id, failures, last_failure_at } of selectOperators(database)) {
    waits.resume(id, failures, last_failure_at);
  }
  const { failures, last_failure_at } = selectRecovery(database);
  waits.resume(recoveryKey, failures, last_failure_at);
  return waits;
}

function buildDoorHandlers(
  { database, settings }: OperatorsParts,
  door: RecoverParts & BeginParts,
): Pick<OperatorHandlers, 'operator.door' | 'operator.begin' | 'operator.unlock' | 'operator.recover'> {
  const begin = buildBegin(door);
  const unlock = buildUnlock(door);
  const recover = buildRecover(door);
  return {
    'operator.door': () => {
      const known = selectOperators(database).filter(({ disabled_at }) => disabled_at === null);
      const demoPin = settings.demo ? demoPinOf(database) : undefined;
      return answer({
        operators: known.map(({ id, name }) => ({ id, name })),
        setUp: begin.open(),
        ...(demoPin !== undefined && { demoPin }),
      });
    },
    'operator.begin': (caller, input) => begin.run(caller.id, input),
    'operator.unlock': (caller, input) => unlock(caller.id, input),
    'operator.recover': (caller, input) => recover(caller.id, input),
  };
}

function buildPageHandlers(
  { sessions, onLock }: OperatorsParts,
  show: ShowSession,
): Pick<OperatorHandlers, 'operator.get' | 'operator.touch' | 'operator.lock'> {
  return {
    // Whoever comes through the data folder has no page.
    'operator.get': (caller) => (caller.local === true ? problem('forbidden') : show(caller.id)),
    'operator.touch': (caller) => (caller.local === true ? problem('forbidden') : show(caller.id)),
    'operator.lock': (caller) => {
      const operator = sessions.end(caller.id);
      if (operator !== undefined) {
        onLock(operator);
      }
      return answer({});
    },
  };
}
