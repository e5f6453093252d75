/**
 * The Ed25519 key of the terminal, which signs its checkpoints. It is made at the first start from 32 random bytes that
 * the secrets port keeps; whoever has it can sign other histories, which is why checkpoints must leave the device.
 */
import { createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';
import { keyIdOf, type Sign, type VerifierKey } from '../../contract/public.ts';
import type { Settings } from '../config/settings.ts';
import type { Secrets } from '../ports.ts';
import { sha256 } from './sha256.ts';

/** The head of a PKCS #8 document that holds an Ed25519 seed (RFC 8410 section 7). */
const pkcs8Head = Buffer.from('302e020100300506032b657004220420', 'hex');

export interface TerminalKey {
  readonly verifier: VerifierKey;
  readonly sign: Sign;
}

/** The origin line of this terminal's checkpoints, and the name of its key. */
export function originOf({ id, terminal }: Settings['site']): string {
  return `pravesh/${id}/${terminal}`;
}

/** The private key of a seed of 32 bytes. */
export function privateKeyOf(seed: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.concat([pkcs8Head, seed]), format: 'der', type: 'pkcs8' });
}

/** The key that checks what the key of a seed signs under a name. */
export function verifierKeyOf(name: string, seed: Uint8Array): VerifierKey {
  const jwk = createPublicKey(privateKeyOf(seed)).export({ format: 'jwk' });
  const publicKey = Uint8Array.from(Buffer.from(jwk.x ?? '', 'base64url'));
  return { name, publicKey, keyId: keyIdOf(sha256, name, publicKey) };
}

/** Reads the key, or makes it. */
export function openTerminalKey(site: Settings['site'], secrets: Secrets): TerminalKey {
  const seed = secrets.key('terminal', 32);
  const privateKey = privateKeyOf(seed);
  return {
    verifier: verifierKeyOf(originOf(site), seed),
    sign: (message) => Uint8Array.from(sign(null, message, privateKey)),
  };
}
