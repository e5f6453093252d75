/**
 * Digits as people type them: the scripts of the twelve languages have digits of their own.
 * Runs everywhere: the form checks with it while one types, the core before it sends.
 */

/** Code points of the digit zero in each script of the twelve languages (Unicode chapter 12); full width too. */
const zeros = [
  0x0966, // Devanagari: Hindi, Marathi
  0x09e6, // Bengali, Assamese
  0x0a66, // Gurmukhi
  0x0ae6, // Gujarati
  0x0b66, // Odia
  0x0be6, // Tamil
  0x0c66, // Telugu
  0x0ce6, // Kannada
  0x0d66, // Malayalam
  0xff10, // full width, as some keyboards give
];

/** Replaces the digits of Indic scripts by 0 to 9 and leaves everything else as it is. */
export function toLatinDigits(text: string): string {
  let latin = '';
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    const zero = zeros.find((start) => point >= start && point <= start + 9);
    latin += zero === undefined ? character : String(point - zero);
  }
  return latin;
}

/**
 * Reads an Indian mobile number: ten digits, with or without +91, spaces or dashes, in any script's digits.
 * @returns the ten digits, or undefined when the text is something else
 */
export function parseMobileNumber(text: string): string | undefined {
  const match = /^(?:\+91|91(?=[0-9]{10}$))?([0-9]{10})$/.exec(
    toLatinDigits(text).replace(/[\s\u00a0\-\u2010-\u2015]/gu, ''),
  );
  return match?.[1];
}

/** Reads a code of six digits, in any script's digits, with or without spaces. */
export function parseOtp(text: string): string | undefined {
  const match = /^[0-9]{6}$/.exec(toLatinDigits(text).replace(/[\s\u00a0-]/gu, ''));
  return match?.[0];
}

/** How a number is shown to people and kept in the log by default: its last four digits. */
export function maskMobileNumber(digits: string): string {
  return `••••••${digits.slice(-4)}`;
}
