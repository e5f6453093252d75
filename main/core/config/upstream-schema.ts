/**
 * `upstream`: whom the kiosk asks, and how (kyc-vs.md).
 * Part of the core.
 */
import * as z from 'zod';
import { version } from '../../contract/public.ts';
import { readJwks } from './read-jwks.ts';
import { readApiKey } from './read-secret.ts';
import { type ConfigSources, distinct, group, reading, seconds, whole } from './schema-parts.ts';
import { readServiceUrl } from './service-url.ts';

/** Signature algorithms with a public key (RFC 7518, RFC 8037); a shared secret proves nothing to others. */
const algorithms = ['EdDSA', 'ES256', 'ES384', 'ES512', 'RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'] as const;

const apiKeyForms = 'a text in quotes, {file: PATH} or {env: NAME}';

/** The schema of the section; keys and files are read while it parses. */
export function buildUpstreamSchema(sources: ConfigSources) {
  return group({
    baseUrl: z.string().transform(reading(readServiceUrl)),
    apiKey: z
      .union([z.string(), z.strictObject({ file: z.string() }), z.strictObject({ env: z.string() })], {
        error: ({ input }) => (input === undefined ? `is missing: give ${apiKeyForms}` : `must be ${apiKeyForms}`),
      })
      .transform(reading((given) => readApiKey(given, sources))),
    userAgent: z
      .string()
      .regex(/^[\x21-\x7e][\x20-\x7e]{0,199}$/, 'must be at most 200 letters, digits and signs of ASCII')
      .default(`Pravesh/${version}`),
    signature: z.enum(['when-present', 'required', 'off']).default('when-present'),
    jwks: z
      .string()
      .transform(reading((given) => readJwks(given, sources)))
      .optional(),
    algorithms: distinct(z.enum(algorithms)).min(1).default(['EdDSA', 'ES256', 'RS256']),
    otp: group({ validSeconds: whole(1, 900).default(180), resendSeconds: whole(1, 900).default(180) }).prefault({}),
    timeouts: group({
      connectSeconds: seconds(0.1, 60).default(5),
      headersSeconds: seconds(0.1, 120).default(10),
      bodySeconds: seconds(0.1, 120).default(10),
    }).prefault({}),
  }).refine(({ signature, jwks }) => signature !== 'required' || jwks !== undefined, {
    path: ['signature'],
    message: 'is "required", which needs the keys of the upstream: give upstream.jwks (an https address or a file)',
    // Said together with whatever else is wrong with the section.
    when: ({ value }) => z.looseObject({ signature: z.unknown() }).safeParse(value).success,
  });
}
