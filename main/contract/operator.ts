/**
 * Operators: who staff are to the program, and what opens and closes their page.
 * Runs everywhere.
 */
import * as z from 'zod/mini';

/** `reception` sees, decides by hand and exports masked; `manager` does all of it and the rest. */
export const OperatorRole = z.enum(['reception', 'manager']);
export type OperatorRole = z.infer<typeof OperatorRole>;

/** The name of an operator in the log, in an address and in a filter: it says nothing of the person. */
export const OperatorId = z.string().check(z.regex(/^[a-z0-9]{6}$/));

/** What staff type at the door; what is too easy to guess is refused when it is set, not when it is typed. */
export const Pin = z.string().check(z.regex(/^\d{6,12}$/));

/** How an operator is called on the screen: one line of at most 60 characters. */
export const OperatorName = z.string().check(z.trim(), z.minLength(1), z.maxLength(60), z.regex(/^\P{Cc}+$/u));

/** An operator without anything secret. */
export const Operator = z.strictObject({
  id: OperatorId,
  name: z.string(),
  role: OperatorRole,
  /** `locked-out` after ten wrong PINs in a row; `disabled` by a manager. */
  state: z.enum(['active', 'locked-out', 'disabled']),
  /** ISO 8601 in UTC. */
  since: z.string(),
});
export type Operator = z.infer<typeof Operator>;

/** What the door shows before anybody has typed: whom one may be. */
export const OperatorDoor = z.strictObject({
  operators: z.array(z.strictObject({ id: OperatorId, name: z.string() })),
  /** Whether the first operator may be made on this screen now. */
  setUp: z.boolean(),
  /** In DEMO only: the PIN that anybody may use. */
  demoPin: z.optional(z.string()),
});
export type OperatorDoor = z.infer<typeof OperatorDoor>;

/** An open page of an operator. */
export const OperatorSession = z.strictObject({
  operator: z.strictObject({ id: OperatorId, name: z.string(), role: OperatorRole }),
  /** Milliseconds until the page locks itself, unless it is touched. */
  lockInMs: z.int(),
  /** What the venue has switched on; the page shows no more than this. */
  features: z.strictObject({ inside: z.boolean(), passes: z.boolean(), reveal: z.boolean(), leave: z.boolean() }),
});
export type OperatorSession = z.infer<typeof OperatorSession>;

/** Lets somebody in who has no PIN any more: shown once, to be kept on paper. */
export const RecoveryCode = z.strictObject({ code: z.string() });
