/**
 * The still page: what the screen shows when its page has crashed too often. It is one text with its style and fonts in
 * it and no script, so that it needs neither the renderer's bundle nor the program that serves it.
 * Runs in Node and in Electron's main process.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KioskDescription, Locale } from '../contract/public.ts';
import { type StillWords, stillWords } from './still-words.ts';

/** What the page says of the venue. */
export type StillVenue = Pick<KioskDescription, 'site' | 'languages' | 'display'>;

export interface StillPage {
  readonly html: string;
  /** Its Content-Security-Policy, which stands in the page as well. */
  readonly policy: string;
}

const style = (fonts: string, families: readonly string[]) => `${fonts}
html { font-size: clamp(12px, 8px + 1.1vmin, 24px); height: 100%; }
body { margin: 0; min-height: 100%; box-sizing: border-box; padding: 4vmin; display: flex; flex-direction: column;
  align-items: center; justify-content: safe center; gap: 4vmin; text-align: center; cursor: none;
  background: #e7e9ee; color: #171d29; font-family: ${families.map((family) => `"${family}"`).join(', ')}, system-ui, sans-serif;
  user-select: none; text-wrap: balance; }
section { max-width: 36rem; }
h1 { font-size: 3.5rem; line-height: 1.2; margin: 0 0 1rem; }
p { font-size: 1.75rem; line-height: 1.4; margin: 0 0 0.5rem; }
section:not(:lang(en)) h1 { line-height: 1.4; }
section:not(:lang(en)) p { line-height: 1.65; }
.site { font-size: 1.25rem; }
@media (orientation: portrait) { h1 { font-size: 3rem; } }
.many { font-size: 0.5em; display: grid; grid-template-columns: repeat(auto-fit, minmax(20rem, 1fr)); }
.many h1 { font-size: 1.75rem; }
.many p { font-size: 1.1rem; }
`;

/**
 * Writes the page in the venue's languages; without a venue, in English and Hindi.
 * @param rendererFolder what the renderer was built into: its fonts are put into the page where they are there
 */
export function writeStillPage(venue: StillVenue | undefined, rendererFolder: string): StillPage {
  const spoken = spokenOf(venue);
  const [first] = spoken;
  // The venue's own name may be written in Devanagari whatever its languages are.
  const families = new Set(['latin', 'devanagari', ...spoken.map(({ locale }) => scripts[locale] ?? 'latin')]);
  const css = style(writeFonts(join(rendererFolder, 'assets'), families), Array.from(families, familyOf));
  const hash = createHash('sha256').update(css).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; font-src data:; base-uri 'none'; form-action 'none'`;
  const lines = [
    '<!doctype html>',
    `<html lang="${first.locale}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${first.title}</title>`,
    `<style>${css}</style>`,
    '</head>',
    spoken.length > 4 ? '<body class="many">' : '<body>',
    ...spoken.map((words) => writeSection(words, venue?.display)),
    ...(venue === undefined ? [] : [`<p class="site">${escapeHtml(venue.site.name)}</p>`]),
    '</body>',
    '</html>',
    '',
  ];
  return { html: lines.join('\n'), policy };
}

interface Spoken extends StillWords {
  readonly locale: Locale;
}

function spokenOf(venue: StillVenue | undefined): [Spoken, ...Spoken[]] {
  const known: Partial<Readonly<Record<Locale, StillWords>>> = stillWords;
  const speak = (locale: Locale): Spoken[] => {
    const words = known[locale];
    return words === undefined ? [] : [{ locale, ...words }];
  };
  const [first, ...others] = (venue?.languages ?? ['en', 'hi']).flatMap(speak);
  return first === undefined ? [{ locale: 'en', ...stillWords.en }] : [first, ...others];
}

function writeSection(
  { locale, title, text, where, phone }: Spoken,
  display: StillVenue['display'] | undefined,
): string {
  const { helpPoint } = display ?? {};
  const place = helpPoint?.[locale] ?? helpPoint?.en ?? Object.values(helpPoint ?? {})[0];
  const paragraphs = [
    text,
    ...(place === undefined ? [] : [where.replace('{place}', () => place)]),
    ...(display?.phone === undefined ? [] : [phone.replace('{phone}', display.phone)]),
  ];
  const inside = paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`).join('');
  return `<section lang="${locale}"><h1>${title}</h1>${inside}</section>`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}

/** The fonts of the languages that are not written in Latin or Devanagari, as their files are called. */
const scripts: Partial<Readonly<Record<Locale, string>>> = {
  as: 'bengali',
  bn: 'bengali',
  gu: 'gujarati',
  kn: 'kannada',
  ml: 'malayalam',
  or: 'oriya',
  pa: 'gurmukhi',
  ta: 'tamil',
  te: 'telugu',
};

/** The files as the bundler names them, with a hash at the end. */
const fontFile = /^noto-sans-(latin|(\w+)-\2)-(400|700)-normal-[\w-]+\.woff2$/;

/** The rules with their fonts in them; none where there are no files, and the system's own are taken. */
function writeFonts(folder: string, wanted: ReadonlySet<string>): string {
  try {
    return readdirSync(folder)
      .sort()
      .map((name) => writeFont(folder, name, wanted))
      .join('');
  } catch {
    return '';
  }
}

function writeFont(folder: string, name: string, wanted: ReadonlySet<string>): string {
  const [, , script = 'latin', weight] = fontFile.exec(name) ?? [];
  if (weight === undefined || !wanted.has(script)) {
    return '';
  }
  const data = readFileSync(join(folder, name)).toString('base64');
  return `@font-face { font-family: "${familyOf(script)}"; font-weight: ${weight}; src: url("data:font/woff2;base64,${data}") format("woff2"); }\n`;
}

function familyOf(script: string): string {
  return script === 'latin' ? 'Noto Sans' : `Noto Sans ${script.charAt(0).toUpperCase()}${script.slice(1)}`;
}
