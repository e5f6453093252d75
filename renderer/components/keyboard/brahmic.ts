/**
 * How the scripts of India are typed: the vowels that turn into signs after a consonant, and which sign may follow what
 * stands there. Unicode lays their blocks out alike, so that one set of rules serves all of them; what is peculiar to a
 * script stands with its layout (scripts/).
 * Runs in the faces. Terms: Unicode Standard, chapters 12 and 13.
 */
import type { Key } from './key.ts';

const joiner = '\u200d';
const nonJoiner = '\u200c';

/** What is peculiar to a script. Letters are given as text, the rest follows from the block. */
export interface Alphabet {
  /** The first code point of its block. */
  readonly block: number;
  /** Consonants outside the places that all blocks have in common. */
  readonly consonants?: string;
  /** Consonants that have a sister with a nukta. */
  readonly nukta?: string;
  /** Signs for the end of a syllable beyond the three that all blocks have. */
  readonly endings?: string;
  /** The sign of the vowel `au`, where it is not in the place that all blocks have in common. */
  readonly au?: string;
  /** Consonants that have a form without a vowel as a letter of its own, with that form: നൻ. */
  readonly bare?: readonly string[];
}

/** What a key of a script's layers shows and types now: signs are shown on the syllable that they would go to. */
export interface Keys {
  /**
   * @param name the key's name in the layout
   * @param before the text before the caret
   * @param turning whether vowels turn into signs after a consonant, as on the first layer
   */
  readonly keyAt: (name: string, before: string, turning: boolean) => Key;
}

/** Vowels and their signs, by their places in a block. The vowel `a` is part of every consonant: its key takes it away. */
const signPlaces = new Map([
  [0x05, 0x4d],
  [0x06, 0x3e],
  [0x07, 0x3f],
  [0x08, 0x40],
  [0x09, 0x41],
  [0x0a, 0x42],
  [0x0b, 0x43],
  [0x0e, 0x46],
  [0x0f, 0x47],
  [0x10, 0x48],
  [0x11, 0x49],
  [0x12, 0x4a],
  [0x13, 0x4b],
  [0x14, 0x4c],
]);

/** The longest syllable that a key shows whole, in UTF-16 units; of a longer one its last letter stands for it. */
const longestShown = 5;

const syllables = new Intl.Segmenter('hi', { granularity: 'grapheme' });

/** Works out the rules of a script. */
export function buildKeys({ block, consonants = '', nukta = '', endings = '', au = '', bare = [] }: Alphabet): Keys {
  const at = (place: number) => String.fromCharCode(block + place);
  const range = (first: number, last: number) => `${at(first)}-${at(last)}`;
  const halant = at(0x4d);
  const nuktaSign = at(0x3c);
  /** What an empty field shows a sign on. */
  const carrier = at(0x15);
  /** A vowel without a sign among the turning ones: its sign has a key of its own. */
  const candraE = at(0x0d);
  const signs = new Map(Array.from(signPlaces, ([vowel, sign]) => [at(vowel), at(sign)]));
  if (au !== '') {
    signs.set(at(0x14), au);
  }
  const bareForms = new Map(bare.map((pair) => [pair.charAt(0), pair.slice(1)]));

  const letters = `[${range(0x15, 0x39)}${consonants}]${nuktaSign}?`;
  /** A consonant with or without its nukta, at the end of the text. */
  const consonant = new RegExp(`${letters}$`, 'u');
  /** The same, then perhaps a halant: what a vowel sign can be put on. */
  const openConsonant = new RegExp(`(${letters})(${halant}?)$`, 'u');
  /** A consonant that has a sister with a nukta, and the signs after it. */
  const plainConsonant =
    nukta === '' ? undefined : new RegExp(`[${nukta}]([${range(0x3e, 0x4d)}${range(0x01, 0x03)}]*)$`, 'u');
  /** A whole syllable without a nasal or breath sign yet. */
  const syllable = new RegExp(
    `[${range(0x04, 0x39)}${nuktaSign}${range(0x3e, 0x4c)}${au}${range(0x60, 0x61)}${consonants}]$`,
    'u',
  );
  const vowelSigns = new RegExp(`^[${range(0x3e, 0x4d)}${au}]$`, 'u');
  const syllableSigns = new RegExp(`^[${range(0x01, 0x03)}${endings}]$`, 'u');

  /** A vowel sign, or a halant, on the consonant before the caret. It takes the place of a halant that stands there. */
  const vowelSign = (sign: string, before: string): Key => {
    const [, base = '', open] = openConsonant.exec(before) ?? [];
    if (open === undefined) {
      return { shown: carrier + sign, vowel: true };
    }
    if (sign === halant && open === halant) {
      const typed = bareForms.get(base) ?? base;
      return {
        shown: lastSyllable(before.slice(0, -(base.length + open.length)) + typed),
        vowel: true,
        stroke: { replaced: base.length + open.length, typed },
      };
    }
    const syllableSoFar = lastSyllable(before.slice(0, before.length - open.length));
    return { shown: syllableSoFar + sign, vowel: true, stroke: { replaced: open.length, typed: sign } };
  };

  /** The nukta belongs to the consonant: it goes before the signs that were typed already. */
  const nuktaKey = (before: string): Key => {
    const match = plainConsonant?.exec(before);
    const [plain, signsAfter] = [match?.[0], match?.[1]];
    if (plain === undefined || signsAfter === undefined) {
      return { shown: carrier + nuktaSign, vowel: true };
    }
    const typed = nuktaSign + signsAfter;
    return { shown: plain.charAt(0) + typed, vowel: true, stroke: { replaced: signsAfter.length, typed } };
  };

  /** A half form (ZWJ) or a halant that stays to be seen (ZWNJ), of the consonant before the caret. */
  const joinerKey = (mark: string, before: string): Key => {
    const shown = carrier + halant + mark;
    if (before.endsWith(halant)) {
      return { shown, stroke: { replaced: 0, typed: mark } };
    }
    return consonant.test(before) ? { shown, stroke: { replaced: 0, typed: halant + mark } } : { shown };
  };

  /** The syllable that ends the text, as a key can show it. */
  const lastSyllable = (before: string): string => {
    const whole = before === '' ? '' : (syllables.segment(before).containing(before.length - 1)?.segment ?? '');
    return whole.length <= longestShown ? whole : (consonant.exec(whole)?.[0] ?? carrier);
  };

  const keyAt = (name: string, before: string, turning: boolean): Key => {
    const sign = signs.get(name);
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
      case nuktaSign:
        return nuktaKey(before);
      case '{half}':
        return joinerKey(joiner, before);
      case '{apart}':
        return joinerKey(nonJoiner, before);
      default:
        return letter(name);
    }
  };
  return { keyAt };
}

function letter(name: string): Key {
  return { shown: name, stroke: { replaced: 0, typed: name } };
}
