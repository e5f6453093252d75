/**
 * Puts the kiosk together and serves it over HTTP: in DEMO the sandbox, then the ports, the core, the server.
 * Runs in Node, for the CLI.
 */
import {
  type HostControls,
  isDataFolderError,
  type Kiosk,
  type LoadedSettings,
  openKioskEvenDamaged,
} from '../../core/kiosk.ts';
import { startHttp } from '../../http/start.ts';
import { sayOpened } from '../../platform/host-log.ts';
import { openLocalDoor } from '../../platform/local-door.ts';
import { machineFacts } from '../../platform/machine-facts.ts';
import { buildPorts } from '../../platform/ports.ts';
import { keepHeapSmall } from '../../platform/small-heap.ts';
import { startSandbox } from '../../sandbox/sandbox.ts';
import { CommandError } from '../command.ts';
import { findExportHost } from '../export-host.ts';

export interface ServeOptions {
  readonly loaded: LoadedSettings;
  /** Instead of the configured one; 0 takes any port that is free. */
  readonly port?: number | undefined;
  readonly rendererFolder: string;
  /** What staff may do with the program from its page. */
  readonly controls?: HostControls;
}

export interface Served {
  readonly kiosk: Kiosk;
  /** Opens the kiosk. It lets in whoever has it: it goes to the ready line and the browser only. */
  readonly launchUrl: string;
  /** Closes everything, what was opened last first. */
  close(): Promise<void>;
}

/** Serves. Throws a {@link CommandError} where the data folder or the port cannot be had; nothing stays open then. */
export async function serve({ loaded, port, rendererFolder, controls }: ServeOptions): Promise<Served> {
  keepHeapSmall();
  const closers: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const closeOne of closers.splice(0).reverse()) {
      await closeOne();
    }
  };
  try {
    const sandbox = loaded.demo ? await startSandbox({ port: 0 }) : undefined;
    closers.push(async () => sandbox?.close());
    const settings = loaded.demo ? loaded.buildSettings(sandbox?.baseUrl ?? '') : loaded.settings;
    const { ports, close: closePorts } = buildPorts({ data: loaded.data, keepLog: true });
    closers.push(closePorts);
    const exportHost = findExportHost(rendererFolder);
    const { data } = loaded;
    const { demoPhone } = sandbox ?? {};
    const kiosk = openKioskEvenDamaged({
      settings,
      data,
      ports,
      demoPhone,
      exportHost,
      controls,
      facts: machineFacts('Node'),
    });
    closers.push(() => kiosk.close());
    const local = { kind: 'operator', id: 'local', local: true } as const;
    closers.push(await openLocalDoor(loaded.data, (name, input) => kiosk.call(name, local, input)));
    const { logger } = ports;
    sayOpened(logger);
    const doors = { ...settings.http, port: port ?? settings.http.port };
    const http = await startHttp({ kiosk, ...doors, rendererFolder, logger });
    closers.push(() => http.close());
    return { kiosk, launchUrl: http.launchUrl, close };
  } catch (error) {
    await close();
    throw isDataFolderError(error) || isHttpStartError(error) ? new CommandError(error.message) : error;
  }
}

/** The HTTP host lends out its start function alone, so its error is known by its name. */
function isHttpStartError(error: unknown): error is Error {
  return error instanceof Error && error.name === 'HttpStartError';
}
