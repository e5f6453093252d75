/** A person says that the terminal is in order again. It is an act, and so it is a row. */
import type { Settings } from '../config/settings.ts';
import { openDataFolder } from '../db/data-folder.ts';
import { buildEntryLog } from '../entry-log/entry-log.ts';
import type { Ports } from '../ports.ts';
import { endOutOfOrder } from './out-of-order.ts';

/**
 * Ends out of order while no kiosk runs on this data folder.
 * @returns whether the terminal was out of order
 * @throws DataFolderError, in words
 */
export function returnToService(options: { settings: Settings; data: string; ports: Ports }): boolean {
  const { settings, data, ports } = options;
  const { clock, random } = ports;
  const folder = openDataFolder(data, ports.files);
  try {
    const was = endOutOfOrder(folder.database);
    if (was) {
      const siteKey = ports.secrets.key('site', 32);
      const log = buildEntryLog({ database: folder.database, settings, siteKey, clock, random });
      log.append({ outcome: 'act', channel: 'operator', reason: 'return-to-service' });
    }
    return was;
  } finally {
    folder.close();
  }
}
