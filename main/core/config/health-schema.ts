/**
 * `health`: who is told, from outside, that this terminal lives. Without it nobody is.
 * Part of the core.
 */
import * as z from 'zod';
import { group, reading, whole } from './schema-parts.ts';
import { readReceiverUrl } from './service-url.ts';
import type { HeartbeatSettings } from './settings.ts';

const heartbeat = group({
  url: z.string().transform(reading(readReceiverUrl)),
  everyMinutes: whole(1, 24 * 60).default(5),
});

export const healthSchema = group({ heartbeat: heartbeat.optional() }).prefault({});

/** As the settings hold it. */
export function buildHealthSettings({ heartbeat: asked }: z.output<typeof healthSchema>): {
  health?: { heartbeat: HeartbeatSettings };
} {
  return asked === undefined ? {} : { health: { heartbeat: { url: asked.url, everyMs: asked.everyMinutes * 60_000 } } };
}
