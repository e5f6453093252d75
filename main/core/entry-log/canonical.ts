/** RFC 8785 for what the log hashes: texts, whole numbers and null under names that are known beforehand. Part of the core. */
import canonicalize from 'canonicalize';

/** What may stand under a name. Numbers are whole, and no larger than JavaScript counts without a gap. */
export type Members = Readonly<Record<string, string | number | null>>;

/**
 * The canonical JSON of members that are written down in the order of their names (by UTF-16 code units). Half the work of
 * a general serialiser is to find that order; JSON.stringify keeps the one it is given.
 * @throws Error when a text holds half a character (a lone surrogate), which RFC 8785 refuses
 */
export function canonicalInOrder(members: Members): string {
  const text = JSON.stringify(members);
  // JSON.stringify escapes half a character. A text that merely reads like such an escape goes the long way as well.
  return text.includes('\\ud') ? (canonicalize(members) ?? text) : text;
}
