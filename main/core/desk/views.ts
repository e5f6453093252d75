/**
 * Looks at personal data are rows of the log (P6). A list that refreshes itself is one look, not one for each time: it
 * is told again when something else is asked for, and after a while. Part of the core.
 */
import { type Caller, operatorOf } from '../dispatch/caller.ts';
import type { EntryDraft } from '../entry-log/entry.ts';
import type { AppendAct } from '../erasure/owed-act.ts';
import type { Clock } from '../ports.ts';

/** How long the same list counts as the same look. */
const sameLookMs = 2 * 60 * 1000;

/** Operators with a page open at one time; more than that are forgotten, which only makes a row more. */
const mostRemembered = 100;

export interface Views {
  /** Writes that this caller looks, durably. @returns false when that is not possible; then nothing may be shown */
  note(caller: Caller, reason: string): boolean;
  /** As `note`, but only when the caller asks for something else than last time, or that was a while ago. */
  noteNew(caller: Caller, reason: string, asked: unknown): boolean;
}

/** Builds it; what was looked at last is kept in memory, as a text that never leaves it. */
export function buildViews(append: AppendAct, clock: Pick<Clock, 'monotonic'>): Views {
  const last = new Map<string, { readonly asked: string; readonly at: number }>();
  const note: Views['note'] = (caller, reason) => append(operatorAct(caller, reason)) !== undefined;
  return {
    note,
    noteNew(caller, reason, asked) {
      const key = `${operatorOf(caller) ?? ''} ${caller.id} ${reason}`;
      const text = JSON.stringify(asked);
      const before = last.get(key);
      if (before !== undefined && before.asked === text && clock.monotonic() - before.at < sameLookMs) {
        return true;
      }
      const isNoted = note(caller, reason);
      if (isNoted) {
        last.delete(key);
        last.set(key, { asked: text, at: clock.monotonic() });
        forgetOldest(last);
      }
      return isNoted;
    },
  };
}

/** The row of something that an operator did. */
export function operatorAct(caller: Caller, reason: string): EntryDraft {
  const operator = operatorOf(caller);
  return { outcome: 'act', channel: 'operator', reason, ...(operator === undefined ? {} : { operator }) };
}

function forgetOldest(last: Map<string, unknown>): void {
  const [oldest] = last.keys();
  if (last.size > mostRemembered && oldest !== undefined) {
    last.delete(oldest);
  }
}
