/**
 * What a verifier is given, by Node: hashes of node:crypto, and a fast look at text.
 * Runs in Node, for the CLI.
 */
import { isUtf8 } from 'node:buffer';
import { createHash, createHmac, hash } from 'node:crypto';
import type { VerifyTools } from '../../contract/public.ts';
import { checkSignature, hashInto, sha256 } from '../../core/kiosk.ts';

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** The block of SHA-256. */
const blockBytes = 64;

/** The key filled up to a block, each byte changed, and what follows it. */
function pad(key: Uint8Array, by: number, rest: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(blockBytes + rest.length).fill(by, 0, blockBytes);
  for (let at = 0; at < key.length; at += 1) {
    bytes[at] = (key[at] ?? 0) ^ by;
  }
  bytes.set(rest, blockBytes);
  return bytes;
}

export const nodeTools: VerifyTools = {
  sha256,
  hashInto,
  startSha256() {
    const running = createHash('sha256');
    return { update: (bytes) => void running.update(bytes), hex: () => running.digest('hex') };
  },
  hmacSha256(key, message) {
    if (key.length > blockBytes) {
      return createHmac('sha256', key).update(message).digest('hex');
    }
    // RFC 2104 by two one-shot hashes: a fifth of the time that an HMAC object takes.
    const inner = pad(key, 0x36, message);
    return hash('sha256', pad(key, 0x5c, hash('sha256', inner, 'buffer')), 'hex');
  },
  checkSignature,
  isUtf8,
  readUtf8: (bytes) => (isUtf8(bytes) ? utf8.decode(bytes) : undefined),
  readBytewise: (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'),
};
