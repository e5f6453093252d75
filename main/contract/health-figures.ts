/**
 * The terminal in figures, for staff who look at it: times, counts and sizes, and nothing of a person.
 * Runs everywhere.
 */
import * as z from 'zod/mini';

/** ISO 8601 in UTC. */
const moment = z.string();

/** What is not there has never happened, or is not known. */
export const HealthFigures = z.strictObject({
  /** Since when the program runs. */
  startedAt: moment,
  upstream: z.strictObject({
    /** When a call last went well, since the start. */
    wellAt: z.optional(moment),
    /** Of so many newest answers half came within `p50Ms`, and nineteen of twenty within `p95Ms`. */
    answers: z.int(),
    p50Ms: z.optional(z.int()),
    p95Ms: z.optional(z.int()),
  }),
  freeBytes: z.int(),
  log: z.strictObject({
    entries: z.int(),
    newestAt: z.optional(moment),
    /** What of the log lies in its write-ahead file. */
    walBytes: z.int(),
  }),
  last: z.strictObject({
    checkpoint: z.optional(moment),
    export: z.optional(moment),
    backup: z.optional(moment),
  }),
  clockIsPlausible: z.boolean(),
  /** Only where the configuration asks for one. */
  heartbeat: z.optional(z.strictObject({ takenAt: z.optional(moment), failsSince: z.optional(moment) })),
  /** Crashes of the program and of its pages in the last 24 hours. */
  crashes: z.strictObject({ program: z.int(), page: z.int(), newestAt: z.optional(moment) }),
});
export type HealthFigures = z.infer<typeof HealthFigures>;
