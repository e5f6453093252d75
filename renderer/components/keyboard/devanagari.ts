/**
 * How Devanagari is typed: the vowels that turn into signs after a consonant, and which sign may follow what stands there.
 * Runs in the faces. Terms: Unicode Standard, chapter 12.1.
 */
import type { Key } from './key.ts';

const halant = '\u094d';
const nukta = '\u093c';
const joiner = '\u200d';
const nonJoiner = '\u200c';
const dottedCircle = '\u25cc';

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

/**
 * What a key of the Devanagari layers shows and types now.
 * @param name the key's name in the layout
 * @param before the text before the caret
 * @param turning whether vowels turn into signs after a consonant, as on the first layer
 */
export function devanagariKey(name: string, before: string, turning: boolean): Key {
  const sign = turning ? signOf.get(name) : undefined;
  if (sign !== undefined && openConsonant.test(before)) {
    return vowelSign(sign, before);
  }
  if (vowelSigns.test(name)) {
    return vowelSign(name, before);
  }
  if (syllableSigns.test(name)) {
    return { shown: dottedCircle + name, ...(syllable.test(before) && { stroke: { replaced: 0, typed: name } }) };
  }
  switch (name) {
    case nukta:
      return nuktaKey(before);
    case '{half}':
      return joinerKey(joiner, before);
    case '{apart}':
      return joinerKey(nonJoiner, before);
    default:
      return { shown: name, stroke: { replaced: 0, typed: name } };
  }
}

/** A sign on the consonant before the caret, shown on that consonant. It takes the place of a halant. */
function vowelSign(sign: string, before: string): Key {
  const [, letter, open] = openConsonant.exec(before) ?? [];
  if (letter === undefined || open === undefined) {
    return { shown: dottedCircle + sign };
  }
  const typed = sign === halant && open === halant ? '' : sign;
  return { shown: letter + typed, stroke: { replaced: open.length, typed } };
}

/** The nukta belongs to the consonant: it goes before the signs that were typed already. */
function nuktaKey(before: string): Key {
  const signs = plainConsonant.exec(before)?.[1];
  return {
    shown: dottedCircle + nukta,
    ...(signs !== undefined && { stroke: { replaced: signs.length, typed: nukta + signs } }),
  };
}

/** A half form (ZWJ) or a halant that stays to be seen (ZWNJ), of the consonant before the caret. */
function joinerKey(mark: string, before: string): Key {
  const shown = `\u0915${halant}${mark}`;
  if (before.endsWith(halant)) {
    return { shown, stroke: { replaced: 0, typed: mark } };
  }
  return { shown, ...(consonant.test(before) && { stroke: { replaced: 0, typed: halant + mark } }) };
}
