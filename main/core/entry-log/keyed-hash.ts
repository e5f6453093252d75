/**
 * HMAC-SHA-256 of short texts (RFC 2104), by two one-shot hashes: a third of the time that an HMAC object of Node takes,
 * and every row has three. A property test holds it to Node's. Part of the core.
 */
import { hash } from 'node:crypto';

/** HMAC-SHA-256, in hex, of a text in UTF-8 under one key. */
export type KeyedHash = (text: string) => string;

/** The block of SHA-256, and what RFC 2104 changes each byte of the key by. */
const blockBytes = 64;
const innerPad = 0x36;
const outerPad = 0x5c;

/**
 * Builds it for a key.
 * @throws TypeError for a key longer than a block: RFC 2104 hashes such a key first, and none here is as long
 */
export function buildKeyedHash(key: Uint8Array): KeyedHash {
  if (key.length > blockBytes) {
    throw new TypeError(`a key of ${key.length} bytes is longer than the block of the hash`);
  }
  const inner = pad(key, innerPad);
  const outer = Buffer.concat([pad(key, outerPad), Buffer.alloc(32)]);
  return (text) => {
    const bytes = Buffer.allocUnsafe(blockBytes + Buffer.byteLength(text));
    bytes.set(inner);
    bytes.write(text, blockBytes);
    outer.write(hash('sha256', bytes, 'binary'), blockBytes, 'binary');
    return hash('sha256', outer, 'hex');
  };
}

function pad(key: Uint8Array, by: number): Buffer {
  const block = Buffer.alloc(blockBytes, by);
  key.forEach((byte, at) => {
    block[at] = byte ^ by;
  });
  return block;
}
