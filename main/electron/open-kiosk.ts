/**
 * Puts the kiosk of this host together: its upstream in DEMO, the ports of Node, the core.
 * Runs in Electron's main process.
 */
import { join } from 'node:path';
import {
  type DemoPhonePort,
  type HostControls,
  type Kiosk,
  type LoadedSettings,
  openKioskEvenDamaged,
  type Settings,
} from '../core/kiosk.ts';
import type { ExportHost, Logger } from '../core/ports.ts';
import { findDrives } from '../platform/drives.ts';
import { sayOpened } from '../platform/host-log.ts';
import { openLocalDoor } from '../platform/local-door.ts';
import { machineFacts } from '../platform/machine-facts.ts';
import { buildPorts } from '../platform/ports.ts';
import { keepHeapSmall } from '../platform/small-heap.ts';
import { startDemoUpstream } from './demo.ts';

export interface OpenedKiosk {
  readonly kiosk: Kiosk;
  readonly settings: Settings;
  readonly logger: Logger;
  /** Closes everything, in the reverse order. */
  close(): Promise<void>;
}

/** Settings that are whole: in DEMO the sandbox serves. */
interface Upstream {
  readonly settings: Settings;
  readonly demoPhone?: DemoPhonePort;
  close(): Promise<void>;
}

async function startUpstream(loaded: LoadedSettings): Promise<Upstream> {
  if (!loaded.demo) {
    return { settings: loaded.settings, close: async () => {} };
  }
  const { baseUrl, demoPhone, close } = await startDemoUpstream();
  return { settings: loaded.buildSettings(baseUrl), demoPhone, close };
}

/** The worker's entry lies beside this bundle. */
function findExportHost(rendererFolder: string): ExportHost {
  return {
    worker: join(import.meta.dirname, 'export-worker.js'),
    page: join(rendererFolder, 'verify.html'),
    drives: () => findDrives(),
  };
}

/** Opens the kiosk. Rejects with the core's DataFolderError, in words, when the data folder cannot be opened. */
export async function openFor(
  loaded: LoadedSettings,
  rendererFolder: string,
  controls: HostControls,
): Promise<OpenedKiosk> {
  keepHeapSmall();
  const { settings, demoPhone, close: closeUpstream } = await startUpstream(loaded);
  const { ports, close: closePorts } = buildPorts({ data: loaded.data, keepLog: true });
  try {
    const exportHost = findExportHost(rendererFolder);
    const facts = machineFacts(`Electron ${process.versions.electron ?? ''}`.trim());
    const kiosk = openKioskEvenDamaged({ settings, data: loaded.data, ports, demoPhone, exportHost, controls, facts });
    sayOpened(ports.logger);
    const local = { kind: 'operator', id: 'local', local: true } as const;
    const closeDoor = await openLocalDoor(loaded.data, (name, input) => kiosk.call(name, local, input));
    const close = async () => {
      await closeDoor();
      await kiosk.close();
      await closePorts();
      await closeUpstream();
    };
    return { kiosk, settings, logger: ports.logger, close };
  } catch (error) {
    await closePorts();
    await closeUpstream();
    throw error;
  }
}
