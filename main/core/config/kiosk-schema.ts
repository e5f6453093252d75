/**
 * `kiosk`: how the terminal shows itself.
 * Part of the core.
 */
import * as z from 'zod';
import { type Locale, locales } from '../../contract/public.ts';
import { contrast } from './contrast.ts';
import { distinct, group, reading, whole } from './schema-parts.ts';

/** The languages whose screens and notice are complete in this version. */
const spoken = ['en', 'hi'] as const satisfies readonly Locale[];

const language = z.enum(spoken, {
  error: ({ input }) =>
    locales.some((locale) => locale === input)
      ? `comes with a later version; now there are ${spoken.join(' and ')}`
      : undefined,
});

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

export const kioskSchema = group({
  mode: z.enum(['kiosk', 'reception']).default('kiosk'),
  languages: distinct(language)
    .min(1)
    .default([...spoken]),
  idleSeconds: whole(20, 600).default(45),
  resultSeconds: whole(3, 60).default(8),
  brand: group({ accent: z.string().transform(reading(readAccent)).optional() }).prefault({}),
  ownPhone: z.boolean().default(false),
}).prefault({});
