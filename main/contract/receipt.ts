/**
 * A receipt: what a visitor or an integrator may keep, and show to anybody who has the terminal's verifier key.
 * Runs everywhere.
 */
import * as z from 'zod/mini';

/** The answer of `entry.receipt`. It holds nothing of the person. */
export const EntryReceipt = z.strictObject({
  /** The RFC 8785 canonical JSON of the row without its subject: exactly the bytes that were hashed. */
  entry: z.string(),
  /** A C2SP tlog-proof: place, path, signed head. */
  proof: z.string(),
  /** The C2SP verifier key that the head is checked with. */
  verifierKey: z.string(),
});
export type EntryReceipt = z.infer<typeof EntryReceipt>;

/** The public keys of receipts as RFC 7517 has them: Ed25519 alone (RFC 8037). */
export const KeySet = z.strictObject({
  keys: z.array(
    z.strictObject({
      kty: z.literal('OKP'),
      crv: z.literal('Ed25519'),
      x: z.string(),
      kid: z.string(),
      alg: z.literal('EdDSA'),
      use: z.literal('sig'),
    }),
  ),
});
export type KeySet = z.infer<typeof KeySet>;
