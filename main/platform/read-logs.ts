/**
 * Reads the end of what the serving process has left in `<data>/logs/`, for a report. Each line is cleaned once more as
 * when it was written: whoever can write into the folder could have put anything there.
 * Runs in Node, for the CLI.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LogFields } from '../core/ports.ts';
import { crashFiles, crashLogName, hostLogName, logFolderOf } from './host-log.ts';
import { cleanEvent, cleanFields } from './log-fields.ts';
import { namesOf } from './rotating-log.ts';

type Line = Readonly<Record<string, unknown>>;

/** As much as is looked through in an hour. */
const mostLines = 1_000;

const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const place = /^\s*at [^\r\n]{1,300}$/;

/** The newest lines of the log, the oldest of them first. */
export function readLogLines(data: string): Line[] {
  return readLines(data, namesOf(hostLogName)).flatMap(({ level, time, event, ...fields }) => {
    const known = ['info', 'warn', 'error'].find((one) => one === level);
    const isLine = known !== undefined && typeof event === 'string' && typeof time === 'string' && moment.test(time);
    return isLine ? [{ time, level: known, event: cleanEvent(event), ...cleanFields(readFields(fields)) }] : [];
  });
}

/** The newest crashes, the oldest of them first. */
export function readCrashLines(data: string): Line[] {
  return readLines(data, namesOf(crashLogName, crashFiles)).flatMap(({ time, version, error, places }) => {
    const isLine = typeof time === 'string' && moment.test(time) && Array.isArray(places);
    const through = isLine ? places.filter((one) => typeof one === 'string' && place.test(one)) : [];
    const words = { ...(typeof version === 'string' && { version }), ...(typeof error === 'string' && { error }) };
    return isLine ? [{ time, ...cleanFields(words), places: through }] : [];
  });
}

/** The newest file first, and no more of them than are needed. */
function readLines(data: string, names: readonly string[]): Line[] {
  let lines: string[] = [];
  for (const name of names) {
    if (lines.length < mostLines) {
      lines = [...readText(join(logFolderOf(data), name)).split('\n'), ...lines];
    }
  }
  return lines.flatMap(readRecord).slice(-mostLines);
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function readRecord(text: string): Line[] {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? [{ ...value }] : [];
  } catch {
    return [];
  }
}

function readFields(fields: Line): LogFields {
  const isField = (value: unknown) => ['string', 'number', 'boolean'].includes(typeof value);
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, isField(value) ? readField(value) : '[hidden]']),
  );
}

function readField(value: unknown): string | number | boolean {
  return typeof value === 'number' || typeof value === 'boolean' ? value : String(value);
}
