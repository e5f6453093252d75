/**
 * Whether a status is authentic, after our own profile of "digitally signed" (kyc-vs.md): a field `jws` whose payload
 * repeats the status and the transaction and is minutes old.
 * Part of the core.
 */
import { compactVerify } from 'jose';
import * as z from 'zod/mini';
import type { ErrorCode } from '../../contract/public.ts';
import type { Logger } from '../ports.ts';
import { readJson } from './body.ts';
import { buildKeySet, type KeySet, type KeySetParts, KeysUnreachable } from './key-set.ts';
import type { StatusRead } from './wire.ts';

/** Answers undefined where the status may be used, else the code of the fault. Never throws. */
export type SignatureCheck = (read: StatusRead, txnId: string) => Promise<ErrorCode | undefined>;

export interface SignatureParts extends KeySetParts {
  readonly logger: Logger;
}

/** How far `iat` may lie from the terminal's clock, in both directions. */
const freshMs = 5 * 60_000;

const Payload = z.object({ vaccination_status: z.number(), txnId: z.string(), iat: z.number() });

/** What is wrong with a signature, as the diagnostic log says it. */
type Flaw = 'unsigned' | 'no-keys' | 'keys-unreachable' | 'not-verified' | 'other-status' | 'other-txn' | 'not-fresh';

/**
 * Builds the check. Decisions that kyc-vs.md leaves open:
 * keys that cannot be fetched are `upstream-unavailable`, because nothing is known against the answer;
 * `when-present` without keys takes the answer as unsigned and says so once in the diagnostic log;
 * `required` without keys accepts nothing.
 */
export function buildSignatureCheck(parts: SignatureParts): SignatureCheck {
  const { logger, settings } = parts;
  const { mode } = settings.signature;
  if (mode === 'off') {
    return async () => undefined;
  }
  const keys = buildKeySet(parts);
  let toldUnchecked = false;
  const tellUnchecked = (): void => {
    if (!toldUnchecked) {
      logger.warn('upstream signatures are not checked: upstream.jwks is missing');
      toldUnchecked = true;
    }
  };
  return async (read, txnId) => {
    const unsigned = read.jws === undefined || read.jws === null;
    if (mode === 'when-present' && unsigned) {
      return undefined;
    }
    if (mode === 'when-present' && keys === undefined) {
      tellUnchecked();
      return undefined;
    }
    const flaw = unsigned ? 'unsigned' : await findFlaw(parts, keys, { read, txnId });
    if (flaw === undefined) {
      return undefined;
    }
    logger.warn('upstream signature not accepted', { reason: flaw });
    return flaw === 'keys-unreachable' ? 'upstream-unavailable' : 'upstream-signature-invalid';
  };
}

async function findFlaw(
  { clock, settings }: SignatureParts,
  keys: KeySet | undefined,
  { read, txnId }: { readonly read: StatusRead; readonly txnId: string },
): Promise<Flaw | undefined> {
  if (keys === undefined) {
    return 'no-keys';
  }
  const signed = await verify(read.jws, keys, settings.signature.algorithms);
  if (!(signed instanceof Uint8Array)) {
    return signed;
  }
  const payload = Payload.safeParse(readJson(signed));
  if (!payload.success) {
    return 'not-verified';
  }
  if (payload.data.vaccination_status !== read.vaccination_status) {
    return 'other-status';
  }
  if (payload.data.txnId !== txnId) {
    return 'other-txn';
  }
  return Math.abs(payload.data.iat * 1000 - clock.now()) <= freshMs ? undefined : 'not-fresh';
}

/** The payload, if the signature is good. */
async function verify(jws: unknown, keys: KeySet, algorithms: readonly string[]): Promise<Uint8Array | Flaw> {
  if (typeof jws !== 'string') {
    return 'not-verified';
  }
  try {
    const { payload } = await compactVerify(jws, keys, { algorithms: [...algorithms] });
    return payload;
  } catch (error) {
    return error instanceof KeysUnreachable ? 'keys-unreachable' : 'not-verified';
  }
}
