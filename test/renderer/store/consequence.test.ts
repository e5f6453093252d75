import { describe, expect, it } from 'vitest';
import { errorCodes, problem } from '../../../main/contract/public.ts';
import { consequenceOf, failureKind } from '../../../renderer/store/consequence.ts';

describe('consequenceOf', () => {
  it.each(errorCodes)('has a consequence for %s, whatever was being done', (code) => {
    for (const during of ['send', 'resend', 'check'] as const) {
      expect(consequenceOf(problem(code).error, during).to).toMatch(
        /^(consent|unknown|fields|wait|code|reception|look|failure)$/,
      );
    }
  });

  it('sends only to a person for what a person must mend', () => {
    for (const code of ['upstream-forbidden', 'log-unavailable', 'unauthenticated'] as const) {
      expect(consequenceOf(problem(code).error, 'send')).toEqual({ to: 'failure', again: false });
    }
  });

  it('waits a minute where the core does not say how long', () => {
    expect(consequenceOf(problem('otp-too-soon').error, 'send')).toEqual({ to: 'wait', reason: 'code', ms: 60_000 });
  });

  it('calls a service that is busy for hours a fault, not a limit of the person', () => {
    const busy = problem('upstream-rate-limited', { retryAfterMs: 3_600_000 }).error;
    expect(consequenceOf(busy, 'send')).toEqual({ to: 'failure', again: false });
  });

  it('does not send somebody back to fields that were not at fault', () => {
    const purpose = problem('invalid-input', { fields: [{ path: 'purpose', problem: 'not-offered' }] }).error;
    expect(consequenceOf(purpose, 'send')).toEqual({ to: 'failure', again: false });
  });
});

describe('failureKind', () => {
  it('tells the service from the terminal', () => {
    expect(failureKind('upstream-unavailable')).toBe('service');
    expect(failureKind('upstream-rate-limited')).toBe('busy');
    expect(failureKind('log-unavailable')).toBe('terminal');
  });
});
