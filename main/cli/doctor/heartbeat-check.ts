/**
 * The doctor's look at the heartbeat, where one is configured: when it was taken last, or since when it is not.
 * Runs in Node, for the CLI. It sends none itself.
 */
import type { HealthCheck } from '../../contract/public.ts';
import { readBeatHealth } from '../../core/kiosk.ts';
import { hasEntryLog } from '../data-folder.ts';

/** Nothing where the database cannot be read, which its own check tells. */
export function checkHeartbeat(data: string): HealthCheck[] {
  if (!hasEntryLog(data)) {
    return [];
  }
  try {
    const check = readBeatHealth({ data });
    return check === undefined ? [] : [check];
  } catch {
    return [];
  }
}
