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
import { buildLogger, parseLogLevel } from './logger.ts';
import { buildRandom } from './random.ts';
import { buildSecrets } from './secrets.ts';

/** The ports, and how to let go of what they hold. */
export interface NodePorts {
  readonly ports: Ports;
  /** Ends the connections to the upstream. */
  close(): Promise<void>;
}

/**
 * Builds the ports of a data folder. From here on whatever this process makes is for its owner alone (umask 077):
 * SQLite makes files of its own beside the database, and they hold the same rows.
 */
export function buildPorts({ data }: { readonly data: string }): NodePorts {
  // Only the main thread may set it, for all threads.
  if (isMainThread) {
    process.umask(0o077);
  }
  const random = buildRandom();
  const files = buildFiles();
  const { fetch, close } = buildFetch();
  const ports: Ports = {
    clock: buildClock(),
    random,
    fetch,
    logger: buildLogger(parseLogLevel(process.env.PRAVESH_LOG)),
    secrets: buildSecrets(join(data, 'keys'), random, files),
    files,
    commands: buildCommands(),
  };
  return { ports, close };
}
