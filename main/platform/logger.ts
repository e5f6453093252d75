/**
 * The Logger port: one line of JSON an event, on stderr, and in the files of the hosts that serve.
 * Runs in Node, in every host.
 */
import { type DestinationStream, destination, pino, stdTimeFunctions } from 'pino';
import type { Logger } from '../core/ports.ts';
import { cleanEvent, cleanFields } from './log-fields.ts';

const levels = ['error', 'warn', 'info', 'silent'] as const;
type Level = (typeof levels)[number];

/** From where on events are written: `error`, `warn`, `info` or `silent`; anything else is `warn`. */
export function parseLogLevel(text: string | undefined): Level {
  return levels.find((level) => level === text) ?? 'warn';
}

/**
 * Builds the port.
 * @param level from where on events are written
 * @param stream takes the lines; stderr by default, written at once so that a crash loses none
 */
export function buildLogger(level: Level, stream: DestinationStream = destination({ dest: 2, sync: true })): Logger {
  const log = pino(
    {
      level,
      // Neither the process nor the name of the machine: they tell nothing here.
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      messageKey: 'event',
      formatters: { level: (label) => ({ level: label }) },
    },
    stream,
  );
  const writeAt = (at: Exclude<Level, 'silent'>): Logger['info'] =>
    log.isLevelEnabled(at) ? (event, fields = {}) => log[at](cleanFields(fields), cleanEvent(event)) : () => {};
  return { info: writeAt('info'), warn: writeAt('warn'), error: writeAt('error') };
}

/** One port over two: each writes from its own level on. */
export function joinLoggers(one: Logger, other: Logger): Logger {
  const both =
    (at: keyof Logger): Logger['info'] =>
    (event, fields) => {
      one[at](event, fields);
      other[at](event, fields);
    };
  return { info: both('info'), warn: both('warn'), error: both('error') };
}
