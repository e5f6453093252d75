/**
 * The client of KYC-VS: three calls, each answered with a value or with an error code, never with an exception.
 * Part of the core.
 */
import { type Answer, answer, problem, type VaccinationStatus } from '../../contract/public.ts';
import type { StopSignal } from '../ports.ts';
import type { Refusal } from './attempt.ts';
import { readJson } from './body.ts';
import { buildExchange, type Exchange, type ExchangeParts } from './exchange.ts';
import { buildSignatureCheck } from './signature.ts';
import { buildWire, OtpConfirmed, OtpSent, type Person, StatusRead, sha256 } from './wire.ts';

export type { Budget } from './attempt.ts';
export type { UpstreamHealth } from './upstream-health.ts';

/** What the client is built of: settings, ports and the rate budget. */
export interface UpstreamParts extends ExchangeParts {
  /** Told of every status whether it was authentic, as far as that could be found out. */
  readonly onStatus?: (isAuthentic: boolean) => void;
}

/** What call 3 says; `evidence` is the SHA-256 in hex of the raw body, which is not kept. */
export interface ReadStatus {
  readonly status: VaccinationStatus;
  readonly evidence: string;
}

/**
 * The three calls of a visit. Each takes at most 25 s, retries and waits included (more only where the settings give
 * one attempt more). Aborting the signal ends it at once with `conflict`, and says nothing against the upstream.
 */
export interface Upstream extends Pick<Exchange, 'health' | 'onHealth' | 'underWay'> {
  /**
   * Has a code sent. Never asks twice by itself once the upstream may have seen it.
   * `person-unknown`, `otp-too-soon` and the `upstream-*` codes; waits stand in `retryAfterMs`, and `unsent` says that
   * the upstream certainly saw nothing, so that no code is on its way.
   */
  generateOtp(person: Person, signal?: StopSignal): Promise<Answer<{ readonly txnId: string }> | Refusal>;
  /** Checks the six digits, which travel as their hash alone. `otp-wrong` and the `upstream-*` codes. */
  confirmOtp(
    code: { readonly otp: string; readonly txnId: string },
    signal?: StopSignal,
  ): Promise<Answer<{ readonly token: string }>>;
  /** Reads the status of this very visit; its signature is checked as the settings say. The `upstream-*` codes. */
  readStatus(
    visit: { readonly token: string; readonly txnId: string },
    signal?: StopSignal,
  ): Promise<Answer<ReadStatus>>;
}

/** Builds the client of one upstream. One terminal has one, so that its breaker sees every call. */
export function buildUpstream(parts: UpstreamParts): Upstream {
  const wire = buildWire(parts.settings);
  const exchange = buildExchange(parts);
  const checkSignature = buildSignatureCheck(parts);

  const readStatus = async (body: Uint8Array, txnId: string): Promise<Answer<ReadStatus>> => {
    const read = StatusRead.safeParse(readJson(body));
    if (!read.success) {
      return problem('upstream-malformed');
    }
    const code = await checkSignature(read.data, txnId);
    if (code === undefined || code === 'upstream-signature-invalid') {
      parts.onStatus?.(code === undefined);
    }
    return code === undefined
      ? answer({ status: read.data.vaccination_status, evidence: sha256(body) })
      : problem(code);
  };

  return {
    health: exchange.health,
    onHealth: exchange.onHealth,
    underWay: exchange.underWay,
    generateOtp: (person, signal) =>
      exchange.run({
        call: 'generateOtp',
        request: wire.generateOtp(person),
        read: (body) => {
          const sent = OtpSent.safeParse(readJson(body));
          return sent.success ? answer(sent.data) : problem('upstream-malformed');
        },
        signal,
      }),
    confirmOtp: (code, signal) =>
      exchange.run({
        call: 'confirmOtp',
        request: wire.confirmOtp(code),
        read: (body) => {
          const confirmed = OtpConfirmed.safeParse(readJson(body));
          return confirmed.success ? answer(confirmed.data) : problem('upstream-malformed');
        },
        signal,
      }),
    readStatus: ({ token, txnId }, signal) =>
      exchange.run({
        call: 'readStatus',
        request: wire.readStatus(token),
        read: (body) => readStatus(body, txnId),
        signal,
      }),
  };
}
