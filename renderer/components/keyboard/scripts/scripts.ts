/**
 * The scripts that the keyboard types besides Latin.
 * Runs in the faces.
 */
import { assamese } from './assamese.ts';
import { bengali } from './bengali.ts';
import { devanagari } from './devanagari.ts';
import { gujarati } from './gujarati.ts';
import { gurmukhi } from './gurmukhi.ts';
import { kannada } from './kannada.ts';
import { malayalam } from './malayalam.ts';
import { odia } from './odia.ts';
import type { ScriptKeys } from './script-keys.ts';
import { tamil } from './tamil.ts';
import { telugu } from './telugu.ts';

/** Their keys. */
export const scripts = {
  assamese,
  bengali,
  devanagari,
  gujarati,
  gurmukhi,
  kannada,
  malayalam,
  odia,
  tamil,
  telugu,
} satisfies Readonly<Record<string, ScriptKeys>>;

/** A script that is not Latin. */
export type OwnScript = keyof typeof scripts;
