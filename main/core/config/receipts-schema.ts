/**
 * `receipts`: how long a signed receipt can be shown, and how long one key signs.
 * Part of the core.
 */
import type * as z from 'zod';
import { group, whole } from './schema-parts.ts';
import type { ReceiptSettings } from './settings.ts';

export const receiptsSchema = group({
  validMinutes: whole(1, 1_440).default(10),
  // The next key is shown for a day before it signs.
  rotateDays: whole(2, 3_650).default(90),
}).prefault({});

/** As the settings hold it. */
export function buildReceipts({ validMinutes, rotateDays }: z.output<typeof receiptsSchema>): ReceiptSettings {
  return { validMs: validMinutes * 60_000, rotateDays };
}
