/**
 * Reads the bytes that the upstream sent, and trusts none of them.
 * Part of the core.
 */

/** RFC 8259 section 8.1 knows UTF-8 alone; a byte-order mark may be there and is dropped. */
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The text of a body, or undefined where it is not UTF-8, whatever charset its headers claim. */
export function readText(body: Uint8Array): string | undefined {
  try {
    return utf8.decode(body);
  } catch {
    return undefined;
  }
}

/** The JSON value of a body, or undefined where it is none. */
export function readJson(body: Uint8Array): unknown {
  const text = readText(body);
  if (text === undefined) {
    return undefined;
  }
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
