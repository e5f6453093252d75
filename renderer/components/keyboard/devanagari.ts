/**
 * How Devanagari is typed: the vowels that turn into signs after a consonant, and which sign may follow what stands there.
 * Runs in the faces. Terms: Unicode Standard, chapter 12.1.
 */
import type { Key } from './key.ts';

const halant = '\u094d';
/** A vowel without a sign among the turning ones: its sign has a key of its own. */
const candraE = '\u090d';
const nukta = '\u093c';
const joiner = '\u200d';
const nonJoiner = '\u200c';

/** The sign of each vowel. The vowel `a` is part of every consonant: its key takes it away, and gives it back. */
const signOf: ReadonlyMap<string, string> = new Map([
  ['\u0905', halant],
  ['\u0906', '\u093e'],
  ['\u0907', '\u093f'],
  ['\u0908', '\u0940'],
  ['\u0909', '\u0941'],
  ['\u090a', '\u0942'],
  ['\u090b', '\u0943'],
  ['\u090f', '\u0947'],
  ['\u0910', '\u0948'],
  ['\u0913', '\u094b'],
  ['\u0914', '\u094c'],
  ['\u0911', '\u0949'],
]);

/** A consonant with or without its nukta, at the end of the text. */
const consonant = /[\u0915-\u0939\u0958-\u095f\u0978-\u097f]\u093c?$/u;
/** The same, then perhaps a halant: what a vowel sign can be put on. */
const openConsonant = /([\u0915-\u0939\u0958-\u095f\u0978-\u097f]\u093c?)(\u094d?)$/u;
/** A consonant that has a sister with a nukta, and the signs after it. */
const plainConsonant =
  /[\u0915-\u0917\u091c\u091d\u0921\u0922\u0928\u092b\u092f\u0930\u0933]([\u093e-\u094d\u0901-\u0903]*)$/u;
/** A whole syllable without a nasal or breath sign yet. */
const syllable = /[\u0904-\u0939\u093c\u093e-\u094c\u0958-\u0961\u0972-\u097f]$/u;

const vowelSigns = /^[\u093e-\u094d]$/u;
const syllableSigns = /^[\u0901-\u0903]$/u;

/** What an empty field shows a sign on. */
const carrier = '\u0915';
/** The longest syllable that a key shows whole, in UTF-16 units; of a longer one its last letter stands for it. */
const longestShown = 5;

/**
 * What a key of the Devanagari layers shows and types now. Signs are shown on the syllable that they would go to.
 * @param name the key's name in the layout
 * @param before the text before the caret
 * @param turning whether vowels turn into signs after a consonant, as on the first layer
 */
export function devanagariKey(name: string, before: string, turning: boolean): Key {
  const sign = signOf.get(name);
  if (sign !== undefined) {
    return turning && openConsonant.test(before) ? vowelSign(sign, before) : { ...letter(name), vowel: true };
  }
  if (vowelSigns.test(name)) {
    return vowelSign(name, before);
  }
  if (syllableSigns.test(name)) {
    return syllable.test(before)
      ? { shown: lastSyllable(before) + name, vowel: true, stroke: { replaced: 0, typed: name } }
      : { shown: carrier + name, vowel: true };
  }
  switch (name) {
    case candraE:
      return { ...letter(name), vowel: true };
    case nukta:
      return nuktaKey(before);
    case '{half}':
      return joinerKey(joiner, before);
    case '{apart}':
      return joinerKey(nonJoiner, before);
    default:
      return letter(name);
  }
}

function letter(name: string): Key {
  return { shown: name, stroke: { replaced: 0, typed: name } };
}

/** A vowel sign, or a halant, on the consonant before the caret. It takes the place of a halant that stands there. */
function vowelSign(sign: string, before: string): Key {
  const open = openConsonant.exec(before)?.[2];
  if (open === undefined) {
    return { shown: carrier + sign, vowel: true };
  }
  const typed = sign === halant && open === halant ? '' : sign;
  const syllableSoFar = lastSyllable(before.slice(0, before.length - open.length));
  return { shown: syllableSoFar + typed, vowel: true, stroke: { replaced: open.length, typed } };
}

/** The nukta belongs to the consonant: it goes before the signs that were typed already. */
function nuktaKey(before: string): Key {
  const match = plainConsonant.exec(before);
  const [plain, signs] = [match?.[0], match?.[1]];
  if (plain === undefined || signs === undefined) {
    return { shown: carrier + nukta, vowel: true };
  }
  const typed = nukta + signs;
  return { shown: plain.charAt(0) + typed, vowel: true, stroke: { replaced: signs.length, typed } };
}

/** A half form (ZWJ) or a halant that stays to be seen (ZWNJ), of the consonant before the caret. */
function joinerKey(mark: string, before: string): Key {
  const shown = carrier + halant + mark;
  if (before.endsWith(halant)) {
    return { shown, stroke: { replaced: 0, typed: mark } };
  }
  return consonant.test(before) ? { shown, stroke: { replaced: 0, typed: halant + mark } } : { shown };
}

const syllables = new Intl.Segmenter('hi', { granularity: 'grapheme' });

/** The syllable that ends the text, as a key can show it. */
function lastSyllable(before: string): string {
  const whole = before === '' ? '' : (syllables.segment(before).containing(before.length - 1)?.segment ?? '');
  return whole.length <= longestShown ? whole : (consonant.exec(whole)?.[0] ?? carrier);
}
