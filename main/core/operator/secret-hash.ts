/**
 * PINs and recovery codes as they are kept: scrypt (RFC 7914) with a salt of their own. One is worked on at a time, away
 * from the thread that serves visitors: each takes 32 MiB and some 75 ms of a core, whoever asks. Part of the core.
 */
import { scrypt, timingSafeEqual } from 'node:crypto';
import type { Random } from '../ports.ts';

/** What is kept of a secret. */
export interface HashedSecret {
  /** 16 random bytes. */
  readonly salt: Uint8Array;
  /** 32 bytes. */
  readonly hash: Uint8Array;
  /** `scrypt N r p`. */
  readonly cost: string;
}

/** What is asked of `scrypt` of `node:crypto`. */
export type Scrypt = (
  secret: string,
  salt: Uint8Array,
  length: number,
  options: { readonly N: number; readonly r: number; readonly p: number; readonly maxmem: number },
  done: (error: Error | null, key: Uint8Array) => void,
) => void;

export interface SecretHash {
  /** Hashes a secret under a new salt. */
  make(secret: string): Promise<HashedSecret>;
  /** Whether this is the secret; with nothing to compare it is not, after the same work. */
  check(secret: string, hashed: HashedSecret | undefined): Promise<boolean>;
  /** Whether so many wait already that another would have to wait long. */
  busy(): boolean;
  /** Hashes something known and compares. It never throws. @returns whether secrets can be checked on this machine */
  selfTest(): Promise<boolean>;
  /** False from the first time on that hashing failed. */
  sound(): boolean;
}

/** N, r and p: about 75 ms on a machine of 2020, within what NIST SP 800-132 and OWASP ask for. */
export const cost = 'scrypt 32768 8 1';

/** More than this many at once come from no kiosk; each of them would take its 75 ms in turn. */
const mostWaiting = 8;

const known = {
  secret: 'pravesh',
  salt: new Uint8Array(16),
  hash: 'd98abaeda63cbeb0f0fe2518950d03b06738ba7d249c6fa1b2f5e9cdeda3fe8e',
};

/** Builds it; nothing is hashed yet. @param library the scrypt of `node:crypto`, which a TLS library may lack */
export function buildSecretHash(random: Random, library: Scrypt = scrypt): SecretHash {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  let sound = true;
  const inTurn = (work: () => Promise<Uint8Array>): Promise<Uint8Array> => {
    waiting += 1;
    const done = last.then(work).finally(() => {
      waiting -= 1;
    });
    last = done.catch(() => {
      sound = false;
    });
    return done;
  };
  const hash = (secret: string, salt: Uint8Array, price: string) => inTurn(() => derive(library, secret, salt, price));

  return {
    async make(secret) {
      const salt = random.bytes(16);
      return { salt, hash: await hash(secret, salt, cost), cost };
    },
    async check(secret, hashed) {
      const made = await hash(secret, hashed?.salt ?? known.salt, hashed?.cost ?? cost);
      return hashed !== undefined && made.length === hashed.hash.length && timingSafeEqual(made, hashed.hash);
    },
    busy: () => waiting >= mostWaiting,
    async selfTest() {
      try {
        const made = await hash(known.secret, known.salt, cost);
        sound = Buffer.from(made).toString('hex') === known.hash;
      } catch {
        sound = false;
      }
      return sound;
    },
    sound: () => sound,
  };
}

/** scrypt with the costs of a text; a text that is none throws, and so does a library that has no scrypt. */
function derive(library: Scrypt, secret: string, salt: Uint8Array, price: string): Promise<Uint8Array> {
  const [N, r, p] = (/^scrypt (\d+) (\d+) (\d+)$/.exec(price) ?? []).slice(1).map(Number);
  if (N === undefined || r === undefined || p === undefined) {
    throw new TypeError('a secret was hashed in a way that this program does not know');
  }
  // OpenSSL's own limit is just below what N = 32768 needs.
  const maxmem = 256 * N * r;
  return new Promise((resolve, reject) => {
    library(secret, salt, 32, { N, r, p, maxmem }, (error, key) => (error === null ? resolve(key) : reject(error)));
  });
}
