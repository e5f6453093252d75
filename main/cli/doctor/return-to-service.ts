/**
 * `pravesh doctor --return-to-service`: a person says that the terminal is in order again.
 * Runs in Node, for the CLI, while no kiosk runs on the data folder. It is an act, and leaves a row.
 */
import { isDataFolderError, type LoadedSettings, returnToService as returnInCore } from '../../core/kiosk.ts';
import { buildPorts } from '../../platform/ports.ts';
import { CommandError } from '../command.ts';
import { hasEntryLog } from '../data-folder.ts';

/** An address that is never asked: only the site of the settings stands in the row. */
const noUpstream = 'http://127.0.0.1:9';

/**
 * Ends out of order.
 * @returns whether the terminal was out of order
 * @throws CommandError when a kiosk is running there, or the folder cannot be written
 */
export async function returnToService(loaded: LoadedSettings): Promise<boolean> {
  const { data } = loaded;
  if (!hasEntryLog(data)) {
    throw new CommandError(`there is no entry log in ${data}, so nothing there is out of order`);
  }
  const settings = loaded.demo ? loaded.buildSettings(noUpstream) : loaded.settings;
  const { ports, close } = buildPorts({ data });
  try {
    return returnInCore({ settings, data, ports });
  } catch (error) {
    if (isDataFolderError(error)) {
      throw new CommandError(error.message);
    }
    throw error;
  } finally {
    await close();
  }
}
