/**
 * What `kiosk.watch` pushes. An event carries no personal data: a listener that must know more asks for it.
 * Runs everywhere.
 */
import * as z from 'zod/mini';
import { ServiceState } from './description.ts';
import { errorCodes } from './errors.ts';

/** Each event has a revision that grows; a listener ignores an older one. */
export const KioskEvent = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('health'),
    revision: z.int(),
    state: ServiceState,
    reason: z.optional(z.enum(errorCodes)),
  }),
  /** Only for operators. */
  z.strictObject({ type: z.literal('entry'), revision: z.int(), seq: z.int(), outcome: z.string() }),
]);
export type KioskEvent = z.infer<typeof KioskEvent>;
