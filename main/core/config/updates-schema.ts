/**
 * `updates`: where newer versions come from, and when they may be put in. Without it nobody is asked.
 * Part of the core.
 */
import * as z from 'zod';
import { group, type Reading, reading } from './schema-parts.ts';
import { readServiceUrl } from './service-url.ts';
import type { UpdateSettings } from './settings.ts';

const hours = /^([01]\d|2[0-3]):([0-5]\d) ?- ?([01]\d|2[0-3]):([0-5]\d)$/;

/** Reads `02:00-04:00` into minutes of the day; the second may lie behind midnight. */
function readHours(text: string): Reading<UpdateSettings['quietHours']> {
  const [, ...parts] = hours.exec(text.trim()) ?? [];
  const [fromHour = Number.NaN, fromMinute = 0, toHour = 0, toMinute = 0] = parts.map(Number);
  const from = fromHour * 60 + fromMinute;
  const to = toHour * 60 + toMinute;
  if (Number.isNaN(from)) {
    return { reason: 'must be two times of day as "02:00-04:00", in quotes' };
  }
  return from === to ? { reason: 'must end at another time than it begins' } : { value: { from, to } };
}

/** A feed of electron-builder's kind "generic": a folder on a server of the venue's choice. */
export const updatesSchema = group({
  feed: z.string().transform(reading(readServiceUrl)),
  quietHours: z.string().default('02:00-04:00').transform(reading(readHours)),
}).optional();
