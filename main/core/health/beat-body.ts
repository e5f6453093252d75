/** What a heartbeat says: that the terminal lives, and how it is. Counts and ages; nothing of a person. Part of the core. */
import { version } from '../../contract/public.ts';
import type { Settings } from '../config/settings.ts';
import type { Figures } from './figures.ts';
import type { HealthReport } from './health-report.ts';
import type { Condition } from './service-health.ts';

export interface BeatBodyParts {
  readonly settings: Pick<Settings, 'site'>;
  readonly condition: () => Condition;
  /** Both read the database; a terminal that cannot open it has neither. */
  readonly report?: HealthReport;
  readonly figures?: () => Figures;
  readonly everyMs: number;
  readonly clock: { now(): number };
}

/** The body as it is posted. A terminal whose database fails still lives, and says so: then the figures are left out. */
export function writeBeat(parts: BeatBodyParts): string {
  const { settings, condition, everyMs, clock } = parts;
  const { id: site, terminal } = settings.site;
  // What staff say to visitors is in their own words, and goes nowhere.
  const { state, reason } = condition();
  const data = { site, terminal, version, everySeconds: everyMs / 1000, state, reason, ...readFigures(parts) };
  return JSON.stringify({ type: 'terminal.heartbeat', timestamp: new Date(clock.now()).toISOString(), data });
}

function readFigures({ report, figures }: BeatBodyParts) {
  if (report === undefined || figures === undefined) {
    return {};
  }
  try {
    const { rows, faults, entries, newestRowAge, upstream, openVisits, calls, freeBytes, ...others } = figures();
    const { walBytes, events, clockIsPlausible, ages, crashesOfDay } = others;
    return {
      // Only whether all is well: in words a check may name another system.
      checks: report().checks.map(({ name, ok }) => ({ name, ok })),
      figures: {
        ...{ rows, faults, entries, newestRowAge, upstream, openVisits, calls },
        ...{ freeBytes, walBytes, events, clockIsPlausible, ages, crashesOfDay },
      },
    };
  } catch {
    return {};
  }
}
