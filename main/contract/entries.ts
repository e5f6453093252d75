/**
 * Entries as staff see them: lines of a list, one in full, counts, and decisions by hand.
 * Runs everywhere.
 */
import * as z from 'zod/mini';
import { Purpose } from './description.ts';
import { OperatorId } from './operator.ts';
import { EntryReceipt } from './receipt.ts';
import { Decision, VaccinationStatus } from './verification.ts';

/** A whole number, also as the digits that stand in an address. */
export const wholeNumber = (min: number, max: number) =>
  z.pipe(
    z.union([z.int(), z.pipe(z.string().check(z.regex(/^\d{1,15}$/)), z.transform(Number))]),
    z.int().check(z.minimum(min), z.maximum(max)),
  );

/** The number of an entry. */
export const Seq = wholeNumber(1, Number.MAX_SAFE_INTEGER);

/** Yes or no, also as the words that stand in an address. */
export const yesOrNo = z.union([
  z.boolean(),
  z.pipe(
    z.enum(['true', 'false']),
    z.transform((word) => word === 'true'),
  ),
]);

/** How a visit ended, or `act` for what operators and the terminal itself do. */
export const Outcome = z.enum(['admitted', 'referred', 'refused', 'declined', 'not-verified', 'fault', 'act']);
export const Channel = z.enum(['kiosk', 'embed', 'api', 'operator']);

/** ISO 8601 in UTC with milliseconds, or a day of the site: `2026-01-31`. */
const Moment = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}\.\d{3}Z)?$/));

/** What narrows a list; nothing narrows it not at all. Acts are listed only when they are asked for. */
export const EntryFilter = z.strictObject({
  from: z.optional(Moment),
  /** A day of `to` is in the list as well. */
  to: z.optional(Moment),
  outcome: z.optional(Outcome),
  purpose: z.optional(Purpose),
  channel: z.optional(Channel),
  /** Who decided or acted, or `party:<id>`: for whom it was. */
  operator: z.optional(z.union([OperatorId, z.string().check(z.regex(/^party:[a-z0-9]{8}$/))])),
  /** An entry number, a check code, or the beginning of a name as the log keeps it. */
  text: z.optional(z.string().check(z.minLength(1), z.maxLength(100))),
  acts: z.optional(yesOrNo),
  /** Where the next page begins: entries of a smaller number. */
  before: z.optional(Seq),
  limit: z.optional(wholeNumber(1, 200)),
});
export type EntryFilter = z.output<typeof EntryFilter>;

/** One line of the list. Name and number are masked, whatever the log keeps. */
export const EntryLine = z.strictObject({
  seq: z.int(),
  at: z.string(),
  outcome: Outcome,
  purpose: z.nullable(z.string()),
  channel: Channel,
  status: z.nullable(VaccinationStatus),
  reason: z.nullable(z.string()),
  /** Who decided or acted: the identifier, and the name where the operator is still known. */
  operator: z.nullable(z.strictObject({ id: z.string(), name: z.nullable(z.string()) })),
  checkCode: z.string(),
  name: z.nullable(z.string()),
  mobile: z.nullable(z.string()),
  /** An operator's own decision, without an answer of the upstream. */
  byHand: z.boolean(),
});
export type EntryLine = z.infer<typeof EntryLine>;

/** A page of lines, newest first. */
export const EntryPage = z.strictObject({
  entries: z.array(EntryLine),
  /** To be given as `before` for the next page; null at the end. */
  next: z.nullable(z.int()),
});
export type EntryPage = z.infer<typeof EntryPage>;

/** One entry in full. */
export const EntryDetail = z.strictObject({
  ...EntryLine.shape,
  id: z.string(),
  site: z.string(),
  terminal: z.string(),
  /** `ok`, or what was wrong with the clock. */
  clock: z.string(),
  /** Name and hash of the rule that decided. */
  policy: z.nullable(z.string()),
  upstreamRef: z.nullable(z.string()),
  /** The notice that the person agreed to, word for word. */
  consent: z.nullable(
    z.strictObject({ version: z.string(), locale: z.string(), hash: z.string(), text: z.nullable(z.string()) }),
  ),
  /** What the log keeps of the person now. */
  identity: z.enum(['none', 'masked', 'full', 'sealed', 'erased']),
  receipt: EntryReceipt,
});
export type EntryDetail = z.infer<typeof EntryDetail>;

const count = z.int();

/** How many visits ended how; decisions by hand are counted apart. */
export const OutcomeCounts = z.strictObject({
  admitted: count,
  referred: count,
  refused: count,
  declined: count,
  notVerified: count,
  fault: count,
  byHand: z.strictObject({ admitted: count, referred: count, refused: count }),
});
export type OutcomeCounts = z.infer<typeof OutcomeCounts>;

/** A day at a glance. */
export const EntryStats = z.strictObject({
  /** The day in the site's time zone, `2026-01-31`. */
  day: z.string(),
  total: OutcomeCounts,
  /** The hours of the day with something in them, by the clock on the site's wall: `09`. */
  hours: z.array(z.strictObject({ hour: z.string(), counts: OutcomeCounts })),
  /** Visitors who are in the middle of a verification now. */
  waiting: z.int(),
  /** People inside, where the venue counts them. */
  inside: z.nullable(z.int()),
});
export type EntryStats = z.infer<typeof EntryStats>;

/** Words that stay in the log for good, in any script; the core refuses what looks like a person's number. */
export const Reason = z
  .string()
  .check(
    z.trim(),
    z.minLength(3),
    z.maxLength(200),
    z.regex(/^[\p{L}\p{M}\p{N} .,:;'’()/\-\u200c\u200d]+$/u),
    z.regex(/\p{L}/u),
  );

/** A decision by hand. */
export const ManualDecision = z.strictObject({ decision: Decision, purpose: Purpose, reason: Reason });
export type ManualDecision = z.infer<typeof ManualDecision>;

/** What a decision by hand became. */
export const DecidedByHand = z.strictObject({
  seq: z.int(),
  id: z.string(),
  checkCode: z.string(),
  decision: Decision,
});
export type DecidedByHand = z.infer<typeof DecidedByHand>;

/** What the log keeps of a person, in clear. */
export const ClearSubject = z.strictObject({ name: z.nullable(z.string()), mobile: z.nullable(z.string()) });
export type ClearSubject = z.infer<typeof ClearSubject>;
