/**
 * `entries.decide`: staff decide by hand. Nothing but the log is needed: neither the upstream nor a terminal in order.
 * Part of the core.
 */
import {
  type Answer,
  answer,
  type DecidedByHand,
  type FieldProblem,
  type ManualDecision,
  problem,
} from '../../contract/public.ts';
import type { Settings } from '../config/settings.ts';
import { type Caller, operatorOf } from '../dispatch/caller.ts';
import type { AppendedEntry, EntryDraft } from '../entry-log/entry.ts';
import { holdsNumber } from './reason.ts';

export interface DecideParts {
  readonly settings: Pick<Settings, 'policy'>;
  /** Durable when it resolves; undefined when the row could not be written. */
  readonly append: (draft: EntryDraft) => Promise<AppendedEntry | undefined>;
}

/** Writes the decision; it is durable when this is answered (D1). */
export async function decideByHand(
  { settings, append }: DecideParts,
  caller: Caller,
  { decision, purpose, reason }: ManualDecision,
): Promise<Answer<DecidedByHand>> {
  const fields: FieldProblem[] = [
    ...(Object.hasOwn(settings.policy.purposes, purpose) ? [] : [{ path: 'purpose', problem: 'not-offered' }]),
    ...(holdsNumber(reason) ? [{ path: 'reason', problem: 'names-the-person' }] : []),
  ];
  if (fields.length > 0) {
    return problem('invalid-input', { fields });
  }
  const operator = operatorOf(caller);
  const entry = await append({
    outcome: decision,
    channel: 'operator',
    purpose,
    reason,
    ...(operator === undefined ? {} : { operator }),
  });
  return entry === undefined ? problem('log-unavailable') : answer({ ...entry, decision });
}
