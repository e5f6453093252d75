/**
 * The settings that the core runs with: what `pravesh.yml` says, checked, with its defaults filled in.
 */
import type { Locale, LocalText, VaccinationStatus } from '../../contract/public.ts';

/** `required` wants a signature, `when-present` checks one if it is there, `off` does not look (kyc-vs.md). */
export type SignatureMode = 'required' | 'when-present' | 'off';

export interface UpstreamSettings {
  /** Without a slash at the end: `https://cdn-api.co-vin.in/api`. */
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly userAgent: string;
  readonly signature: {
    readonly mode: SignatureMode;
    /** URL, or the JSON text of a JWKS that was read from a file. */
    readonly jwks?: { readonly url: string } | { readonly json: string };
    readonly algorithms: readonly string[];
  };
  /** How long a code lives and how long until the next may be asked for. */
  readonly otp: { readonly validMs: number; readonly resendMs: number };
  readonly timeouts: { readonly connectMs: number; readonly headersMs: number; readonly bodyMs: number };
}

export interface PurposeRule {
  readonly admit: readonly VaccinationStatus[];
  readonly refer: readonly VaccinationStatus[];
  readonly label: LocalText;
}

export interface Settings {
  readonly site: { readonly id: string; readonly name: string; readonly terminal: string; readonly timezone: string };
  readonly upstream: UpstreamSettings;
  readonly policy: { readonly purposes: Readonly<Record<string, PurposeRule>> };
  readonly privacy: {
    readonly identity: 'none' | 'masked' | 'full';
    /** As the notice says it; erasing by it is for the export and erasure of the log. */
    readonly keep: { readonly min: string; readonly max: string };
    /** Whom to ask, withdraw or complain to. */
    readonly contact: { readonly desk: string; readonly phone?: string; readonly url?: string };
  };
  readonly limits: {
    readonly perNumber: { readonly per10Minutes: number; readonly perDay: number };
    readonly upstream: { readonly calls: number; readonly seconds: number };
    /** Verifications that may be open at once. */
    readonly open: number;
  };
  readonly kiosk: {
    readonly mode: 'kiosk' | 'reception';
    readonly languages: readonly Locale[];
    readonly idleSeconds: number;
    readonly resultSeconds: number;
    readonly brand: { readonly accent?: string };
  };
  readonly http: { readonly port: number; readonly bind: string };
  readonly demo: boolean;
}
