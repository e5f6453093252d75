/** How the receivers of events are, for staff: who waits since when, and what to do. Part of the core. */
import { join } from 'node:path';
import type { HealthCheck } from '../../contract/public.ts';
import { databaseName } from '../db/data-folder.ts';
import { openForReading, type ReadDatabase } from '../db/database.ts';
import { newestVersion, versionOf } from '../db/migrate.ts';
import { selectPartyNames } from '../parties/parties-sql.ts';
import { type StuckParty, selectStuck } from './outbox-sql.ts';

/** What is wrong with the events, party by party; undefined where nothing is known to be. */
export function checkWebhooks(
  database: ReadDatabase,
  nameOf: (party: string) => string | undefined,
): HealthCheck | undefined {
  const stuck = selectStuck(database).filter(({ since, dead }) => since !== null || dead > 0);
  if (stuck.length === 0) {
    return undefined;
  }
  return {
    name: 'webhooks',
    ok: false,
    detail: stuck.map((party) => describe(party, nameOf(party.party) ?? party.party)).join('; '),
    todo: stuck.some(({ since }) => since !== null)
      ? 'Ask whoever runs that system to look at its receiver; waiting events are sent again by themselves.'
      : `Once the receiver is mended, send them again: pravesh party replay ${stuck[0]?.party ?? ''}`,
  };
}

/**
 * The same of a data folder, beside a running kiosk or without one; undefined also where its tables are not of this
 * version.
 * @throws the library's SqliteError when there is no log or it cannot be read
 */
export function readWebhookHealth({ data }: { readonly data: string }): HealthCheck | undefined {
  const database = openForReading(join(data, databaseName));
  try {
    if (versionOf(database) !== newestVersion) {
      return undefined;
    }
    const names = new Map(selectPartyNames(database).map(({ id, name }) => [id, name]));
    return checkWebhooks(database, (party) => names.get(party));
  } finally {
    database.close();
  }
}

function describe({ since, problem, dead }: StuckParty, name: string): string {
  const waits = since === null ? [] : [`events for ${name} wait since ${toMinute(since)} (${problem ?? 'not taken'})`];
  const gone = dead === 0 ? [] : [`${dead} for ${name} were given up`];
  return [...waits, ...gone].join(', ');
}

/** `2026-01-15 04:30 UTC`. */
function toMinute(at: string): string {
  return `${at.slice(0, 16).replace('T', ' ')} UTC`;
}
