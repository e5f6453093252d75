/**
 * `kiosk`: how the terminal shows itself.
 * Part of the core.
 */
import * as z from 'zod';
import { locales } from '../../contract/public.ts';
import { contrast } from './contrast.ts';
import { readMark, readPicture } from './read-image.ts';
import { type ConfigSources, distinct, group, line, reading, whole } from './schema-parts.ts';

const language = z.enum(locales);

/** WCAG 2.2, 1.4.3: text of any size. */
const leastContrast = 4.5;

function readAccent(text: string): { value: string } | { reason: string } {
  if (!/^#[0-9a-f]{6}$/i.test(text)) {
    return { reason: 'must be a colour as "#1a5fb4", in quotes' };
  }
  const ratio = contrast(text, '#ffffff');
  // Rounded down: a ratio that just fails must not read as one that passes.
  const shown = (Math.floor(ratio * 100) / 100).toFixed(2);
  return ratio >= leastContrast
    ? { value: text.toLowerCase() }
    : { reason: `white text on it has a contrast of ${shown}:1, and needs ${leastContrast}:1 or more: take it darker` };
}

/** Long enough for a greeting, short enough for one line of a tall screen. */
const longestWelcome = 60;

/** `kiosk.brand`; pictures are read at once, so that a wrong one is told before anything starts. */
function buildBrandSchema(sources: ConfigSources) {
  return group({
    accent: z.string().transform(reading(readAccent)).optional(),
    mark: z
      .string()
      .transform(reading((path: string) => readMark(path, sources)))
      .optional(),
    picture: z
      .string()
      .transform(reading((path: string) => readPicture(path, sources)))
      .optional(),
    welcome: z.partialRecord(z.enum(locales), line(longestWelcome)).optional(),
  });
}

/** The section. */
export function buildKioskSchema(sources: ConfigSources) {
  return group({
    mode: z.enum(['kiosk', 'reception']).default('kiosk'),
    languages: distinct(language).min(1).default(['en', 'hi']),
    idleSeconds: whole(20, 600).default(45),
    resultSeconds: whole(3, 60).default(8),
    sound: group({ volume: whole(0, 100).default(60), mute: z.boolean().default(false) }).prefault({}),
    digits: z.enum(['latin', 'script']).default('latin'),
    brand: buildBrandSchema(sources).prefault({}),
    ownPhone: z.boolean().default(false),
  }).prefault({});
}
