/**
 * The report that staff send to whoever helps them: what the terminal is, how it is, and how much it has done. It is
 * made of settings, counts and ages; nothing of a person, no key and no code can come into it.
 */
import { type Health, version } from '../../contract/public.ts';
import type { Settings } from '../config/settings.ts';
import { type ReadDatabase, readPragmas } from '../db/database.ts';
import { selectNewest } from '../entry-log/entries-sql.ts';
import type { Clock } from '../ports.ts';
import { selectCheckpoint } from '../tree/tree-sql.ts';
import { selectStateTime } from './terminal-state-sql.ts';

export interface DiagnosticsParts {
  readonly settings: Settings;
  readonly database: ReadDatabase;
  readonly healthReport: () => Health;
  /** Verifications that are open now. */
  readonly open: () => number;
  readonly clock: Pick<Clock, 'now' | 'monotonic'>;
  /** What the host knows of the machine: name and value, without paths of a person's folder. */
  readonly facts: Readonly<Record<string, string>>;
}

type Line = readonly [name: string, value: string | number];

/** Builds the report; each call looks anew. */
export function buildDiagnostics(parts: DiagnosticsParts): () => string {
  const startedAt = parts.clock.monotonic();
  return () => {
    const upSeconds = Math.round((parts.clock.monotonic() - startedAt) / 1000);
    const sections: readonly (readonly [string, readonly Line[]])[] = [
      [
        'Pravesh',
        [
          ['version', version],
          ['time', new Date(parts.clock.now()).toISOString()],
          ['running for', `${upSeconds} s`],
          ...Object.entries(parts.facts),
        ],
      ],
      ['Terminal', describeSettings(parts.settings)],
      ['Health', describeHealth(parts.healthReport())],
      ['Log', describeLog(parts.database, parts.open())],
    ];
    return sections.map(([title, lines]) => `${title}\n${lines.map(writeLine).join('')}`).join('\n');
  };
}

function writeLine([name, value]: Line): string {
  return `  ${name}: ${value}\n`;
}

function describeSettings({ site, upstream, policy, privacy, kiosk, inside, passes, limits, demo }: Settings): Line[] {
  return [
    ['site', site.id],
    ['terminal', site.terminal],
    ['time zone', site.timezone],
    ['DEMO', demo ? 'yes' : 'no'],
    ['mode', kiosk.mode],
    ['languages', kiosk.languages.join(', ')],
    ['purposes', Object.keys(policy.purposes).join(', ')],
    ['upstream', new URL(upstream.baseUrl).host],
    ['signatures', upstream.signature.mode],
    ['identity', privacy.identity],
    ['kept', `${privacy.keep.min} to ${privacy.keep.max}`],
    ['calls to the upstream', `${limits.upstream.calls} in ${limits.upstream.seconds} s`],
    ['people inside', inside.count ? 'counted' : 'not counted'],
    ['passes', passes.purposes.length > 0 ? passes.purposes.join(', ') : 'none'],
  ];
}

function describeHealth({ state, reason, checks }: Health): Line[] {
  const lines = checks.map(({ name, ok, detail, todo }): Line => {
    const words = todo === undefined ? detail : `${detail}. ${todo}`;
    return [name, `${ok ? 'ok' : 'NOT WELL'}: ${words}`];
  });
  return [['state', reason === undefined ? state : `${state} (${reason})`], ...lines];
}

function describeLog(database: ReadDatabase, open: number): Line[] {
  const newest = selectNewest(database);
  const head = selectCheckpoint(database);
  const pragmas = Object.entries(readPragmas(database)).map(([name, value]) => `${name} ${value}`);
  return [
    ['entries', newest.seq],
    ['newest', newest.at ?? 'none'],
    ['newest signed head', head === undefined ? 'none' : `${head.size} entries, ${head.at}`],
    ['last export', selectStateTime(database, 'last-export') ?? 'none'],
    ['visits under way', open],
    ['SQLite', pragmas.join(', ')],
  ];
}
