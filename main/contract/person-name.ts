/**
 * A person's name as typed: kept in NFC, spaces folded, nothing invisible but joiners.
 * Runs everywhere: the form checks with it while one types, the core before it sends.
 */

/** The longest name that is taken, in UTF-16 units after normalisation. */
export const longestName = 100;

/**
 * Reads a full name.
 * @returns the name in NFC with single spaces, or undefined when it is empty, too long, has no letter,
 *   or holds control characters. Zero-width joiners stay: Indic half forms need them.
 */
export function parseFullName(text: string): string | undefined {
  if (text.length > longestName * 4) {
    return undefined;
  }
  const name = text.normalize('NFC').replace(/\s+/gu, ' ').trim();
  const wellFormed = /^[\p{L}\p{M}\p{N} .,'’()/\-\u200c\u200d]+$/u.test(name) && /\p{L}/u.test(name);
  return wellFormed && name.length <= longestName ? name : undefined;
}

/** Masks a name as the log keeps it by default: "Asha Kumari" becomes "A••• K•••••", a dot for each letter hidden. */
export function maskFullName(name: string): string {
  return name
    .split(' ')
    .map((word) => {
      const [first = '', ...rest] = splitGraphemes(word);
      return first + '•'.repeat(rest.length);
    })
    .join(' ');
}

/** Made once: making one takes longer than all its uses in a visit. */
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Letters as a reader counts them: an Indic consonant with its vowel signs is one. */
function splitGraphemes(word: string): string[] {
  // In ASCII each character stands for itself, and the segmenter is slow.
  const plain = /^[\x20-\x7e]*$/.test(word);
  return plain ? Array.from(word) : Array.from(graphemes.segment(word), (part) => part.segment);
}
