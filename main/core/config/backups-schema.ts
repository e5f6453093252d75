/**
 * `backups`: how many copies of the log the kiosk keeps beside it, one a day.
 * Part of the core.
 */
import { group, whole } from './schema-parts.ts';

export const backupsSchema = group({
  // Each is as large as the log. None may hold a person for longer than a few days after the log itself was erased.
  keep: whole(0, 7).default(2),
}).prefault({});
