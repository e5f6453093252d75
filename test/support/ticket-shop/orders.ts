/**
 * The orders of the shop, and what a receipt must say before one becomes a ticket: it is signed by the terminal, for
 * this shop, not expired, for this very order, and was never shown before. For tests only.
 */
import { randomBytes } from 'node:crypto';
import { createRemoteJWKSet, errors, jwtVerify } from 'jose';

/** One order; `nonce` ties a receipt to it. */
export interface Order {
  readonly id: string;
  readonly nonce: string;
  ticket: string | undefined;
}

/** What became of a receipt: a ticket, a decision that gives none, or why it was not believed. */
export type Judged =
  | { readonly ticket: string }
  | { readonly decision: string }
  | { readonly refused: 'signature' | 'expired' | 'claims' | 'nonce' | 'seen' | 'malformed' };

export interface OrdersOptions {
  /** Where the terminal is: `http://127.0.0.1:4780`. */
  readonly terminal: string;
  /** Who signs: `urn:pravesh:<site>:<terminal>`. */
  readonly issuer: string;
  /** The publishable name of the shop. */
  readonly party: string;
  /** The shop's clock. */
  readonly now?: () => Date;
}

/** The shop's books. */
export class Orders {
  readonly #orders = new Map<string, Order>();
  readonly #seen = new Set<string>();
  readonly #options: OrdersOptions;
  readonly #keys: ReturnType<typeof createRemoteJWKSet>;

  constructor(options: OrdersOptions) {
    this.#options = options;
    this.#keys = createRemoteJWKSet(new URL('/.well-known/jwks.json', options.terminal));
  }

  open(): Order {
    const order = {
      id: randomBytes(8).toString('hex'),
      nonce: randomBytes(16).toString('base64url'),
      ticket: undefined,
    };
    this.#orders.set(order.id, order);
    return order;
  }

  find(id: string): Order | undefined {
    return this.#orders.get(id);
  }

  /** Judges a receipt that somebody's browser has brought: it is believed only for what is signed in it. */
  async judge(order: Order, receipt: string): Promise<Judged> {
    const { issuer, party, now } = this.#options;
    try {
      const { payload } = await jwtVerify(receipt, this.#keys, {
        issuer,
        audience: party,
        typ: 'pravesh-receipt+jwt',
        algorithms: ['EdDSA'],
        requiredClaims: ['exp', 'iat', 'jti', 'nonce', 'decision'],
        ...(now === undefined ? {} : { currentDate: now() }),
      });
      if (payload.nonce !== order.nonce) {
        return { refused: 'nonce' };
      }
      const { jti = '' } = payload;
      if (this.#seen.has(jti)) {
        return { refused: 'seen' };
      }
      this.#seen.add(jti);
      if (payload.decision !== 'admitted') {
        return { decision: String(payload.decision) };
      }
      order.ticket = `T-${order.id.slice(0, 6).toUpperCase()}`;
      return { ticket: order.ticket };
    } catch (error) {
      return { refused: reasonOf(error) };
    }
  }
}

function reasonOf(error: unknown): 'signature' | 'expired' | 'claims' | 'malformed' {
  if (error instanceof errors.JWTExpired) {
    return 'expired';
  }
  if (error instanceof errors.JWTClaimValidationFailed) {
    return 'claims';
  }
  const isForged =
    error instanceof errors.JWSSignatureVerificationFailed ||
    error instanceof errors.JWKSNoMatchingKey ||
    error instanceof errors.JOSEAlgNotAllowed;
  return isForged ? 'signature' : 'malformed';
}
