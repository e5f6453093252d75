/**
 * The doctor's look at the events for other systems: who has waited since when, and what was given up.
 * Runs in Node, for the CLI.
 */
import type { HealthCheck } from '../../contract/public.ts';
import { readWebhookHealth } from '../../core/kiosk.ts';
import { hasEntryLog } from '../data-folder.ts';

/** Nothing where all is well, or where the database cannot be read, which its own check tells. */
export function checkWebhooks(data: string): HealthCheck[] {
  if (!hasEntryLog(data)) {
    return [];
  }
  try {
    const check = readWebhookHealth({ data });
    return check === undefined ? [] : [check];
  } catch {
    return [];
  }
}
