/**
 * What may stand in the diagnostic log: named fields, and values that look like words of a machine.
 * Runs in Node, in every host. It is the last line of defence: whoever logs must not put persons there at all.
 */
import type { LogFields } from '../core/ports.ts';

/** Fields that may be logged. A new one is added here once it is certain that it never describes a person. */
const known: ReadonlySet<string> = new Set([
  'attempt',
  'bind',
  'browser',
  'call',
  'check',
  'code',
  'count',
  'dead',
  'error',
  'events',
  'exitCode',
  'failures',
  'freeMiB',
  'generation',
  'host',
  'kind',
  'method',
  'mode',
  'ms',
  'operation',
  'page',
  'party',
  'pid',
  'port',
  'problem',
  'reason',
  'restarts',
  'retryAfterMs',
  'route',
  'screen',
  'sent',
  'seq',
  'signal',
  'state',
  'status',
  'step',
  'tries',
  'version',
  'waitMs',
  'why',
]);

const hidden = '[hidden]';

/** No mobile number is smaller, and no count, time or port that is logged is larger. */
const largestNumber = 999_999_999;

/** Codes, routes, origins, class names: no spaces, so no names of persons. */
const machineWord = /^[\w.:/*{}@-]{1,120}$/;
/** A field that is not known is named all the same, so that whoever logs it notices. */
const fieldName = /^[A-Za-z]{1,40}$/;
/** The events of ports.ts, "a few fixed words". */
const eventWords = /^[\w .:/-]{1,80}$/;
/** Six digits may be a code, ten a number; long runs and `eyJ` are keys and tokens. */
const secretLooking = /[0-9]{6}|[\w-]{32}|eyJ/;

/** The fields as they may be written; whatever is not certain to be harmless is hidden, and its name kept. */
export function cleanFields(fields: LogFields): Record<string, string | number | boolean> {
  const clean: Record<string, string | number | boolean> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (value !== undefined) {
      clean[fieldName.test(name) && !secretLooking.test(name) ? name : hidden] = known.has(name)
        ? cleanValue(value)
        : hidden;
    }
  }
  return clean;
}

/** The event as it may be written. */
export function cleanEvent(event: string): string {
  return eventWords.test(event) && !secretLooking.test(event) ? event : hidden;
}

/** The types say primitives; whoever logs a caught error may have passed something else. */
function cleanValue(value: unknown): string | number | boolean {
  if (typeof value === 'boolean' || (typeof value === 'number' && Math.abs(value) <= largestNumber)) {
    return value;
  }
  return typeof value === 'string' && machineWord.test(value) && !secretLooking.test(value) ? value : hidden;
}
