/**
 * What the terminal says of itself: the site, its languages and purposes, the notice, its health.
 * Runs everywhere.
 */
import * as z from 'zod/mini';
import { errorCodes } from './errors.ts';
import { HealthFigures } from './health-figures.ts';

/** BCP 47 tags of the twelve languages of the upstream's portal, in its order. */
export const locales = ['en', 'hi', 'mr', 'ml', 'pa', 'te', 'gu', 'as', 'bn', 'kn', 'or', 'ta'] as const;
export const Locale = z.enum(locales);
export type Locale = z.infer<typeof Locale>;

/** A purpose is a short word of the venue's: visitor, employee, passenger. */
export const Purpose = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,31}$/));

/** Text by language; the face falls back to English, then to any. */
export const LocalText = z.partialRecord(Locale, z.string());
export type LocalText = z.infer<typeof LocalText>;

/** How well the terminal is: `impaired` still serves, `out-of-order` does not. */
export const ServiceState = z.enum(['in-service', 'impaired', 'out-of-order']);
export type ServiceState = z.infer<typeof ServiceState>;

/** Why a terminal is not in service: an error code, or what it has found out about itself. */
export const serviceReasons = [...errorCodes, 'disk-low', 'log-damaged', 'clock-wrong', 'crashes'] as const;
export const ServiceReason = z.enum(serviceReasons);
export type ServiceReason = z.infer<typeof ServiceReason>;

/** The answer of `kiosk.describe`. */
export const KioskDescription = z.strictObject({
  site: z.strictObject({ id: z.string(), name: z.string(), terminal: z.string(), timezone: z.string() }),
  demo: z.boolean(),
  mode: z.enum(['kiosk', 'reception']),
  languages: z.array(Locale),
  purposes: z.array(Purpose),
  /** The venue's own words for its purposes, where it gives any. */
  purposeLabels: z.record(z.string(), LocalText),
  consent: z.strictObject({ version: z.string() }),
  limits: z.strictObject({
    /** How long a code lives and when the next may be asked for, in milliseconds. */
    otpMs: z.int(),
    resendMs: z.int(),
    otpAttempts: z.int(),
    nameLength: z.int(),
    /** How many codes one number may be sent. */
    perNumber: z.strictObject({ per10Minutes: z.int(), perDay: z.int() }),
  }),
  state: ServiceState,
  /** Why it is not in service, as a code. */
  reason: z.optional(ServiceReason),
  /** What staff say to visitors of a terminal that they have taken out of order. */
  message: z.optional(z.string()),
  /** Purposes that a pass is given out for at the end of a visit. */
  passes: z.array(Purpose),
  /** Whether a visitor may go on with their own phone. */
  ownPhone: z.boolean(),
  display: z.strictObject({
    idleSeconds: z.int(),
    resultSeconds: z.int(),
    /** How loud its sounds are, in percent; 0 is silent. */
    volume: z.optional(z.int()),
    /** In which digits times and counts are shown; those of the keys unless it says so. */
    digits: z.optional(z.enum(['latin', 'script'])),
    /** `#rrggbb`; its contrast has been checked when the configuration was read. */
    accent: z.optional(z.string()),
    /** Addresses of the venue's mark and of the picture of its start screen, below the page's own origin. */
    mark: z.optional(z.string()),
    picture: z.optional(z.string()),
    /** A line of the venue's below its name. */
    welcome: z.optional(LocalText),
    /** Where a visitor is sent instead, in the venue's words by language: "Reception, ground floor". */
    helpPoint: z.optional(LocalText),
    phone: z.optional(z.string()),
  }),
});
export type KioskDescription = z.infer<typeof KioskDescription>;

/** The consent notice as it is shown; `hash` is the SHA-256 in hex of `text`, the exact words. */
export const ConsentNotice = z.strictObject({
  version: z.string(),
  locale: Locale,
  hash: z.string(),
  /** The whole notice: the title, then each section's heading and text, separated by line feeds. */
  text: z.string(),
  title: z.string(),
  sections: z.array(z.strictObject({ id: z.string(), heading: z.string(), text: z.string() })),
});
export type ConsentNotice = z.infer<typeof ConsentNotice>;

/** What the demonstration's phone shows: whom one may play, and the SMS that came for this number. */
export const DemoPhone = z.strictObject({
  people: z.array(z.strictObject({ fullName: z.string(), mobileNumber: z.string(), status: z.int() })),
  messages: z.array(z.strictObject({ text: z.string(), otp: z.string(), sentAt: z.string() })),
});
export type DemoPhone = z.infer<typeof DemoPhone>;

/** One thing that was looked at, with what to do when it is not well. */
export const HealthCheck = z.strictObject({
  name: z.string(),
  ok: z.boolean(),
  detail: z.string(),
  todo: z.optional(z.string()),
});
export type HealthCheck = z.infer<typeof HealthCheck>;

/** The answer of `health.get`. */
export const Health = z.strictObject({
  state: ServiceState,
  reason: z.optional(ServiceReason),
  message: z.optional(z.string()),
  /** The head of the log at this moment as eight characters: written down elsewhere, it tells a log that was cut. */
  head: z.strictObject({ size: z.int(), code: z.string() }),
  checks: z.array(HealthCheck),
  figures: HealthFigures,
});
export type Health = z.infer<typeof Health>;
