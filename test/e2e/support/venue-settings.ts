/** The pravesh.yml of a venue. */
import { stringify } from 'yaml';

/** Keys that stand in a section of the configuration, beside those of every venue. */
type Section = Readonly<Record<string, unknown>>;

export interface VenueSettings {
  readonly upstream?: Section;
  readonly export?: Section;
  readonly inside?: Section;
  readonly kiosk?: Section;
  readonly passes?: Section;
  readonly perNumber?: Section;
  readonly privacy?: Section;
  readonly http?: Section;
}

/** What stands in the configuration and on the screens. */
export const site = { id: 'hq', name: 'Head Office', terminal: 'gate-1' } as const;
export const desk = 'Reception, ground floor';
export const apiKey = 'key-of-the-venue';

/** The text of the file; the upstream's address is without its path. */
export function writeSettings(
  upstreamUrl: string,
  { upstream, export: exports, inside, kiosk, passes, perNumber, privacy, http }: VenueSettings,
): string {
  return stringify({
    site,
    upstream: {
      baseUrl: `${upstreamUrl}/api`,
      apiKey,
      signature: 'required',
      jwks: `${upstreamUrl}/.well-known/jwks.json`,
      ...upstream,
    },
    policy: { purposes: { visitor: { admit: [2], refer: [1] }, employee: { admit: [1, 2] } } },
    privacy: { contact: { desk }, ...privacy },
    // One browser does the work of many visitors.
    limits: { upstream: { calls: 10_000 }, perNumber: { ...perNumber } },
    export: { ...exports },
    inside: { ...inside },
    kiosk: { ...kiosk },
    passes: { ...passes },
    http: { ...http },
  });
}
