/** Operators are managed while no kiosk runs: by the account that it would run under. Part of the core. */
import type { Answer } from '../../contract/public.ts';
import { openDataFolder } from '../db/data-folder.ts';
import { buildDispatch } from '../dispatch/dispatch.ts';
import { buildEntryLog } from '../entry-log/entry-log.ts';
import type { DeskPlace } from '../erasure/subject-desk.ts';
import { buildManageHandlers, type ManageHandlers } from './manage.ts';
import { buildOwedActs } from './operator-acts.ts';
import { buildSecretHash } from './secret-hash.ts';

/** What the account may do with operators without a PIN. */
export type ManageName = keyof ManageHandlers;

/**
 * Runs one operation on the operators of a data folder, and writes its row.
 * @throws DataFolderError, in words, also while a kiosk runs on this folder; the library's SqliteError
 */
export async function manageOperators(
  { settings, data, ports }: DeskPlace,
  name: ManageName,
  input: unknown,
): Promise<Answer<unknown>> {
  const { clock, random, secrets, files } = ports;
  const folder = openDataFolder(data, files);
  try {
    const { database } = folder;
    const { append } = buildEntryLog({ database, settings, siteKey: secrets.key('site', 32), clock, random });
    const acts = buildOwedActs(database, append);
    acts.payAll();
    const nothing = () => {};
    const hash = buildSecretHash(random);
    const handlers = buildManageHandlers({
      database,
      acts,
      hash,
      clock,
      random,
      onChanged: nothing,
      onNewCode: nothing,
    });
    const dispatch = buildDispatch(handlers, { use: () => undefined }, (_name, error) => {
      throw error;
    });
    return await dispatch(name, { kind: 'operator', id: 'local', local: true }, input);
  } finally {
    folder.close();
  }
}
