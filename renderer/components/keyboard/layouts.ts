/**
 * The layouts of the text keyboard: which keys lie where, by script, layer and room. A row is a list of key names with a
 * space between them, as simple-keyboard reads it; a name is the text that the key types, or an act in braces.
 * Runs in the faces.
 */
import type { Locale } from '../../../main/contract/public.ts';

/** A script that the keyboard can type. */
export type Script = 'latin' | 'devanagari';

/** The second layer of a script holds what a name seldom needs. */
export type Layer = 'letters' | 'more';

/** `wide`: four rows, for low screens. `tall`: five rows of larger keys. */
export type Room = 'wide' | 'tall';

export type Rows = readonly string[];

/**
 * English: the typewriter's order that everybody has seen. Names hold letters, full stop, apostrophe and hyphen.
 */
const latin: Rows = [
  'q w e r t y u i o p {bksp}',
  "a s d f g h j k l '",
  '{shift} z x c v b n m . -',
  '{script} {space} {done}',
];

/**
 * Devanagari in the order of the alphabet, which everybody learnt at school, and not in InScript's, which typists learn.
 * Every consonant and vowel is on the first layer. After a consonant the vowels turn into the signs that go with it
 * (devanagari.ts), so that no syllable needs the second layer.
 */
const devanagari: Record<Layer, Record<Room, Rows>> = {
  letters: {
    wide: [
      'अ आ इ ई उ ऊ ऋ ए ऐ ओ औ ऑ ं {bksp}',
      'क ख ग घ ङ च छ ज झ ञ य र ल व',
      'ट ठ ड ढ ण त थ द ध न श ष स ह',
      '{latin} {more} प फ ब भ म ँ ़ {space} {done}',
    ],
    tall: [
      'अ आ इ ई उ ऊ ऋ ए ऐ ओ औ',
      'क ख ग घ ङ च छ ज झ ञ ं',
      'ट ठ ड ढ ण त थ द ध न ँ',
      'प फ ब भ म य र ल व ़ {bksp}',
      '{latin} {more} श ष स ह {space} {done}',
    ],
  },
  more: {
    wide: [
      'अ आ इ ई उ ऊ ऋ ए ऐ ओ औ ऑ ऍ {bksp}',
      '् ा ि ी ु ू ृ े ै ो ौ ॉ ॅ ः',
      'क्ष त्र ज्ञ श्र क़ ख़ ग़ ज़ ड़ ढ़ फ़ य़ ळ ऱ',
      "{latin} {letters} {half} {apart} ं ँ ' . - {space} {done}",
    ],
    tall: [
      'अ आ इ ई उ ऊ ऋ ए ऐ ओ औ',
      '् ा ि ी ु ू ृ े ै ो ौ',
      'ऑ ॉ ऍ ॅ ः ं ँ ळ ऱ . -',
      'क्ष त्र ज्ञ श्र क़ ख़ ग़ ज़ ड़ ढ़ {bksp}',
      '{latin} {letters} फ़ य़ {half} {apart} {space} {done}',
    ],
  },
};

/** The script that a language's names are written in; languages without a layout of their own are typed in Latin. */
export function scriptOf(locale: Locale): Script {
  return locale === 'hi' || locale === 'mr' ? 'devanagari' : 'latin';
}

/**
 * The rows of a layer. Latin has one layer and one size; its key back to the language's script is left out where that
 * script is Latin itself.
 */
export function rowsOf(script: Script, layer: Layer, room: Room, own: Script): Rows {
  const rows = script === 'latin' ? latin : devanagari[layer][room];
  return own === 'latin' ? rows.map((row) => row.replace('{script} ', '')) : rows;
}

/** How the keyboard of a language lies on the screen, so that another layer or script changes nothing but the keys. */
export interface Frame {
  /** Keys in a full row of this script. */
  readonly columns: 11 | 14;
  /** Rows of the tallest script that the keyboard shows. */
  readonly rows: 4 | 5;
}

/** The frame of a script on a keyboard whose language is written in `own`. */
export function frameOf(script: Script, room: Room, own: Script): Frame {
  return {
    columns: script === 'devanagari' && room === 'wide' ? 14 : 11,
    rows: own === 'devanagari' && room === 'tall' ? 5 : 4,
  };
}
