/**
 * Finds an installed Chromium, Chrome or Edge.
 * Runs in Node, for the CLI.
 */
import { accessSync, constants, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { posix, win32 } from 'node:path';
import type { Found } from './host-choice.ts';

/** What the search looks at; given in tests. */
export interface BrowserPlace {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  isProgram(path: string): boolean;
}

const namesOnPath = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];

const windowsPrograms = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
];

const macPrograms = [
  'Chromium.app/Contents/MacOS/Chromium',
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

/** Finds the browser that PRAVESH_BROWSER names, else the first that is installed where browsers are. */
export function findBrowser(place: BrowserPlace = thisPlace()): Found {
  const named = place.env.PRAVESH_BROWSER;
  if (named !== undefined && named !== '') {
    return place.isProgram(named)
      ? { path: named }
      : { missing: `PRAVESH_BROWSER names ${named}, which is no program that can be run` };
  }
  const path = candidates(place).find((candidate) => place.isProgram(candidate));
  return path === undefined ? { missing: 'no Chromium, Chrome or Edge is installed' } : { path };
}

function candidates({ platform, env, home }: BrowserPlace): string[] {
  switch (platform) {
    case 'win32': {
      const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(isNamed);
      return windowsPrograms.flatMap((program) => folders.map((folder) => win32.join(folder, ...program)));
    }
    case 'darwin': {
      const folders = ['/Applications', posix.join(home, 'Applications')];
      return macPrograms.flatMap((program) => folders.map((folder) => posix.join(folder, program)));
    }
    default: {
      const folders = (env.PATH ?? '').split(':').filter(isNamed);
      return namesOnPath.flatMap((name) => folders.map((folder) => posix.join(folder, name)));
    }
  }
}

function isNamed(folder: string | undefined): folder is string {
  return folder !== undefined && folder !== '';
}

function thisPlace(): BrowserPlace {
  return { platform: process.platform, env: process.env, home: homedir(), isProgram };
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
