/**
 * What each error code means for a visit: one exhaustive switch. A fault never looks like a refusal (E2), and a
 * refusal is no error: it is a decision and does not come through here.
 * Runs in the face.
 */
import type { ErrorCode, Problem } from '../../main/contract/public.ts';
import { longestWaitMs } from './face-state.ts';
import type { CodeNote, Field, ReceptionReason, Task, WaitReason } from './screen.ts';

/** Where a fault leads. */
export type Consequence =
  /** Back to the notice: it has changed. */
  | { readonly to: 'consent' }
  /** Said beside the fields. */
  | { readonly to: 'unknown' }
  | { readonly to: 'fields'; readonly fields: readonly Field[] }
  /** Said where the visitor was, with a countdown. */
  | { readonly to: 'wait'; readonly reason: WaitReason; readonly ms: number }
  /** Said beside the code; `gone` when a new code means a new verification. */
  | { readonly to: 'code'; readonly note: CodeNote; readonly gone: boolean; readonly attemptsLeft: number | undefined }
  | { readonly to: 'reception'; readonly reason: ReceptionReason }
  /** The terminal asks how the verification stands before it says anything. */
  | { readonly to: 'look' }
  /** A technical fault; `again` when another try may help. */
  | { readonly to: 'failure'; readonly again: boolean };

const failure = (again: boolean): Consequence => ({ to: 'failure', again });

/** How long one waits when the core does not say. */
const usualWaitMs = 60_000;

function wait(reason: WaitReason, retryAfterMs: number | undefined): Consequence {
  const ms = retryAfterMs ?? usualWaitMs;
  if (ms <= longestWaitMs) {
    return { to: 'wait', reason, ms };
  }
  return reason === 'busy' ? failure(false) : { to: 'reception', reason: 'limit' };
}

function badInput(problem: Problem, during: Task['kind']): Consequence {
  if (during === 'check') {
    return { to: 'code', note: 'not-six', gone: false, attemptsLeft: undefined };
  }
  const paths = problem.fields?.map(({ path }) => path) ?? [];
  const fields = (['fullName', 'mobileNumber'] as const).filter((field) => paths.includes(field));
  return fields.length > 0 ? { to: 'fields', fields } : failure(false);
}

/** A code that leads to nothing any more. */
function expired(gone: boolean): Consequence {
  return { to: 'code', note: 'expired', gone, attemptsLeft: undefined };
}

/**
 * What a fault means, by its code and by what was being done. The answer to a code may be lost on its way while the
 * decision stands in the log: then the terminal looks before it says anything.
 */
export function consequenceOf(problem: Problem, during: Task['kind']): Consequence {
  switch (problem.code) {
    case 'invalid-input':
      return badInput(problem, during);
    case 'consent-required':
    case 'consent-outdated':
      return { to: 'consent' };
    case 'not-found':
      return during === 'send' ? failure(true) : expired(true);
    case 'person-unknown':
      return { to: 'unknown' };
    case 'otp-wrong':
      return { to: 'code', note: 'wrong', gone: false, attemptsLeft: problem.attemptsLeft };
    case 'otp-expired':
      return expired(false);
    case 'otp-exhausted':
      return { to: 'reception', reason: 'exhausted' };
    case 'otp-too-soon':
      return wait('code', problem.retryAfterMs);
    case 'too-many-requests':
      return wait('many', problem.retryAfterMs);
    case 'upstream-rate-limited':
      return during === 'check' ? failure(true) : wait('busy', problem.retryAfterMs);
    case 'conflict':
    case 'internal':
      return during === 'send' ? failure(true) : { to: 'look' };
    case 'out-of-order':
      return during === 'check' ? { to: 'look' } : failure(false);
    case 'upstream-unavailable':
    case 'upstream-malformed':
      return failure(true);
    case 'upstream-forbidden':
    case 'upstream-signature-invalid':
    case 'log-unavailable':
    case 'unauthenticated':
    case 'forbidden':
    case 'locked-out':
      return failure(false);
  }
}

/** In which words a technical fault is told. */
export type FailureKind = 'service' | 'busy' | 'terminal';

const failureKinds: Readonly<Record<ErrorCode, FailureKind>> = {
  'invalid-input': 'terminal',
  'consent-required': 'terminal',
  'consent-outdated': 'terminal',
  'not-found': 'terminal',
  'person-unknown': 'terminal',
  'otp-wrong': 'terminal',
  'otp-expired': 'terminal',
  'otp-exhausted': 'terminal',
  'otp-too-soon': 'busy',
  'upstream-unavailable': 'service',
  'upstream-rate-limited': 'busy',
  'upstream-forbidden': 'service',
  'upstream-malformed': 'service',
  'upstream-signature-invalid': 'service',
  'log-unavailable': 'terminal',
  'out-of-order': 'terminal',
  unauthenticated: 'terminal',
  forbidden: 'terminal',
  'locked-out': 'terminal',
  'too-many-requests': 'busy',
  conflict: 'terminal',
  internal: 'terminal',
};

/** The words for a fault. */
export function failureKind(code: ErrorCode): FailureKind {
  return failureKinds[code];
}
