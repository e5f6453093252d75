/**
 * Bytes as text: standard base64 (RFC 4648 section 4) and hex, strict: what is read must be what would be written.
 * Runs everywhere: the contract has neither Node's Buffer nor the DOM's atob.
 */

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Writes bytes, with padding. */
export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [one = 0, two = 0, three = 0] = bytes.subarray(at, at + 3);
    const group = (one << 16) | (two << 8) | three;
    const missing = Math.max(0, at + 3 - bytes.length);
    for (let index = 0; index < 4; index += 1) {
      text += index > 3 - missing ? '=' : alphabet[(group >> (18 - 6 * index)) & 63];
    }
  }
  return text;
}

/** Reads bytes; undefined when the text is not exactly what `toBase64` would have written. */
export function fromBase64(text: string): Uint8Array | undefined {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) {
    return undefined;
  }
  const digits = text.replace(/=+$/, '');
  const bytes = new Uint8Array(Math.floor((digits.length * 6) / 8));
  let group = 0;
  let bits = 0;
  let at = 0;
  for (const digit of digits) {
    group = (group << 6) | alphabet.indexOf(digit);
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at] = (group >> bits) & 255;
      at += 1;
      group &= (1 << bits) - 1;
    }
  }
  return toBase64(bytes) === text ? bytes : undefined;
}

/** Writes bytes in lower-case hex. */
export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Reads lower-case hex; undefined when it is something else. */
export function fromHex(text: string): Uint8Array | undefined {
  if (text.length % 2 !== 0 || !/^[0-9a-f]*$/.test(text)) {
    return undefined;
  }
  return Uint8Array.from({ length: text.length / 2 }, (_none, at) =>
    Number.parseInt(text.slice(2 * at, 2 * at + 2), 16),
  );
}
