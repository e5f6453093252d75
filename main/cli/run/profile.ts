/**
 * The browser's profile: a folder for one run, removed at its end, or by a later run when ours was killed.
 * Runs in Node, for the CLI.
 */
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { basename, join } from 'node:path';

const prefix = 'pravesh-browser-';

/** Makes a fresh profile that only its owner may read. */
export function makeProfile(executable: string): string {
  const folder = profileFolder(executable);
  mkdirSync(folder, { recursive: true });
  removeAbandoned(folder);
  return mkdtempSync(join(folder, `${prefix}${process.pid}-`));
}

/** Removes a profile. The browser's last processes may still write into it for a moment. */
export async function removeProfile(profile: string): Promise<void> {
  await rm(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }).catch(() => {
    // The next run tries again.
  });
}

/** A browser in a snap sees neither the system's temporary folder nor hidden folders. */
function profileFolder(executable: string): string {
  return isSnap(executable) ? join(homedir(), 'snap', 'chromium', 'common') : tmpdir();
}

function isSnap(executable: string): boolean {
  try {
    return executable.startsWith('/snap/') || basename(realpathSync(executable)) === 'snap';
  } catch {
    return false;
  }
}

function removeAbandoned(folder: string): void {
  for (const name of readdirSync(folder)) {
    const pid = name.startsWith(prefix) ? Number.parseInt(name.slice(prefix.length), 10) : Number.NaN;
    if (Number.isInteger(pid) && !isAlive(pid)) {
      try {
        rmSync(join(folder, name), { recursive: true, force: true });
      } catch {
        // Somebody else's, or still in use: it is left alone.
      }
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
