/**
 * Finds Electron's binary, and gets it when it is not there: the npm package downloads it at first use only.
 * Runs in Node, for the CLI. It looks at Electron's package from outside and never imports it.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Found } from './host-choice.ts';
import type { Places } from './places.ts';

const downloadMs = 90_000;
const dayMs = 86_400_000;

export interface ElectronSearch {
  readonly places: Pick<Places, 'electronPackage' | 'electronMain' | 'dist'>;
  /** Whether to download what is missing. */
  readonly mayDownload: boolean;
  readonly signal: AbortSignal;
  say(line: string): void;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/** Finds a binary that loads; a download that failed is not tried again for a day, so that later starts are quick. */
export async function findElectron(search: ElectronSearch): Promise<Found> {
  const { places, mayDownload } = search;
  if (!existsSync(places.electronMain)) {
    return { missing: 'the Electron host is not built' };
  }
  if (!existsSync(join(places.electronPackage, 'package.json'))) {
    return { missing: 'the npm package "electron" is not installed' };
  }
  if (binaryPath(places.electronPackage) === undefined && mayDownload) {
    const missing = await download(search);
    if (missing !== undefined) {
      return { missing };
    }
  }
  const path = binaryPath(places.electronPackage);
  if (path === undefined) {
    return { missing: 'its binary has not been downloaded' };
  }
  return (await loads(path)) ? { path } : { missing: 'its binary does not run here (a shared library may be missing)' };
}

/** As the package itself finds it: `path.txt` names the file below `dist/`. */
function binaryPath(electronPackage: string): string | undefined {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(electronPackage, 'dist');
  const note = join(electronPackage, 'path.txt');
  const file = join(folder, existsSync(note) ? readFileSync(note, 'utf8') : 'electron');
  return existsSync(file) ? file : undefined;
}

/** Downloads the binary. Answers why it could not be had. */
async function download(search: ElectronSearch): Promise<string | undefined> {
  const { places, signal, say, now = Date.now } = search;
  const note = join(places.dist, '.electron-download.json');
  const failedAt = readFailure(note);
  if (failedAt !== undefined && now() >= failedAt && now() - failedAt < dayMs) {
    return 'its binary could not be downloaded a short while ago (tried once a day)';
  }
  say('Getting Electron (once, about 120 MB, up to 90 seconds) ...');
  const script = join(places.electronPackage, 'install.js');
  const done = await run(process.execPath, [script], AbortSignal.any([signal, AbortSignal.timeout(downloadMs)]));
  if (done) {
    return undefined;
  }
  if (!signal.aborted) {
    keepFailure(note, now());
  }
  return 'its binary could not be downloaded';
}

/** Whether the system can load it; it starts as a plain Node that ends at once, without a display. */
function loads(path: string): Promise<boolean> {
  return run(path, ['-e', '0'], AbortSignal.timeout(20_000), { ...process.env, ELECTRON_RUN_AS_NODE: '1' });
}

function run(command: string, args: string[], signal: AbortSignal, env = process.env): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'ignore', signal, killSignal: 'SIGKILL', env });
    child.on('error', () => resolve(false));
    child.on('close', (code) => resolve(code === 0));
  });
}

function readFailure(note: string): number | undefined {
  try {
    const kept: unknown = JSON.parse(readFileSync(note, 'utf8'));
    return typeof kept === 'number' ? kept : undefined;
  } catch {
    return undefined;
  }
}

function keepFailure(note: string, at: number): void {
  try {
    writeFileSync(note, String(at));
  } catch {
    // The program may lie where it cannot write; then it tries again at the next start.
  }
}
