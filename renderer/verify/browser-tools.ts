/**
 * What a verifier is given, by libraries in JavaScript: a page opened from a stick (file:) has no crypto.subtle.
 * Runs in the page that verifies.
 */
import { ed25519 } from '@noble/curves/ed25519.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { toHex, type VerifyTools } from '../../main/contract/public.ts';

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const bytewise = new TextDecoder('windows-1252');

function readUtf8(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes);
  } catch {
    return undefined;
  }
}

export const browserTools: VerifyTools = {
  sha256(...parts) {
    const [only] = parts;
    if (parts.length === 1 && only !== undefined) {
      return sha256(only);
    }
    const running = sha256.create();
    for (const part of parts) {
      running.update(part);
    }
    return running.digest();
  },
  hashInto: (bytes, target, at) => target.set(sha256(bytes), at),
  startSha256() {
    const running = sha256.create();
    return { update: (bytes) => void running.update(bytes), hex: () => toHex(running.digest()) };
  },
  hmacSha256: (key, message) => toHex(hmac(sha256, key, message)),
  checkSignature(publicKey, message, signature) {
    try {
      // RFC 8032 to the letter, as OpenSSL does; the library's own default takes more.
      return ed25519.verify(signature, message, publicKey, { zip215: false });
    } catch {
      return false;
    }
  },
  isUtf8: (bytes) => readUtf8(bytes) !== undefined,
  readUtf8,
  readBytewise: (bytes) => bytewise.decode(bytes),
};
