/**
 * The signed receipt of a decision: a compact JWS (RFC 7515) with the claims of a JWT (RFC 7519), for the system that
 * asked. It holds no name and no number (docs/decisions/0015). Part of the core.
 */
import { CompactSign } from 'jose';
import type { Decision, VaccinationStatus } from '../../contract/public.ts';
import type { Settings } from '../config/settings.ts';
import type { AppendedEntry, EntryParty } from '../entry-log/entry.ts';
import type { ReceiptKeys } from './receipt-keys.ts';

/** What a receipt says. All of it is in the log by the time that it is signed. */
export interface ReceiptFacts {
  readonly party: EntryParty;
  readonly verificationId: string;
  readonly entry: Pick<AppendedEntry, 'id' | 'checkCode'>;
  readonly status: VaccinationStatus;
  readonly decision: Decision;
  readonly policy: string;
  readonly purpose: string;
}

/**
 * Signs a receipt.
 * @param at when it is given out, in milliseconds since 1970; without it the moment of the entry, so that who asks
 *   again gets the same receipt, and none that holds for longer
 */
export type SignReceipt = (facts: ReceiptFacts, at?: number) => Promise<string>;

/** Builds it for a terminal. */
export function buildSignReceipt(
  { id, terminal }: Pick<Settings['site'], 'id' | 'terminal'>,
  { validMs }: Pick<Settings['receipts'], 'validMs'>,
  keys: Pick<ReceiptKeys, 'current'>,
): SignReceipt {
  const iss = `urn:pravesh:${id}:${terminal}`;
  return (facts, at = momentOf(facts.entry.id)) => {
    const { kid, privateKey } = keys.current();
    const iat = Math.floor(at / 1000);
    const claims = { iss, aud: facts.party.id, iat, exp: iat + Math.floor(validMs / 1000), ...claimsOf(facts) };
    return new CompactSign(Buffer.from(JSON.stringify(claims)))
      .setProtectedHeader({ alg: 'EdDSA', typ: 'pravesh-receipt+jwt', kid })
      .sign(privateKey);
  };
}

function claimsOf({ party, verificationId, entry, status, decision, policy, purpose }: ReceiptFacts) {
  return {
    jti: entry.id,
    status,
    decision,
    policy,
    purpose,
    txn: verificationId,
    ...(party.nonce !== undefined && { nonce: party.nonce }),
    check: entry.checkCode,
    proof: `/api/v1/proofs/${entry.id}`,
  };
}

/** The moment of an entry, from the first 48 bits of its UUIDv7 (RFC 9562), in milliseconds since 1970. */
export function momentOf(entryId: string): number {
  return Number.parseInt(entryId.slice(0, 13).replace('-', ''), 16);
}
