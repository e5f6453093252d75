/** The operations on the roster. Part of the core. */
import { type Answer, answer, problem } from '../../contract/public.ts';
import type { Settings } from '../config/settings.ts';
import { type Caller, operatorOf } from '../dispatch/caller.ts';
import type { Handlers } from '../dispatch/dispatch.ts';
import type { Clock } from '../ports.ts';
import { buildReadCoverage, describeCoverage } from './coverage.ts';
import { importRoster, type RosterFile, type RosterWriteParts } from './import-roster.ts';
import { listRoster, writeCoverage } from './list-roster.ts';
import { readRoster } from './read-roster.ts';
import { removeRoster } from './remove-roster.ts';
import { selectCurrent } from './roster-sql.ts';
import { buildWork } from './work.ts';

export type RosterHandlers = Pick<
  Handlers,
  'roster.preview' | 'roster.import' | 'roster.get' | 'roster.list' | 'roster.coverage' | 'roster.remove'
>;

export interface RosterParts extends RosterWriteParts {
  readonly settings: Pick<Settings, 'site' | 'privacy'>;
  readonly clock: Clock;
  /** Told when what an interruption left behind could not be deleted; the next import or start tries again. */
  readonly onFault: (error: unknown) => void;
}

/** The roster of an open kiosk. */
export interface Roster {
  readonly handlers: RosterHandlers;
  /** Ends what is under way, at the end of its slice; an import that is not through comes to nothing. */
  close(): Promise<void>;
}

const anonymous =
  'This terminal keeps nothing by which a person is known again (privacy.identity is none), so it can have no roster.';

/** Opens it; what an interrupted import has left behind goes at once, in slices. */
export function openRoster(parts: RosterParts): Roster {
  const { database, settings, clock } = parts;
  const work = buildWork(parts);
  const readCoverage = buildReadCoverage(database, work.turns);
  const isAnonymous = settings.privacy.identity === 'none';
  const known = async <T>(run: () => Promise<Answer<T>>): Promise<Answer<T>> =>
    isAnonymous ? problem('conflict', { message: anonymous }) : work.run(run);
  /** First the row, then what it tells of: nobody looks unseen, where there is something to see. */
  const noted = async <T>(caller: Caller, reason: string, run: () => Promise<Answer<T>>): Promise<Answer<T>> => {
    const operator = operatorOf(caller);
    const act = { outcome: 'act', channel: 'operator', reason } as const;
    const isOwed = selectCurrent(database) !== undefined;
    const row = isOwed && parts.append(operator === undefined ? act : { ...act, operator });
    return row === undefined ? problem('log-unavailable') : run();
  };
  const handlers: RosterHandlers = {
    'roster.preview': (_caller, { text, mapping }) =>
      known(async () => readable(mapping) ?? answer(await readRoster(text, mapping, work.turns()))),
    'roster.import': (caller, file) =>
      known(async () => {
        const run = () => importRoster(parts, file, operatorOf(caller), work.turns());
        return readable(file.mapping) ?? work.alone(run);
      }),
    'roster.get': () => known(async () => answer(describeCoverage(await readCoverage()))),
    'roster.list': (caller, filter) => {
      const list = () => listRoster(database, readCoverage, filter);
      // The pages that follow belong to the same look.
      return known(() => (filter.after === undefined ? noted(caller, 'view: roster', list) : list()));
    },
    'roster.coverage': (caller) =>
      known(() =>
        noted(caller, 'roster-export', () =>
          writeCoverage(database, readCoverage, {
            site: settings.site,
            at: new Date(clock.now()),
            turns: work.turns(),
          }),
        ),
      ),
    'roster.remove': (caller) => work.run(() => work.alone(async () => removeRoster(parts, operatorOf(caller)))),
  };
  return { handlers, close: work.close };
}

/** A column can be one thing only: else the number would be kept as the reference. */
function readable(mapping: RosterFile['mapping'] | undefined): Answer<never> | undefined {
  const columns = Object.values(mapping ?? {});
  return new Set(columns).size === columns.length
    ? undefined
    : problem('invalid-input', { fields: [{ path: 'mapping', problem: 'same-column' }] });
}
