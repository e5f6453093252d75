/**
 * The updater of electron-builder as this program uses it, and the version before beside it.
 * Runs in Electron's main process.
 */
import { copyFileSync, existsSync, linkSync, renameSync, rmSync } from 'node:fs';
import type { UpdateWay } from './update-way.ts';
import type { ProgramUpdater } from './updates.ts';

type OwnWay = Extract<UpdateWay, { by: 'program' }>;

/** What is asked of electron-updater's `AppImageUpdater` and `NsisUpdater`. */
export interface BuilderUpdater {
  autoDownload: boolean;
  autoInstallOnAppQuit: boolean;
  allowDowngrade: boolean;
  allowPrerelease: boolean;
  disableWebInstaller: boolean;
  requestHeaders: Record<string, string | string[] | number | undefined> | null;
  logger: unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  checkForUpdates(): Promise<{ readonly isUpdateAvailable: boolean; readonly updateInfo: { version: string } } | null>;
  downloadUpdate(): Promise<unknown>;
  quitAndInstall(isSilent: boolean, isForceRunAfter: boolean): void;
}

/**
 * Builds what {@link startUpdates} asks for.
 * @param relaunch arranges that this program is started anew, from this file, when it has ended
 */
export function buildProgramUpdater(
  updater: BuilderUpdater,
  way: OwnWay,
  relaunch: (file: string) => void,
): ProgramUpdater {
  let fault: Error | undefined;
  restrain(updater);
  // It reports faults beside its promises too, and without a listener each would be an uncaught error.
  updater.on('error', (error) => {
    fault = error;
  });
  return {
    async findNewer() {
      const found = await updater.checkForUpdates();
      return found?.isUpdateAvailable === true ? readVersion(found.updateInfo.version) : undefined;
    },
    async download() {
      await updater.downloadUpdate();
    },
    keepPrevious: async () => duplicate(way.current, way.previous),
    replace() {
      fault = undefined;
      // Windows starts the new one from its installer. An AppImage is started once, to see that it does, and ended.
      updater.quitAndInstall(true, way.kind === 'nsis');
      if (fault !== undefined) {
        restore(way);
        throw fault;
      }
      if (way.kind === 'appimage') {
        relaunch(way.current);
      }
    },
  };
}

/** Nothing by itself: neither a download nor a replacement, no older version, and no number of this machine. */
function restrain(updater: BuilderUpdater): void {
  updater.autoDownload = false;
  updater.autoInstallOnAppQuit = false;
  updater.allowPrerelease = false;
  updater.allowDowngrade = false;
  updater.disableWebInstaller = true;
  updater.requestHeaders = { 'x-user-staging-id': 'none' };
  // Its words hold paths and addresses; what matters is logged by updates.ts.
  updater.logger = null;
}

function readVersion(version: string): string {
  if (!/^[0-9A-Za-z.+-]{1,40}$/.test(version)) {
    throw Object.assign(new Error('the feed names no version'), { code: 'ERR_UPDATER_INVALID_VERSION' });
  }
  return version;
}

/** Gives a file a second name, at which nobody ever sees half of it. A file system without links gets a copy. */
function duplicate(from: string, to: string): void {
  const draft = `${to}.new`;
  rmSync(draft, { force: true });
  try {
    linkSync(from, draft);
  } catch {
    copyFileSync(from, draft);
  }
  // Two names of one file: renaming one onto the other does nothing, and the draft would stay.
  rmSync(to, { force: true });
  renameSync(draft, to);
}

/** An AppImage is taken away before the new one is put in its place: what could not be replaced is put back. */
function restore({ kind, current, previous }: OwnWay): void {
  if (kind === 'appimage' && existsSync(previous)) {
    duplicate(previous, current);
  }
}
