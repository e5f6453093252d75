/**
 * What a report says of the machine: kind and size, nothing that names it, its owner or its folders.
 * Runs in Node, in every host.
 */
import { arch, availableParallelism, freemem, platform, release, totalmem, uptime } from 'node:os';

function inMiB(bytes: number): string {
  return `${Math.round(bytes / 1024 / 1024)} MiB`;
}

/** Name and value of each fact, at this moment; `host` is what runs the kiosk, as `Node` or `Electron 45`. */
export function machineFacts(host: string): Record<string, string> {
  return {
    host,
    node: process.version,
    system: `${platform()} ${release()} ${arch()}`,
    processors: String(availableParallelism()),
    memory: `${inMiB(freemem())} free of ${inMiB(totalmem())}`,
    'machine running for': `${Math.round(uptime() / 3600)} h`,
  };
}
