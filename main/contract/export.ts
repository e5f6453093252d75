/**
 * What faces and programs see of an export: where it can go, how far it is, what became of it.
 * Runs everywhere.
 */
import * as z from 'zod/mini';

/** A removable medium that is plugged in now. */
export const Drive = z.strictObject({
  /** To be given to `export.start` as it is. */
  id: z.string(),
  /** What a person calls it. */
  name: z.string(),
  freeBytes: z.int(),
  readOnly: z.boolean(),
});
export type Drive = z.infer<typeof Drive>;

/** Names one export of this run of the program: 22 characters of base64url. */
export const ExportId = z.string().check(z.regex(/^[A-Za-z0-9_-]{22}$/));

/** Why an export could not be made. Nothing of it stays on the medium, as far as the medium can still be reached. */
export const exportFaults = [
  'medium-full',
  'medium-read-only',
  'medium-gone',
  'medium-changed',
  'not-allowed',
  'exists-already',
  'nothing-in-range',
  'page-missing',
  'log-unreadable',
  'internal',
] as const;
export type ExportFault = (typeof exportFaults)[number];

/** What was written. */
export const ExportResult = z.strictObject({
  /** The folder, or the one encrypted file, with its whole path. */
  path: z.string(),
  first: z.int(),
  last: z.int(),
  /** Rows under the signed head that went with it. */
  size: z.int(),
  bytes: z.int(),
});
export type ExportResult = z.infer<typeof ExportResult>;

/** How an export stands. */
export const ExportSnapshot = z.discriminatedUnion('state', [
  /** `done` of `total` bytes, both an estimate; reading back counts like writing. */
  z.strictObject({ id: ExportId, state: z.literal('running'), done: z.int(), total: z.int() }),
  z.strictObject({ id: ExportId, state: z.literal('finished'), ...ExportResult.shape }),
  z.strictObject({ id: ExportId, state: z.literal('failed'), fault: z.enum(exportFaults), message: z.string() }),
  z.strictObject({ id: ExportId, state: z.literal('cancelled') }),
]);
export type ExportSnapshot = z.infer<typeof ExportSnapshot>;

const text = (longest: number) => z.string().check(z.minLength(1), z.maxLength(longest));

/** What may be chosen of an export, beside where it goes. */
export const ExportChoice = z.strictObject({
  /** A day or a moment, in the site's time zone or with Z in UTC. A day of `to` is exported as well. */
  from: z.optional(text(40)),
  to: z.optional(text(40)),
  /** A signed checkpoint of this log: only the rows after it. */
  since: z.optional(text(2_000)),
  /** Whether `entries.csv` is written beside the evidence. */
  table: z.optional(z.boolean()),
  /** age recipients: with any, the export is one encrypted file. */
  encryptTo: z.optional(z.array(text(4_000)).check(z.maxLength(20))),
  /** What the log keeps of persons goes along. */
  reveal: z.optional(z.boolean()),
});
export type ExportChoice = z.infer<typeof ExportChoice>;
