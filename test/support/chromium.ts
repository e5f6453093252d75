/**
 * A real Chromium for tests and measurements: the one that PRAVESH_TEST_CHROMIUM names, the one that the npm package
 * carries, or one that is installed. For tests only.
 */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium, type LaunchOptions } from 'playwright-core';
import { unpackChromium } from './chromium-package.ts';

const installedNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

/** No graphics card, and letters that stand where they stand on every machine. */
const args = ['--disable-gpu', '--font-render-hinting=none'];

/** Starts it, headless; the caller closes it. Rejects, in words, where there is none. */
export async function launchChromium(options: LaunchOptions = {}): Promise<Browser> {
  return chromium.launch({ ...(await findChromium()), ...options, args: [...args, ...(options.args ?? [])] });
}

async function findChromium(): Promise<LaunchOptions> {
  const named = process.env.PRAVESH_TEST_CHROMIUM;
  if (named !== undefined && named !== '') {
    return { executablePath: named };
  }
  const unpacked = await unpackChromium();
  if (unpacked !== undefined) {
    return unpacked;
  }
  const executablePath = findOnPath();
  // Playwright knows where Chrome is installed on each system, and says in words when it is not.
  return executablePath === undefined ? { channel: 'chrome' } : { executablePath };
}

function findOnPath(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.flatMap((folder) => installedNames.map((name) => join(folder, name))).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
