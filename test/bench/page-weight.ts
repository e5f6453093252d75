/**
 * The JavaScript that the kiosk page loads before it shows anything, gzipped: its scripts, what it preloads, and what
 * these import. What is imported later, by a call, does not count; fonts and styles are no JavaScript.
 */
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parseAst } from 'vite';
import { type Measure, reportValue } from './result.ts';

/** 45 KB. */
const mostBytes = 45 * 1024;

export const measurePageWeight: Measure = async ({ root }) => {
  const renderer = join(root, 'dist', 'renderer');
  const scripts = findScripts(renderer, '/kiosk.html');
  const sizes = scripts.map((path) => gzipSync(readFileSync(join(renderer, path)), { level: 9 }).byteLength);
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  const goal = { is: 'at most', value: mostBytes } as const;
  return [reportValue('first-load JavaScript, gzipped', 'bytes', { middle: bytes, low: bytes, high: bytes }, goal)];
};

/** The paths of all scripts of a page, each once. */
function findScripts(renderer: string, page: string): string[] {
  const html = readFileSync(join(renderer, page), 'utf8');
  const found = new Set(entriesOf(html).map((path) => posix.resolve('/', path)));
  // The set grows while it is walked.
  for (const script of found) {
    const code = readFileSync(join(renderer, script), 'utf8');
    for (const imported of importsOf(code)) {
      found.add(posix.resolve(posix.dirname(script), imported));
    }
  }
  if (found.size === 0) {
    throw new Error(`${page} loads no script: what was built is not the kiosk page`);
  }
  return Array.from(found);
}

function entriesOf(html: string): string[] {
  const tags = html.match(/<(?:script|link)\b[^>]*>/g) ?? [];
  return tags
    .filter((tag) => tag.startsWith('<script') || /\brel="modulepreload"/.test(tag))
    .flatMap((tag) => /\b(?:src|href)="([^"]+)"/.exec(tag)?.[1] ?? []);
}

/** What a module imports or exports again by a statement. */
function importsOf(code: string): string[] {
  return parseAst(code).body.flatMap((statement) =>
    'source' in statement && statement.source !== null && typeof statement.source.value === 'string'
      ? [statement.source.value]
      : [],
  );
}
