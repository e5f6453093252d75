/**
 * What the account that a kiosk would run under does with its data folder while none runs: operators, other systems and their events.
 * Part of the core.
 */
import type { Answer } from '../../contract/public.ts';
import { openDataFolder } from '../db/data-folder.ts';
import type { WriteDatabase } from '../db/database.ts';
import { buildEntryLog } from '../entry-log/entry-log.ts';
import type { DeskPlace } from '../erasure/subject-desk.ts';
import { buildManageHandlers, type ManageHandlers } from '../operator/manage.ts';
import { type AppendAct, buildOwedActs } from '../operator/operator-acts.ts';
import { buildSecretHash } from '../operator/secret-hash.ts';
import { buildPartyHandlers, type PartyHandlers } from '../parties/manage-parties.ts';
import { selectPartyNames } from '../parties/parties-sql.ts';
import { buildFolderReceiptHandlers } from '../receipts/folder-receipts.ts';
import type { ReceiptKeyHandlers } from '../receipts/receipt-handlers.ts';
import { buildWebhookHandlers, type WebhookHandlers } from '../webhooks/webhook-handlers.ts';
import { buildDispatch } from './dispatch.ts';

type FolderHandlers = ReceiptKeyHandlers & ManageHandlers & PartyHandlers & WebhookHandlers;

/** What the account may do there without a PIN. */
export type ManageName = keyof FolderHandlers;

/**
 * Runs one operation on a data folder, and writes its row.
 * @throws DataFolderError, in words, also while a kiosk runs on this folder; the library's SqliteError
 */
export async function manageFolder(place: DeskPlace, name: ManageName, input: unknown): Promise<Answer<unknown>> {
  const { settings, data, ports } = place;
  const { clock, random, secrets, files } = ports;
  const folder = openDataFolder(data, files);
  try {
    const { database } = folder;
    const { append } = buildEntryLog({ database, settings, siteKey: secrets.key('site', 32), clock, random });
    const handlers = buildFolderHandlers(place, database, append);
    const dispatch = buildDispatch(handlers, { use: () => undefined }, (_name, error) => {
      throw error;
    });
    return await dispatch(name, { kind: 'operator', id: 'local', local: true }, input);
  } finally {
    folder.close();
  }
}

function buildFolderHandlers(
  { settings, ports }: DeskPlace,
  database: WriteDatabase,
  append: AppendAct,
): FolderHandlers {
  const { clock, random, secrets, logger } = ports;
  const acts = buildOwedActs(database, append);
  acts.payAll();
  // Nobody is here whom a change would concern.
  const nothing = () => {};
  const hash = buildSecretHash(random);
  return {
    ...buildFolderReceiptHandlers({ database, settings, secrets, append, clock, logger }),
    ...buildManageHandlers({ database, acts, hash, clock, random, onChanged: nothing, onNewCode: nothing }),
    ...buildPartyHandlers({
      database,
      settings,
      acts,
      secrets,
      onChanged: nothing,
      onRemoved: async () => {},
      clock,
      random,
    }),
    ...buildWebhookHandlers({
      database,
      acts,
      isKnown: (party) => selectPartyNames(database).some(({ id }) => id === party),
      renew: nothing,
      clock,
    }),
  };
}
