/**
 * What the address of the page says: for which system, or with which invitation of a kiosk, and how it is to look.
 * Runs in the embedded page. Pure.
 */
import { type InputOf, type Locale, locales } from '../../main/contract/public.ts';

/** How the page fits into the one around it. */
export interface Theme {
  /** `#rrggbb`. */
  readonly accent?: string;
  /** As the system has it unless told. */
  readonly scheme?: 'light' | 'dark';
  /** How round corners are, in CSS pixels. */
  readonly radius?: number;
}

/** What the page begins with: the name of a party, or the token that a kiosk has shown to a phone. */
export type Beginning =
  | { readonly kind: 'party'; readonly begin: InputOf<'embed.begin'> }
  | { readonly kind: 'phone'; readonly token: string };

export interface Address {
  readonly beginning: Beginning;
  /** The language that was asked for. */
  readonly locale: Locale | undefined;
  readonly theme: Theme;
}

/** The roundest that still looks like a field. */
const roundest = 28;

/** Reads it; what is not understood is left out, and the core has the last word on party, purpose and nonce. */
export function readAddress({ pathname, search, hash }: Pick<Location, 'pathname' | 'search' | 'hash'>): Address {
  const query = new URLSearchParams(search);
  const given = (name: string) => query.get(name) ?? undefined;
  return {
    beginning:
      pathname === '/phone' ? { kind: 'phone', token: hash.slice(1) } : { kind: 'party', begin: readParty(given) },
    locale: findLocale(given('locale')),
    theme: readTheme(given),
  };
}

type Given = (name: string) => string | undefined;

function readParty(given: Given): InputOf<'embed.begin'> {
  const purpose = given('purpose');
  const nonce = given('nonce');
  return {
    party: given('party') ?? '',
    ...(purpose === undefined ? {} : { purpose }),
    ...(nonce === undefined ? {} : { nonce }),
  };
}

/** A tag as we know it: `hi` of `hi-IN`. */
export function findLocale(tag: string | undefined): Locale | undefined {
  const [language] = (tag ?? '').toLowerCase().split('-');
  return locales.find((locale) => locale === language);
}

function readTheme(given: Given): Theme {
  const accent = given('accent');
  const scheme = given('scheme');
  const radius = given('radius');
  return {
    ...(accent !== undefined && /^#[0-9a-f]{6}$/i.test(accent) ? { accent } : {}),
    ...(scheme === 'light' || scheme === 'dark' ? { scheme } : {}),
    ...(radius !== undefined && /^\d{1,2}$/.test(radius) ? { radius: Math.min(Number(radius), roundest) } : {}),
  };
}
