/** What staff do with the terminal itself. Part of the core. */
import { type Answer, answer, problem } from '../../contract/public.ts';
import { type Caller, operatorOf } from '../dispatch/caller.ts';
import type { Handlers } from '../dispatch/dispatch.ts';
import type { BeginVisit } from '../dispatch/events.ts';
import type { AppendedEntry, EntryDraft } from '../entry-log/entry.ts';
import type { Clock } from '../ports.ts';
import type { HealthReport } from './health-report.ts';
import type { ServiceHealth } from './service-health.ts';

export type ServiceHandlers = Pick<
  Handlers,
  'service.stop' | 'service.resume' | 'kiosk.begin' | 'kiosk.leave' | 'kiosk.restart' | 'health.diagnose'
>;

/** What a host lets staff do with the program; a host that cannot has none. */
export interface HostControls {
  /** Ends the program and leaves the machine as it is. */
  leave(): void;
  /** Ends the program and begins it anew. */
  restart(): void;
}

export interface ServiceParts {
  readonly health: Pick<ServiceHealth, 'stop' | 'resume'>;
  readonly healthReport: HealthReport;
  /** Writes a row; undefined when it could not be written. */
  readonly append: (draft: EntryDraft) => AppendedEntry | undefined;
  /** Tells the visitors' screens; answers how many there are. */
  readonly begin: (visit: BeginVisit) => number;
  readonly diagnose: () => string;
  readonly clock: Pick<Clock, 'after'>;
  readonly controls?: HostControls | undefined;
}

/** Until the program ends its page gets the answer. Milliseconds. */
const answerFirstMs = 250;

/** Lays the operations onto their parts. */
export function buildServiceHandlers(parts: ServiceParts): ServiceHandlers {
  const { health, healthReport, append, controls, clock } = parts;
  /** First the row, then the act: what nobody can see in the log does not happen. */
  const noted = <T>(caller: Caller, reason: string, run: () => Answer<T>): Answer<T> => {
    const operator = operatorOf(caller);
    const row = {
      outcome: 'act',
      channel: 'operator',
      reason,
      ...(operator === undefined ? {} : { operator }),
    } as const;
    return append(row) === undefined ? problem('log-unavailable') : run();
  };
  const soon = (caller: Caller, reason: keyof HostControls): Answer<Record<string, never>> =>
    controls === undefined
      ? problem('conflict', { message: 'Whatever runs this kiosk must end it.' })
      : noted(caller, reason, () => {
          clock.after(answerFirstMs, () => controls[reason]());
          return answer({});
        });
  return {
    'service.stop': (caller, { message }) =>
      noted(caller, 'out-of-order', () => {
        health.stop(message ?? '');
        return answer(healthReport());
      }),
    'service.resume': (caller) =>
      noted(caller, 'return-to-service', () => {
        health.resume();
        return answer(healthReport());
      }),
    'kiosk.begin': (_caller, visit) => {
      const screens = parts.begin(visit);
      return screens === 0
        ? problem('conflict', { message: 'There is no screen for visitors beside this one.' })
        : answer({ screens });
    },
    'kiosk.leave': (caller) => soon(caller, 'leave'),
    'kiosk.restart': (caller) => soon(caller, 'restart'),
    'health.diagnose': (caller) => noted(caller, 'diagnostics', () => answer({ text: parts.diagnose() })),
  };
}
