/**
 * Whether a visit may begin, or a new code be sent, by the limits that survive restarts (E4). Everything that is
 * counted for one visit is counted in one transaction, and is on the disk before the upstream is asked.
 */
import type { GroupCommit } from '../db/group-commit.ts';
import type { CallBudget, SetAside } from './call-budget.ts';
import type { CodeLimits, CountedSend } from './code-limits.ts';

/** A limit is reached, and this is how long to wait, in milliseconds. */
export interface TurnedAway {
  readonly code: 'too-many-requests' | 'upstream-rate-limited';
  readonly waitMs: number;
}

/** What was counted for a visit that may begin. */
export interface Admitted {
  readonly code: CountedSend;
  readonly calls: SetAside;
}

export interface Admission {
  /** A visit begins: its first code and its calls are counted. */
  visit(mobileNumber: string): Promise<TurnedAway | Admitted>;
  /** One more code in a visit. */
  code(mobileNumber: string): Promise<TurnedAway | CountedSend>;
}

/** Builds it over the two counters. */
export function buildAdmission(parts: {
  readonly group: GroupCommit;
  readonly codeLimits: CodeLimits;
  readonly callBudget: CallBudget;
}): Admission {
  const { group, codeLimits, callBudget } = parts;
  const countCode = (mobileNumber: string): TurnedAway | CountedSend => {
    const counted = codeLimits.count(mobileNumber);
    return 'waitMs' in counted ? { code: 'too-many-requests', waitMs: counted.waitMs } : counted;
  };
  return {
    visit: (mobileNumber) =>
      group.run(() => {
        const code = countCode(mobileNumber);
        if ('waitMs' in code) {
          return code;
        }
        const calls = callBudget.reserve();
        if ('waitMs' in calls) {
          code.takeBack();
          return { code: 'upstream-rate-limited', waitMs: calls.waitMs };
        }
        return { code, calls };
      }),
    code: (mobileNumber) => group.run(() => countCode(mobileNumber)),
  };
}
