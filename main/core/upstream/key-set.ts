/**
 * The public keys that the upstream signs with: from its JWKS address or from the configuration (kyc-vs.md).
 * Part of the core.
 */
import { createLocalJWKSet, errors, type FlattenedJWSInput, type JWSHeaderParameters, type LocalJWKSet } from 'jose';
import * as z from 'zod/mini';
import type { UpstreamSettings } from '../config/settings.ts';
import type { Clock, Fetch } from '../ports.ts';
import { readJson } from './body.ts';
import { maxBodyBytes } from './wire.ts';

/** The keys could not be had: whether a signature is good is not known. */
export class KeysUnreachable extends Error {
  constructor() {
    super('the keys of the upstream cannot be read from upstream.jwks');
    this.name = 'KeysUnreachable';
  }
}

/** Finds the key of a signature, as jose's compactVerify asks for it. Rejects with KeysUnreachable or an error of jose. */
export type KeySet = (header: JWSHeaderParameters, token: FlattenedJWSInput) => ReturnType<LocalJWKSet>;

export interface KeySetParts {
  readonly settings: UpstreamSettings;
  readonly fetch: Fetch;
  readonly clock: Clock;
}

/** A signature with a key that is not known may make us look for new keys this often, and no more. */
const unknownKeyPauseMs = 30_000;

/** Keys older than this are fetched again, so that one that was taken back does not live on. */
const oldestMs = 3_600_000;

const Jwks = z.object({ keys: z.array(z.looseObject({ kty: z.string() })).check(z.maxLength(100)) });

/** Builds the key set, or undefined where the settings name none. Throws a TypeError where their JSON is no JWKS. */
export function buildKeySet(parts: KeySetParts): KeySet | undefined {
  const { jwks } = parts.settings.signature;
  if (jwks === undefined) {
    return undefined;
  }
  if ('url' in jwks) {
    return buildRemoteKeySet(jwks.url, parts);
  }
  const keys = Jwks.safeParse(readJson(new TextEncoder().encode(jwks.json)));
  if (!keys.success) {
    throw new TypeError('upstream.jwks is not a JWK set');
  }
  return createLocalJWKSet(keys.data);
}

interface Fetched {
  readonly find: LocalJWKSet;
  readonly at: number;
}

function buildRemoteKeySet(url: string, { settings, fetch, clock }: KeySetParts): KeySet {
  let known: Fetched | undefined;
  let underWay: Promise<Fetched> | undefined;
  let askedAt = Number.NEGATIVE_INFINITY;

  const load = async (): Promise<Fetched> => {
    askedAt = clock.monotonic();
    const find = await fetchKeys(url, settings, fetch);
    known = { find, at: clock.monotonic() };
    return known;
  };
  /** One request at a time serves everybody who waits. It has no signal: nobody who leaves may take it from the others. */
  const refresh = (): Promise<Fetched> => {
    underWay ??= load().finally(() => {
      underWay = undefined;
    });
    return underWay;
  };
  const mayAskAgain = (): boolean => clock.monotonic() - askedAt >= unknownKeyPauseMs;
  const current = async (): Promise<Fetched> => {
    if (known === undefined) {
      return refresh();
    }
    const { find, at } = known;
    const stale = clock.monotonic() - at >= oldestMs && mayAskAgain();
    return stale ? refresh().catch(() => ({ find, at })) : known;
  };

  return async (header, token) => {
    const { find } = await current();
    try {
      return await find(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey) || (underWay === undefined && !mayAskAgain())) {
        throw error;
      }
      const renewed = await refresh();
      return renewed.find(header, token);
    }
  };
}

/** The keys are public: the key of the venue does not travel with this request. Not counted in the rate budget. */
async function fetchKeys(url: string, settings: UpstreamSettings, fetch: Fetch): Promise<LocalJWKSet> {
  const headers = { Accept: 'application/json', 'User-Agent': settings.userAgent };
  const request = { method: 'GET', url, headers, ...settings.timeouts, maxBodyBytes } as const;
  const reply = await fetch(request).catch(() => undefined);
  const keys = Jwks.safeParse(reply?.status === 200 ? readJson(reply.body) : undefined);
  if (!keys.success) {
    throw new KeysUnreachable();
  }
  return createLocalJWKSet(keys.data);
}
