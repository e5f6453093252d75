/**
 * The import table of docs/decisions/0001, as a test reads it: which folder may import what.
 */
import { posix } from 'node:path';
import { readFacts } from './source-facts.ts';

/** What the files of one folder may import, beside each other. */
interface Rule {
  readonly folder: string;
  /** Files or folders of ours; a folder ends with a slash. */
  readonly ours: readonly string[];
  /** npm packages, by name. */
  readonly packages: readonly string[];
  /** Modules of Node, without `node:`; `all` for every one. */
  readonly node: readonly string[] | 'all';
}

const contract = 'main/contract/public.ts';
const core = ['main/core/kiosk.ts', 'main/core/ports.ts'];

/** The table. Another folder is entered through its door, where it has one. */
export const rules: readonly Rule[] = [
  { folder: 'main/contract/', ours: [], packages: ['zod'], node: [] },
  {
    folder: 'main/core/',
    ours: [contract],
    packages: ['age-encryption', 'better-sqlite3', 'canonicalize', 'csv-parse', 'jose', 'uuid', 'yaml', 'zod'],
    node: ['crypto', 'path', 'stream', 'worker_threads'],
  },
  { folder: 'main/platform/', ours: [contract, 'main/core/ports.ts'], packages: ['pino', 'undici'], node: 'all' },
  {
    folder: 'main/electron/',
    ours: [contract, ...core, 'main/platform/', 'main/sandbox/sandbox.ts'],
    packages: ['electron', 'electron-updater'],
    node: 'all',
  },
  {
    folder: 'main/http/',
    ours: [contract, ...core, 'main/platform/'],
    packages: [
      'fastify',
      '@fastify/cookie',
      '@fastify/cors',
      '@fastify/rate-limit',
      '@fastify/static',
      'prom-client',
      'zod',
    ],
    node: 'all',
  },
  { folder: 'main/sandbox/', ours: [], packages: ['jose', 'yaml'], node: 'all' },
  {
    folder: 'main/cli/',
    ours: [contract, ...core, 'main/platform/', 'main/sandbox/sandbox.ts'],
    packages: [],
    node: 'all',
  },
  {
    folder: 'renderer/',
    ours: [contract],
    packages: [
      'preact',
      '@preact/signals',
      'qr',
      'simple-keyboard',
      'uplot',
      'uplot/dist/uPlot.min.css',
      '@fontsource/noto-sans',
      '@fontsource/noto-sans-bengali',
      '@fontsource/noto-sans-devanagari',
      '@fontsource/noto-sans-gujarati',
      '@fontsource/noto-sans-gurmukhi',
      '@fontsource/noto-sans-kannada',
      '@fontsource/noto-sans-malayalam',
      '@fontsource/noto-sans-oriya',
      '@fontsource/noto-sans-tamil',
      '@fontsource/noto-sans-telugu',
      '@noble/curves',
      '@noble/hashes',
    ],
    node: [],
  },
  { folder: 'build/', ours: [], packages: ['vite'], node: 'all' },
];

/** The two edges that join hosts: each from one file, to the one door. */
export const hostEdges: readonly (readonly [string, string])[] = [
  ['main/electron/main.ts', 'main/http/start.ts'],
  ['main/cli/run/serve.ts', 'main/http/start.ts'],
];

/** The threads of an export and of a verifier enter the core through doors of their own, so that they load nothing else of it. */
export const workerEdges: readonly (readonly [string, string])[] = [
  ['main/cli/export-worker.ts', 'main/core/export/worker.ts'],
  ['main/cli/export-worker.ts', 'main/core/export/table-worker.ts'],
  ['main/cli/export-worker.ts', 'main/core/db/backup-worker.ts'],
  ['main/cli/verify-worker.ts', 'main/core/verify/worker.ts'],
];

/** A sandboxed preload is one file for a page: it has no Node. */
const preload: Rule = { folder: 'main/electron/preload.ts', ours: [contract], packages: ['electron'], node: [] };

/** What the core must ask a port for (main/core/ports.ts). */
const deniedInCore =
  /^(fetch|setTimeout|setInterval|setImmediate|Date)\(\)$|^(process|performance|globalThis|navigator)\.|^(Date\.now|Math\.random|new Date\(\)|new XMLHttpRequest\(.*)$/;

/** The package of a specifier: `zod/mini` is of `zod`, `@a/b/c` of `@a/b`. */
export function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/** Whether a specifier names an npm package. */
export function isPackage(specifier: string): boolean {
  return !specifier.startsWith('.') && !specifier.startsWith('node:') && specifier !== '?';
}

function mayImport(rule: Rule, file: string, specifier: string): boolean {
  if (specifier.startsWith('node:')) {
    const [module = ''] = specifier.slice('node:'.length).split('/');
    return rule.node === 'all' || rule.node.includes(module);
  }
  if (!specifier.startsWith('.')) {
    return rule.packages.includes(packageOf(specifier));
  }
  const target = posix.join(posix.dirname(file), specifier.replace(/\?\w+$/, ''));
  return (
    (rule.folder.endsWith('/') && target.startsWith(rule.folder)) ||
    rule.ours.some((ours) => (ours.endsWith('/') ? target.startsWith(ours) : target === ours)) ||
    [...hostEdges, ...workerEdges].some(([from, to]) => file === from && target === to)
  );
}

/**
 * Judges one file of ours, by its path from the root.
 * @returns a sentence for each thing that it may not do
 */
export function judge(file: string, source: string): string[] {
  const rule = file === preload.folder ? preload : rules.find(({ folder }) => file.startsWith(folder));
  if (rule === undefined) {
    return [`${file} lies in no folder of the table`];
  }
  const { imports, ambient } = readFacts(file, source);
  const denied = file.startsWith('main/core/') ? ambient.filter((what) => deniedInCore.test(what)) : [];
  return [
    ...imports.filter((from) => !mayImport(rule, file, from)).map((from) => `${file} imports ${from}`),
    ...denied.map((what) => `${file} uses ${what}`),
  ];
}
