/**
 * What the command line of the Electron host asks for.
 * Runs in Electron's main process.
 */
import { parseArgs } from 'node:util';
import { keptByUs } from '../platform/kept-by.ts';

export interface ElectronArguments {
  readonly data?: string | undefined;
  readonly config?: string | undefined;
  /** With a port the HTTP host is started beside the window. */
  readonly port?: number | undefined;
  /** Whether `pravesh run` has started it, and starts it again when it crashes. */
  readonly isKept: boolean;
}

/** The command line asks for something that cannot be: in words. */
export class ArgumentError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ArgumentError';
  }
}

/**
 * Reads `--data DIR`, `--config FILE` and `--port PORT`. Switches of Chromium stand on the same line and are left to
 * it. Throws an {@link ArgumentError}.
 */
export function readArguments(line: readonly string[]): ElectronArguments {
  const { values } = parseArgs({
    args: [...line],
    strict: false,
    options: {
      data: { type: 'string' },
      config: { type: 'string' },
      port: { type: 'string' },
      kept: { type: 'boolean' },
    },
  });
  const { port } = values;
  return {
    data: readText(values.data, '--data'),
    config: readText(values.config, '--config'),
    port: port === undefined ? undefined : readPort(port),
    isKept: line.includes(keptByUs),
  };
}

function readText(value: string | boolean | undefined, name: string): string | undefined {
  if (typeof value === 'boolean' || value === '') {
    throw new ArgumentError(`${name} needs a value behind it`);
  }
  return value;
}

function readPort(value: string | boolean): number {
  const port = typeof value === 'string' && /^[0-9]{1,5}$/.test(value) ? Number(value) : Number.NaN;
  if (!(port <= 65_535)) {
    throw new ArgumentError('--port takes a number from 0 to 65535; 0 is any port that is free');
  }
  return port;
}
