/**
 * The roster of an office: whom it expects, as references that name nobody, and who of them is verified.
 * Runs everywhere.
 */
import * as z from 'zod/mini';
import { wholeNumber, yesOrNo } from './entries.ts';
import { VaccinationStatus } from './verification.ts';

/** The longest text of a roster, in characters: room for a hundred thousand lines. */
export const longestRoster = 12_000_000;

/** Which column is what: positions from 0. */
export const RosterMapping = z.strictObject({
  name: wholeNumber(0, 99),
  mobile: wholeNumber(0, 99),
  reference: wholeNumber(0, 99),
});
export type RosterMapping = z.output<typeof RosterMapping>;

/** A file as it was read by the page. */
export const RosterText = z.string().check(z.minLength(1), z.maxLength(longestRoster));

/** One line that cannot be taken. The words do not repeat what stands there. */
export const RosterProblem = z.strictObject({
  /** Counted from 1, as an editor shows it. */
  line: z.int(),
  column: z.enum(['name', 'mobile', 'reference', 'line']),
  problem: z.enum([
    'missing',
    'not-a-name',
    'not-a-mobile-number',
    'too-long',
    'twice',
    // The reference, which stays in clear, tells who it is.
    'names-the-person',
    'not-readable',
  ]),
});
export type RosterProblem = z.infer<typeof RosterProblem>;

/** What a file would become. */
export const RosterPreview = z.strictObject({
  /** The titles of the columns. */
  columns: z.array(z.string()),
  /** The first lines, as they stand in the file; never kept. */
  sample: z.array(z.array(z.string())),
  /** The mapping that was given, or a guess by the titles; null where none can be guessed. */
  mapping: z.nullable(RosterMapping),
  rows: z.int(),
  good: z.int(),
  problems: z.array(RosterProblem),
  /** Whether there are more problems than the list holds. */
  more: z.boolean(),
});
export type RosterPreview = z.infer<typeof RosterPreview>;

/** What an import changed. */
export const RosterImported = z.strictObject({ rows: z.int(), added: z.int(), kept: z.int(), removed: z.int() });
export type RosterImported = z.infer<typeof RosterImported>;

/** How the roster stands. */
export const RosterState = z.strictObject({
  rows: z.int(),
  /** ISO 8601 in UTC; null where there is no roster. */
  importedAt: z.nullable(z.string()),
  verified: z.int(),
  missing: z.int(),
  byStatus: z.strictObject({ '0': z.int(), '1': z.int(), '2': z.int() }),
});
export type RosterState = z.infer<typeof RosterState>;

export const RosterFilter = z.strictObject({
  missing: z.optional(yesOrNo),
  /** The reference after which the next page begins. */
  after: z.optional(z.string().check(z.maxLength(100))),
  limit: z.optional(wholeNumber(1, 200)),
});
export type RosterFilter = z.output<typeof RosterFilter>;

/** One person of the roster, by the reference that the office gave. */
export const RosterLine = z.strictObject({
  reference: z.string(),
  status: z.nullable(VaccinationStatus),
  /** When the newest verification was; null for who is missing. */
  at: z.nullable(z.string()),
  seq: z.nullable(z.int()),
});
export type RosterLine = z.infer<typeof RosterLine>;

export const RosterPage = z.strictObject({ people: z.array(RosterLine), next: z.nullable(z.string()) });
export type RosterPage = z.infer<typeof RosterPage>;
