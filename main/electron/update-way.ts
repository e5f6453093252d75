/**
 * Who brings newer versions to this very installation: the program itself, or the system that it was installed with.
 * Runs in Electron's main process.
 */
import { accessSync, constants } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';

/** What is known of the program that runs. */
export interface ProgramFacts {
  readonly isPackaged: boolean;
  readonly platform: NodeJS.Platform;
  /** The path of the program. */
  readonly execPath: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** The program replaces one file and keeps another, or somebody else does it and `why` says so. */
export type UpdateWay =
  | { readonly by: 'program'; readonly kind: 'appimage' | 'nsis'; readonly current: string; readonly previous: string }
  | { readonly by: 'system'; readonly why: string };

const bySystem = (why: string): UpdateWay => ({ by: 'system', why });

/** Finds the way. Where the version before could not be kept, the program does not replace itself. */
export function findUpdateWay({ isPackaged, platform, execPath, env }: ProgramFacts): UpdateWay {
  if (!isPackaged) {
    return bySystem('it runs from its sources');
  }
  switch (platform) {
    case 'linux':
      return findAppImageWay(env.APPIMAGE);
    case 'win32':
      return findWindowsWay(execPath, env.LOCALAPPDATA);
    default:
      return bySystem('a new version is installed by hand on this system');
  }
}

function findAppImageWay(current: string | undefined): UpdateWay {
  if (current === undefined) {
    return bySystem('the package manager of this system installed it');
  }
  if (/\d+\.\d+\.\d+/.test(basename(current))) {
    return bySystem('the name of the AppImage has a version in it: name it Pravesh.AppImage');
  }
  if (!isWritable(dirname(current))) {
    return bySystem('the folder of the AppImage cannot be written by this account');
  }
  return { by: 'program', kind: 'appimage', current, previous: `${current}.previous` };
}

/**
 * The installer leaves itself in a cache of the account that ran it. A program that lies elsewhere was installed for all
 * accounts, and only an administrator may replace it.
 */
function findWindowsWay(execPath: string, localData: string | undefined): UpdateWay {
  if (localData === undefined || !execPath.toLowerCase().startsWith(`${localData.toLowerCase()}${sep}`)) {
    return bySystem('an administrator installed it for all accounts');
  }
  const cache = join(localData, 'pravesh-updater');
  const files = { current: join(cache, 'installer.exe'), previous: join(cache, 'previous-installer.exe') };
  return { by: 'program', kind: 'nsis', ...files };
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
