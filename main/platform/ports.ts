/**
 * All ports of this machine together, for the composition root of a host.
 * Runs in Node, in every host.
 */
import { join } from 'node:path';
import { isMainThread } from 'node:worker_threads';
import type { Ports } from '../core/ports.ts';
import { buildClock } from './clock.ts';
import { buildCommands } from './commands.ts';
import { buildFetch } from './fetch.ts';
import { buildFiles } from './files.ts';
import { openHostLog } from './host-log.ts';
import { buildLogger, joinLoggers, parseLogLevel } from './logger.ts';
import { buildRandom } from './random.ts';
import { buildSecrets } from './secrets.ts';

/** The ports, and how to let go of what they hold. */
export interface NodePorts {
  readonly ports: Ports;
  /** Ends the connections to the upstream. */
  close(): Promise<void>;
}

export interface PortsPlace {
  /** The data folder. */
  readonly data: string;
  /** Whether what is logged is kept in files there too: for the one process that serves. */
  readonly keepLog?: boolean;
}

/**
 * Builds the ports of a data folder. From here on whatever this process makes is for its owner alone (umask 077):
 * SQLite makes files of its own beside the database, and they hold the same rows.
 */
export function buildPorts({ data, keepLog = false }: PortsPlace): NodePorts {
  // Only the main thread may set it, for all threads.
  if (isMainThread) {
    process.umask(0o077);
  }
  const random = buildRandom();
  const files = buildFiles();
  const { fetch, close } = buildFetch();
  const onStderr = buildLogger(parseLogLevel(process.env.PRAVESH_LOG));
  const hostLog = keepLog ? openHostLog(data) : undefined;
  const ports: Ports = {
    clock: buildClock(),
    random,
    fetch,
    logger: hostLog === undefined ? onStderr : joinLoggers(onStderr, hostLog.logger),
    secrets: buildSecrets(join(data, 'keys'), random, files),
    files,
    commands: buildCommands(),
  };
  const closeAll = async () => {
    await close();
    hostLog?.close();
  };
  return { ports, close: closeAll };
}
