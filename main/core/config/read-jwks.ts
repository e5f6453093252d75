/**
 * Reads where the upstream's public keys are: an address, or a file that is read and checked at once.
 * Part of the core.
 */
import * as z from 'zod';
import { readNamedFile } from './read-secret.ts';
import type { ConfigSources, Reading } from './schema-parts.ts';
import { readServiceUrl } from './service-url.ts';

/** The address of a JWKS, or its JSON text. */
export type Jwks = { readonly url: string } | { readonly json: string };

/** RFC 7517, as far as it matters here: public keys of the kinds that sign. */
const Jwk = z.looseObject({
  kty: z.enum(['OKP', 'EC', 'RSA'], 'must hold public keys of the kinds OKP, EC or RSA'),
  d: z.never('holds a private key: give the public one, and treat the private one as lost').optional(),
});
const JwkSet = z.looseObject({
  keys: z.array(Jwk, 'must be a JWK set: {"keys": [...]}').min(1, 'holds no key'),
});

/** Reads `upstream.jwks`: an address or a path. */
export function readJwks(given: string, sources: ConfigSources): Reading<Jwks> {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(given)) {
    const url = readServiceUrl(given);
    return 'value' in url ? { value: { url: url.value } } : url;
  }
  const file = readNamedFile(given, sources);
  return 'value' in file ? readJwkSet(file.value) : file;
}

function readJwkSet(text: string): Reading<Jwks> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { reason: 'the file is not JSON' };
  }
  const set = JwkSet.safeParse(json, { error: () => 'must be a JWK set: {"keys": [...]}' });
  return set.success ? { value: { json: text } } : { reason: `the file ${set.error.issues[0]?.message}` };
}
