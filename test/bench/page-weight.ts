/**
 * What pages load before they show anything, gzipped: the kiosk's scripts, what it preloads, and what these import; all
 * of the embedded page; and the script that others load to embed it. What is imported later, by a call, does not count,
 * and fonts never do.
 */
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parseAst } from 'vite';
import { type Measure, type Result, reportValue } from './result.ts';

export const measurePageWeight: Measure = async ({ root }) => {
  const renderer = join(root, 'dist', 'renderer');
  const weigh = (paths: readonly string[]) => paths.map((path) => weighFile(join(renderer, path))).reduce(add, 0);
  const embedStyles = entriesOf(readFileSync(join(renderer, 'embed.html'), 'utf8'), isStyle);
  return [
    reportBytes('first-load JavaScript, gzipped', weigh(findScripts(renderer, '/kiosk.html')), 45),
    // All that it loads at first but fonts: the frame of somebody else's page must not wait.
    reportBytes(
      'embedded page, first load, gzipped',
      weigh(['embed.html', ...embedStyles, ...findScripts(renderer, '/embed.html')]),
      50,
    ),
    reportBytes('embed.js, gzipped', weigh(['embed.js']), 3),
  ];
};

function weighFile(file: string): number {
  return gzipSync(readFileSync(file), { level: 9 }).byteLength;
}

function add(sum: number, size: number): number {
  return sum + size;
}

function reportBytes(name: string, bytes: number, mostKibibytes: number): Result {
  const spread = { middle: bytes, low: bytes, high: bytes };
  return reportValue(name, 'bytes', spread, { is: 'at most', value: mostKibibytes * 1024 });
}

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

const isScript = (tag: string) => tag.startsWith('<script') || /\brel="modulepreload"/.test(tag);
const isStyle = (tag: string) => /\brel="stylesheet"/.test(tag);

function entriesOf(html: string, isWanted = isScript): string[] {
  const tags = html.match(/<(?:script|link)\b[^>]*>/g) ?? [];
  return tags.filter(isWanted).flatMap((tag) => /\b(?:src|href)="([^"]+)"/.exec(tag)?.[1] ?? []);
}

/** What a module imports or exports again by a statement. */
function importsOf(code: string): string[] {
  return parseAst(code).body.flatMap((statement) =>
    'source' in statement && statement.source !== null && typeof statement.source.value === 'string'
      ? [statement.source.value]
      : [],
  );
}
