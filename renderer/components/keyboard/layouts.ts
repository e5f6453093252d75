/**
 * The layouts of the text keyboard: which keys lie where, by script, layer and room. A row is a list of key names with a
 * space between them, as simple-keyboard reads it; a name is the text that the key types, or an act in braces.
 * Runs in the faces.
 */
import type { Locale } from '../../../main/contract/public.ts';
import type { Layer, Room, Rows } from './scripts/script-keys.ts';
import { type OwnScript, scripts } from './scripts/scripts.ts';

export type { Layer, Room } from './scripts/script-keys.ts';

/** A script that the keyboard can type. */
export type Script = 'latin' | OwnScript;

/**
 * English: the typewriter's order that everybody has seen. Names hold letters, full stop, apostrophe and hyphen.
 */
const latin: Rows = [
  'q w e r t y u i o p {bksp}',
  "a s d f g h j k l '",
  '{shift} z x c v b n m . -',
  '{script} {space} {done}',
];

const scriptOfLocale: Readonly<Record<Locale, Script>> = {
  en: 'latin',
  hi: 'devanagari',
  mr: 'devanagari',
  ml: 'malayalam',
  pa: 'gurmukhi',
  te: 'telugu',
  gu: 'gujarati',
  as: 'assamese',
  bn: 'bengali',
  kn: 'kannada',
  or: 'odia',
  ta: 'tamil',
};

/** The script that a language's names are written in. */
export function scriptOf(locale: Locale): Script {
  return scriptOfLocale[locale];
}

/**
 * The rows of a layer. Latin has one layer and one size; its key back to the language's script is left out where that
 * script is Latin itself.
 */
export function rowsOf(script: Script, layer: Layer, room: Room, own: Script): Rows {
  const rows = script === 'latin' ? latin : scripts[script][layer][room];
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
    columns: script !== 'latin' && room === 'wide' ? 14 : 11,
    rows: own !== 'latin' && room === 'tall' ? 5 : 4,
  };
}
