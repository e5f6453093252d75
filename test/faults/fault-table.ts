/**
 * What each fault of the upstream comes to, call by call: the one table that the tests assert cell by cell, and that
 * docs/faults.md is written from. For tests only.
 */
import type { ErrorCode } from '../../main/contract/public.ts';
import type { CallName } from '../../main/sandbox/calls.ts';

/** How a call ends: with its answer, or with a code. */
export type End = 'ok' | ErrorCode;

/** How long one try of the call can take: until its answer is there, or until a wait for one phase is over. */
export type Wait = 'answer' | 'connect' | 'headers' | 'body';

export interface FaultRow {
  readonly fault: string;
  /** The ends on the three calls; undefined where the fault makes no sense. */
  readonly ends: readonly (End | undefined)[];
  readonly wait: Wait;
  /** The calls that are asked again before they end so. */
  readonly again: readonly CallName[];
}

export const calls = ['generateOTP', 'confirmOTP', 'status'] as const satisfies readonly CallName[];

const unavailable = 'upstream-unavailable';
const malformed = 'upstream-malformed';
const forbidden = 'upstream-forbidden';
const limited = 'upstream-rate-limited';
const forged = 'upstream-signature-invalid';
const unknown = 'person-unknown';
const everywhere = (end: End) => [end, end, end] as const;
const onStatus = (end: End) => [undefined, undefined, end] as const;
/** The status is only read: it may be asked for again. A code may not be sent or used up twice. */
const reading = ['status'] as const;

function row(fault: string, ends: FaultRow['ends'], wait: Wait = 'answer', again: FaultRow['again'] = []): FaultRow {
  return { fault, ends, wait, again };
}

/** Below HTTP: the connection. Names are those of the misdeeds of the proxy. */
export const tcpRows: readonly FaultRow[] = [
  row('refused', everywhere(unavailable), 'answer', calls),
  row('reset when connected', everywhere(unavailable), 'answer', reading),
  row('closed when connected', everywhere(unavailable), 'answer', reading),
  row('reset after the question', everywhere(unavailable), 'answer', reading),
  row('closed after the question', everywhere(unavailable), 'answer', reading),
  row('reset after the question was carried out', everywhere(unavailable), 'answer', reading),
  row('reset inside the head', everywhere(unavailable), 'answer', reading),
  row('closed inside the head', everywhere(unavailable), 'answer', reading),
  row('reset inside the body', everywhere(unavailable), 'answer', reading),
  row('closed inside the body', everywhere(malformed)),
  row('black hole', everywhere(unavailable), 'headers', reading),
  row('no word after connecting', everywhere(unavailable), 'headers', reading),
  row('slow head', everywhere(unavailable), 'headers', reading),
  row('slow body', everywhere(unavailable), 'body', reading),
  row('noise instead of HTTP', everywhere(malformed)),
  row('the answer twice', everywhere('ok')),
];

/** TLS and the name of the upstream. */
export const tlsRows: readonly FaultRow[] = [
  row('expired certificate', everywhere(unavailable)),
  row('certificate of another name', everywhere(unavailable)),
  row('self-signed certificate', everywhere(unavailable)),
  row('certificate of an unknown authority', everywhere(unavailable)),
];

export const nameRow: FaultRow = row('name that does not resolve', [unavailable], 'answer', ['generateOTP']);

/** Answers over HTTP. Names are those of the faults of the sandbox. */
export const httpRows: readonly FaultRow[] = [
  row('html-200', everywhere(malformed)),
  row('redirect-302', everywhere(malformed)),
  row('400-USRAUT0012', everywhere(malformed)),
  row('400-USRAUT0013', everywhere(malformed)),
  row('400-USRAUT0014', [malformed, 'otp-wrong', malformed]),
  row('400-USRAUT0015', everywhere(unknown)),
  row('400-USRAUT0018', everywhere(unavailable)),
  row('400-USRAUT0024', everywhere(unknown)),
  row('otp-already-sent', ['otp-too-soon', malformed, malformed]),
  row('401', [forbidden, 'otp-wrong', malformed]),
  row('403-json', everywhere(forbidden)),
  row('403-html', everywhere(forbidden)),
  row('404', everywhere(malformed)),
  row('409', everywhere(malformed)),
  row('429', everywhere(limited)),
  row('429-retry-after', everywhere(limited)),
  row('500', everywhere(unavailable)),
  row('502', everywhere(unavailable), 'answer', reading),
  row('503', everywhere(unavailable), 'answer', reading),
  row('504', everywhere(unavailable), 'answer', reading),
  row('timeout', everywhere(unavailable), 'headers', reading),
  row('slow', everywhere(unavailable), 'headers', reading),
  row('slow-headers', everywhere(unavailable), 'headers', reading),
  row('slow-body', everywhere(unavailable), 'body', reading),
  row('empty', everywhere(malformed)),
  row('truncated', everywhere(malformed)),
  row('malformed', everywhere(malformed)),
  row('wrong-type', everywhere(malformed)),
  row('wrong-charset', everywhere(malformed)),
  row('unknown-fields', everywhere('ok')),
  row('huge', everywhere(malformed)),
  row('plain-text', everywhere(malformed)),
  row('status-3', onStatus(malformed)),
  row('status-string', onStatus(malformed)),
  row('bad-signature', onStatus(forged)),
  row('no-signature', onStatus(forged)),
  row('wrong-txn', onStatus(forged)),
  row('wrong-status', onStatus(forged)),
  row('stale-iat', onStatus(forged)),
];

const again = 'Technical fault: try again';
const reception = 'Technical fault: reception';

/** What the visitor sees, by the end of the call that sends the code. */
export const screenOfSend: Readonly<Partial<Record<End, string>>> = {
  ok: 'Admitted',
  [unavailable]: again,
  [malformed]: again,
  [forbidden]: reception,
  [limited]: 'Fields, countdown: busy',
  [unknown]: 'Fields: not known',
  'otp-too-soon': 'Fields, countdown: code was sent',
};

/** And by the end of the two that check it. */
export const screenOfCheck: Readonly<Partial<Record<End, string>>> = {
  ok: 'Admitted',
  [unavailable]: again,
  [malformed]: again,
  [forbidden]: reception,
  [forged]: reception,
  [limited]: 'Technical fault, busy: try again',
  [unknown]: 'Fields: not known',
  'otp-wrong': 'Code: not right',
};

/** The row of the log: outcome and reason. A wrong code is none yet: the visit goes on. */
export function rowOfEnd(end: End): string {
  switch (end) {
    case 'ok':
      return 'admitted';
    case 'otp-wrong':
      return 'none yet';
    case 'person-unknown':
    case 'otp-too-soon':
      return `not-verified, ${end}`;
    default:
      return `fault, ${end}`;
  }
}

/** The longest that the answer to a visitor may take, in milliseconds, with these waits and without a slow machine. */
export function boundOf(
  { wait, again: calledAgain }: FaultRow,
  call: CallName,
  timeouts: { readonly connectMs: number; readonly headersMs: number; readonly bodyMs: number },
): number {
  const phases = {
    answer: 0,
    connect: timeouts.connectMs,
    headers: timeouts.headersMs,
    body: timeouts.headersMs + timeouts.bodyMs,
  };
  const tries = calledAgain.includes(call) ? 3 : 1;
  // Between tries there are up to 0.5 and up to 1 s; all together take no longer than this.
  return Math.min(25_000, tries * phases[wait] + (tries > 1 ? 1_500 : 0));
}
