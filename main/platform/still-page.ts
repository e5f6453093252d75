/**
 * The still page: what the screen shows when its page has crashed too often. It is one text with its style and fonts in
 * it and no script, so that it needs neither the renderer's bundle nor the program that serves it.
 * Runs in Node and in Electron's main process.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KioskDescription } from '../contract/public.ts';

/** What the page says of the venue. */
export type StillVenue = Pick<KioskDescription, 'site' | 'languages' | 'display'>;

export interface StillPage {
  readonly html: string;
  /** Its Content-Security-Policy, which stands in the page as well. */
  readonly policy: string;
}

/** The words of the face's own screen "Out of order", by language. */
const words = {
  en: {
    title: 'Out of order',
    text: 'This machine cannot be used at the moment. Please go to the reception.',
    where: (place: string) => `Where: ${place}`,
    phone: (number: string) => `Phone: ${number}`,
  },
  hi: {
    title: 'मशीन बंद है',
    text: 'यह मशीन अभी काम नहीं कर रही है। कृपया रिसेप्शन पर जाएँ।',
    where: (place: string) => `कहाँ: ${place}`,
    phone: (number: string) => `फ़ोन: ${number}`,
  },
  mr: {
    title: 'यंत्र बंद आहे',
    text: 'हे यंत्र सध्या वापरता येत नाही. कृपया स्वागतकक्षात जा.',
    where: (place: string) => `कोठे: ${place}`,
    phone: (number: string) => `फोन: ${number}`,
  },
} as const;

type Spoken = keyof typeof words;

const style = (fonts: string) => `${fonts}
html { font-size: clamp(12px, 8px + 1.1vmin, 24px); height: 100%; }
body { margin: 0; min-height: 100%; box-sizing: border-box; padding: 4vmin; display: flex; flex-direction: column;
  align-items: center; justify-content: safe center; gap: 4vmin; text-align: center; cursor: none;
  background: #e7e9ee; color: #171d29; font-family: "Noto Sans", "Noto Sans Devanagari", system-ui, sans-serif;
  user-select: none; text-wrap: balance; }
section { max-width: 36rem; }
h1 { font-size: 3.5rem; line-height: 1.2; margin: 0 0 1rem; }
p { font-size: 1.75rem; line-height: 1.4; margin: 0 0 0.5rem; }
:is(:lang(hi), :lang(mr)) h1, h1:is(:lang(hi), :lang(mr)) { line-height: 1.4; }
:is(:lang(hi), :lang(mr)) p { line-height: 1.65; }
.site { font-size: 1.25rem; }
@media (orientation: portrait) { h1 { font-size: 3rem; } }
`;

/**
 * Writes the page in the venue's languages, as far as there are words; without a venue, in all of them.
 * @param rendererFolder what the renderer was built into: its fonts are put into the page where they are there
 */
export function writeStillPage(venue: StillVenue | undefined, rendererFolder: string): StillPage {
  const css = style(writeFonts(join(rendererFolder, 'assets')));
  const hash = createHash('sha256').update(css).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; font-src data:; base-uri 'none'; form-action 'none'`;
  const spoken = spokenOf(venue);
  const lines = [
    '<!doctype html>',
    `<html lang="${spoken[0]}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${words[spoken[0]].title}</title>`,
    `<style>${css}</style>`,
    '</head>',
    '<body>',
    ...spoken.map((locale) => writeSection(locale, venue?.display)),
    ...(venue === undefined ? [] : [`<p class="site">${escapeHtml(venue.site.name)}</p>`]),
    '</body>',
    '</html>',
    '',
  ];
  return { html: lines.join('\n'), policy };
}

function spokenOf(venue: StillVenue | undefined): [Spoken, ...Spoken[]] {
  const all: Spoken[] = ['en', 'hi', 'mr'];
  const wanted = (venue?.languages ?? ['en', 'hi']).flatMap((locale) => all.find((known) => known === locale) ?? []);
  const [first = 'en', ...others] = wanted;
  return [first, ...others];
}

function writeSection(locale: Spoken, display: StillVenue['display'] | undefined): string {
  const { title, text, where, phone } = words[locale];
  const { helpPoint } = display ?? {};
  const place = helpPoint?.[locale] ?? helpPoint?.en ?? Object.values(helpPoint ?? {})[0];
  const paragraphs = [
    text,
    ...(place === undefined ? [] : [where(place)]),
    ...(display?.phone === undefined ? [] : [phone(display.phone)]),
  ];
  const inside = paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`).join('');
  return `<section lang="${locale}"><h1>${title}</h1>${inside}</section>`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}

/** The files as the bundler names them, with a hash at the end. */
const fontFile = /^noto-sans-(latin|devanagari-devanagari)-(400|700)-normal-[\w-]+\.woff2$/;

/** The rules with their fonts in them; none where there are no files, and the system's own are taken. */
function writeFonts(folder: string): string {
  try {
    return readdirSync(folder)
      .sort()
      .map((name) => writeFont(folder, name))
      .join('');
  } catch {
    return '';
  }
}

function writeFont(folder: string, name: string): string {
  const [, script, weight] = fontFile.exec(name) ?? [];
  if (weight === undefined) {
    return '';
  }
  const family = script === 'latin' ? 'Noto Sans' : 'Noto Sans Devanagari';
  const data = readFileSync(join(folder, name)).toString('base64');
  return `@font-face { font-family: "${family}"; font-weight: ${weight}; src: url("data:font/woff2;base64,${data}") format("woff2"); }\n`;
}
