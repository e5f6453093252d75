/**
 * What `kiosk.watch` pushes. An event carries no personal data: a listener that must know more asks for it.
 * Runs everywhere.
 */
import * as z from 'zod/mini';
import { Locale, Purpose, ServiceReason, ServiceState } from './description.ts';

/** Each event has a revision that grows; a listener ignores an older one. */
export const KioskEvent = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('health'),
    revision: z.int(),
    state: ServiceState,
    reason: z.optional(ServiceReason),
    /** What staff say to visitors of a terminal that they have taken out of order. */
    message: z.optional(z.string()),
  }),
  /** Only for operators. */
  z.strictObject({ type: z.literal('entry'), revision: z.int(), seq: z.int(), outcome: z.string() }),
  /** Staff begin a visit on the visitor's screen: it goes on from its start screen to the notice. */
  z.strictObject({
    type: z.literal('begin'),
    revision: z.int(),
    locale: z.optional(Locale),
    purpose: z.optional(Purpose),
  }),
]);
export type KioskEvent = z.infer<typeof KioskEvent>;
