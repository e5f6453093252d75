/** The upstream client on ports of the test's own: answers from a queue, a clock that stands still, a log that is read. */
import type { UpstreamSettings } from '../../../../main/core/config/settings.ts';
import {
  type FetchAnswer,
  FetchFault,
  type FetchFaultKind,
  type FetchRequest,
  type Logger,
} from '../../../../main/core/ports.ts';
import { buildUpstream, type Upstream } from '../../../../main/core/upstream/upstream.ts';
import { buildFakeClock, type FakeClock } from '../../../support/fake-clock.ts';
import { buildSettings } from '../../../support/settings.ts';

/** What the n-th request meets: an answer, a fault, silence, or whatever a function says. */
export type Script = FetchAnswer | FetchFault | 'silence' | ((request: FetchRequest) => Promise<FetchAnswer>);

export interface UpstreamRig {
  readonly upstream: Upstream;
  readonly clock: FakeClock;
  /** Requests so far, oldest first. */
  readonly requests: readonly FetchRequest[];
  /** Lines of the diagnostic log so far, as JSON. */
  readonly lines: readonly string[];
  /** Puts something at the end of the queue; a request without a script throws a TypeError. */
  script(...scripts: readonly Script[]): void;
  /** What the budget answers from now on. */
  budgetWaitMs: number;
}

/** Settings of the upstream, with some replaced. */
export function upstreamSettings(replaced: Partial<UpstreamSettings> = {}): UpstreamSettings {
  const timeouts = { connectMs: 5_000, headersMs: 10_000, bodyMs: 10_000 };
  return { ...buildSettings().upstream, timeouts, ...replaced };
}

/** Builds the rig. Every wait before a retry takes half of what it may take at most: 250 ms, then 500 ms. */
export function buildRig(replaced: Partial<UpstreamSettings> = {}): UpstreamRig {
  const queue: Script[] = [];
  const requests: FetchRequest[] = [];
  const lines: string[] = [];
  const clock = buildFakeClock();
  const rig = { budgetWaitMs: 0 };
  const upstream = buildUpstream({
    settings: upstreamSettings(replaced),
    clock,
    random: { bytes: (count) => new Uint8Array(count).fill(128, count - 1) },
    logger: buildSpyLogger(lines),
    budget: { spend: () => rig.budgetWaitMs },
    fetch: (request) => {
      requests.push(request);
      const next = queue.shift();
      if (next === undefined) {
        throw new TypeError('the test has scripted no (further) answer');
      }
      return play(next, request);
    },
  });
  const script = (...scripts: readonly Script[]): void => {
    queue.push(...scripts);
  };
  return Object.assign(rig, { upstream, clock, requests, lines, script });
}

/** A logger whose lines can be read. */
export function buildSpyLogger(lines: string[]): Logger {
  const write = (event: string, fields: object = {}): void => {
    lines.push(JSON.stringify({ event, ...fields }));
  };
  return { info: write, warn: write, error: write };
}

function play(script: Script, request: FetchRequest): Promise<FetchAnswer> {
  if (script instanceof FetchFault) {
    return Promise.reject(script);
  }
  if (typeof script === 'function') {
    return script(request);
  }
  return script === 'silence' ? silence(request) : Promise.resolve(script);
}

function silence({ signal }: FetchRequest): Promise<FetchAnswer> {
  return new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(new FetchFault('aborted', true)), { once: true });
  });
}

/** An answer; a value is sent as JSON, a text as it is. */
export function reply(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): FetchAnswer {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return { status, headers, body: new TextEncoder().encode(text) };
}

/** A fault of the network. */
export function fault(kind: FetchFaultKind, sent: boolean): FetchFault {
  return new FetchFault(kind, sent);
}

/** A visit's data: whatever of it turns up in a log is a leak. */
export const asha = { fullName: 'Asha Kumari', mobileNumber: '9876543210' };
export const code = { otp: '482913', txnId: 'txn-5e0c1a' };
export const visit = { token: 'eyJhbGciOiJIUzI1NiJ9.eyJtb2JpbGUiOiI5ODc2NTQzMjEwIn0.c2lnbmF0dXJl', txnId: code.txnId };

export const otpSent = reply(200, { txnId: code.txnId });
export const otpConfirmed = reply(200, { token: visit.token });
export const fullyVaccinated = reply(200, { vaccination_status: 2 });

/** Every call of a visit with its input, under the names of the fault table. */
export function callsOf(upstream: Upstream) {
  return {
    generateOtp: (signal?: AbortSignal) => upstream.generateOtp(asha, signal),
    confirmOtp: (signal?: AbortSignal) => upstream.confirmOtp(code, signal),
    readStatus: (signal?: AbortSignal) => upstream.readStatus(visit, signal),
  };
}

/** Lets so many calls fail with a status 500. */
export async function failTimes(rig: UpstreamRig, times: number): Promise<void> {
  for (let nth = 0; nth < times; nth += 1) {
    rig.script(reply(500, ''));
    await callsOf(rig.upstream).generateOtp();
  }
}
