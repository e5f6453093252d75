/**
 * Where this machine keeps the data of programs.
 * Runs in Node, in every host.
 */
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/** What the folders follow from; given in tests. */
export interface FolderPlace {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

/**
 * The data folder of a name by the platform's custom: XDG on Linux, Application Support on macOS, AppData on
 * Windows. It is not made.
 */
export function appFolder(name: 'pravesh' | 'pravesh-demo', place: FolderPlace = thisPlace()): string {
  return join(baseFolder(place), name);
}

function thisPlace(): FolderPlace {
  return { platform: process.platform, env: process.env, home: homedir() };
}

function baseFolder({ platform, env, home }: FolderPlace): string {
  switch (platform) {
    case 'darwin':
      return join(home, 'Library', 'Application Support');
    case 'win32':
      return env.APPDATA ?? join(home, 'AppData', 'Roaming');
    default: {
      // The XDG base directory specification says that a relative path is to be ignored.
      const given = env.XDG_DATA_HOME ?? '';
      return isAbsolute(given) ? given : join(home, '.local', 'share');
    }
  }
}
