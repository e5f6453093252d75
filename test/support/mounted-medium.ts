/** A small medium of its own: a tmpfs that is mounted for a test and gone with it. For tests only. */
import { spawnSync } from 'node:child_process';
import { onTestFinished } from 'vitest';
import { makeTemporaryFolder } from './temporary-folder.ts';

function run(command: string, ...args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

/** Why media cannot be mounted here; undefined when they can: mounting needs Linux and root. */
export function whyNoMedia(): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) {
    return 'mounting a tmpfs needs Linux and root';
  }
  return run('unshare', '--mount', 'mount', '-t', 'tmpfs', 'none', '/mnt') ? undefined : 'this machine mounts nothing';
}

export interface MountedMedium {
  readonly folder: string;
  /** Mounts it again with other options, such as `ro`. */
  remount(options: string): void;
  /** Takes it away, with open files on it, as a hand does. */
  pull(): void;
}

/** Mounts a medium of so many bytes. */
export function mountMedium(bytes: number): MountedMedium {
  const folder = makeTemporaryFolder();
  const must = (...command: readonly [string, ...string[]]) => {
    const [program, ...args] = command;
    if (!run(program, ...args)) {
      throw new Error(`${command.join(' ')} failed`);
    }
  };
  must('mount', '-t', 'tmpfs', '-o', `size=${bytes},mode=0700`, 'pravesh-test', folder);
  let mounted = true;
  const pull = () => {
    if (mounted) {
      mounted = false;
      must('umount', '--lazy', folder);
    }
  };
  onTestFinished(pull);
  return { folder, remount: (options) => must('mount', '-o', `remount,${options}`, folder), pull };
}
