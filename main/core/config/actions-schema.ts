/**
 * `actions`: what the venue's own machines do when somebody is let in.
 * Part of the core.
 */
import { isAbsolute } from 'node:path';
import * as z from 'zod';
import { group, line, reading, seconds } from './schema-parts.ts';
import { readReceiverUrl } from './service-url.ts';
import type { AdmittedAction } from './settings.ts';

/** No shell looks for it, and what a search path finds depends on who started the kiosk. */
const program = line(1_000).refine(isAbsolute, 'must be the whole path of a program: no shell looks for it');

const argument = z
  .string()
  .max(1_000)
  .refine((text) => !text.includes('\0'), 'must not hold the character 0');

const onAdmitted = group({
  command: z.tuple([program], argument).optional(),
  url: z.string().transform(reading(readReceiverUrl)).optional(),
  seconds: seconds(0.5, 60).default(5),
}).refine(({ command, url }) => (command === undefined) !== (url === undefined), 'takes one of command and url');

export const actionsSchema = group({ onAdmitted: onAdmitted.optional() }).prefault({});

/** As the settings hold it. */
export function buildActions({ onAdmitted: action }: z.output<typeof actionsSchema>): { onAdmitted?: AdmittedAction } {
  if (action === undefined) {
    return {};
  }
  const { command, url, seconds: limit } = action;
  const timeoutMs = Math.round(limit * 1000);
  return {
    onAdmitted: { ...(command !== undefined && { command }), ...(url !== undefined && { url }), timeoutMs },
  };
}
