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

/** A picture of the venue's, as the face asks for it. */
export interface BrandImage {
  /** Carries the hash of its bytes: `/brand/mark-0123456789abcdef.svg`. */
  readonly path: string;
  readonly mediaType: 'image/svg+xml' | 'image/png' | 'image/jpeg';
  readonly bytes: Uint8Array;
}

/** How the venue shows itself. */
export interface Brand {
  /** `#rrggbb`. */
  readonly accent?: string;
  /** Instead of ours on the start screen. */
  readonly mark?: BrandImage;
  /** Of the hall, the gate or the house, on the start screen. */
  readonly picture?: BrandImage;
  /** A line below the name. */
  readonly welcome?: LocalText;
}

/** The pictures that there are. */
export function brandImagesOf({ kiosk: { brand } }: Pick<Settings, 'kiosk'>): readonly BrandImage[] {
  return [brand.mark, brand.picture].filter((image) => image !== undefined);
}

export interface PurposeRule {
  readonly admit: readonly VaccinationStatus[];
  readonly refer: readonly VaccinationStatus[];
  readonly label: LocalText;
  /** How long visits for this purpose are kept, where it is not as `privacy.keep` says. */
  readonly keep?: Keep;
}

/** How long what is of a person is kept, in the calendar: `parsePeriod` reads both. */
export interface Keep {
  /** Not erased before, unless a person asks and an operator overrides. */
  readonly min: string;
  /** Erased by then. */
  readonly max: string;
}

/** Who was verified passes again for a while without a code. */
export interface PassSettings {
  /** For which purposes passes are given out and taken. */
  readonly purposes: readonly string[];
  /** How long a pass holds from the verification. */
  readonly hours: number;
  /** Public keys of the site's other terminals whose passes are taken here, as their doctor prints them. */
  readonly trust: readonly string[];
}

/** Where the program listens, and who may come between it and its callers. */
export interface HttpSettings {
  readonly port: number;
  /** The loopback address, or one of the network: then the kiosk itself stays on loopback. */
  readonly bind: string;
  /** Certificate chain and private key, each as PEM text. */
  readonly tls?: { readonly cert: string; readonly key: string };
  /** How other machines reach this one, without a slash at the end: `https://gate-1.example.in`. */
  readonly publicUrl?: string;
  /** Addresses of proxies whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: readonly string[];
}

/** A gate or a turnstile: called once, at once, and never later; a gate that opens by itself is worse than none. */
export interface AdmittedAction {
  /** The program and its arguments, each as it is: no shell reads them. */
  readonly command?: readonly [string, ...string[]];
  /** Or an address that is sent a POST. */
  readonly url?: string;
  readonly timeoutMs: number;
}

export interface ReceiptSettings {
  /** How long a receipt can be shown. */
  readonly validMs: number;
  /** How long one key signs. */
  readonly rotateDays: number;
}

/** Newer versions of the packaged program; everywhere else the system's own ways bring them. */
export interface UpdateSettings {
  /** Without a slash at the end: `https://updates.example.in/pravesh`. */
  readonly feed: string;
  /** By the venue's wall clock, in minutes since midnight; where `to` is the smaller one, midnight lies between. */
  readonly quietHours: { readonly from: number; readonly to: number };
}

/** Who is told now and then that the terminal lives, and how it is. */
export interface HeartbeatSettings {
  /** What makes it the terminal's own may stand in its path or query, so it is told to nobody. */
  readonly url: string;
  readonly everyMs: number;
}

export interface Settings {
  readonly site: { readonly id: string; readonly name: string; readonly terminal: string; readonly timezone: string };
  readonly upstream: UpstreamSettings;
  readonly policy: { readonly purposes: Readonly<Record<string, PurposeRule>> };
  readonly privacy: {
    readonly identity: 'none' | 'masked' | 'full' | 'sealed';
    /** Public keys of age, `age1...`; with identity `sealed`, and only then, there is at least one. */
    readonly sealTo?: readonly string[];
    readonly keep: Keep;
    /** Whether somebody unknown is answered as somebody known is, until the code fails. */
    readonly hideUnknown: boolean;
    /** Whom to ask, withdraw or complain to. Without a desk each language says "Reception" in its own words. */
    readonly contact: { readonly desk?: string | LocalText; readonly phone?: string; readonly url?: string };
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
    /** In percent; `mute` silences without losing the volume. */
    readonly sound: { readonly volume: number; readonly mute: boolean };
    /** In which digits times and counts are shown: those of the keys, or those of the language's script. */
    readonly digits: 'latin' | 'script';
    readonly brand: Brand;
    /** Whether visitors may go on with their own phone, over the venue's network. */
    readonly ownPhone: boolean;
  };
  /** Folders that exports may go to beside removable media; whole paths. */
  readonly export: { readonly folders: readonly string[] };
  /** Whether people inside are counted, and when the venue closes by its wall clock: `22:00`. */
  readonly inside: { readonly count: boolean; readonly closesAt?: string };
  /** Passes for those who come back; without a purpose there are none. */
  readonly passes: PassSettings;
  readonly http: HttpSettings;
  /** What the venue's own machines do when somebody is let in. */
  readonly actions: { readonly onAdmitted?: AdmittedAction };
  readonly receipts: ReceiptSettings;
  /** Without it the program never asks for newer versions of itself. */
  readonly updates?: UpdateSettings;
  /** Without it nobody is told. */
  readonly health?: { readonly heartbeat: HeartbeatSettings };
  /** How many copies of the log are kept beside it, one a day; 0 makes none. */
  readonly backups: { readonly keep: number };
  readonly demo: boolean;
}
