/**
 * A log in files that cannot grow: `pravesh.log`, and behind it `pravesh.1.log` (newer) to `pravesh.4.log` (older). A line
 * is with the system before the next one is written, so that a crash loses none. A full or failing disk loses lines and
 * nothing else: nothing here throws. One process writes a name at a time.
 * Runs in Node, in every host.
 */
import {
  closeSync,
  fchmodSync,
  fstatSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

export interface RotatingLogOptions {
  readonly folder: string;
  /** Of the files, without `.log`. */
  readonly name: string;
  /** How large one may become, and how many there are at the most. */
  readonly mostBytes?: number;
  readonly mostFiles?: number;
}

/** What pino writes into. */
export interface RotatingLog {
  /** Takes a line with its line feed. */
  write(line: string): void;
  close(): void;
}

/** Ten megabytes hold some fifteen thousand visits, and leave an SD card alone. */
export const logBytes = 2 * 1024 * 1024;
export const logFiles = 5;

const lineFeed = 10;

/** The files that there may be, the newest first. */
export function namesOf(name: string, mostFiles = logFiles): string[] {
  return Array.from({ length: mostFiles }, (_, age) => (age === 0 ? `${name}.log` : `${name}.${age}.log`));
}

/** Builds it; folder and file are made with the first line. */
export function openRotatingLog(options: RotatingLogOptions): RotatingLog {
  const { folder, name, mostBytes = logBytes, mostFiles = logFiles } = options;
  const paths = namesOf(name, mostFiles).map((file) => join(folder, file));
  const [current = join(folder, `${name}.log`)] = paths;
  let file: { readonly fd: number; size: number; torn: boolean } | undefined;

  const close = (): void => {
    const { fd } = file ?? {};
    file = undefined;
    if (fd !== undefined) {
      attempt(() => closeSync(fd));
    }
  };
  const open = (): NonNullable<typeof file> => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const fd = openSync(current, 'a+', 0o600);
    file = { fd, size: 0, torn: false };
    const about = fstatSync(fd);
    const { size, mode } = about;
    // Only what another hand has made is open to others.
    if (about.isFile() && (mode & 0o077) !== 0) {
      fchmodSync(fd, 0o600);
    }
    file.size = size;
    file.torn = size > 0 && lastByteOf(fd, size) !== lineFeed;
    return file;
  };
  const write = (bytes: Uint8Array): void => {
    let to = file ?? open();
    if (to.size > 0 && to.size + bytes.byteLength + 1 > mostBytes) {
      close();
      shift(paths);
      to = open();
    }
    // A line that a crash or a full disk has cut must not spoil the next one.
    const whole = to.torn ? Buffer.concat([Uint8Array.of(lineFeed), bytes]) : bytes;
    const written = writeSync(to.fd, whole);
    to.size += written;
    to.torn = written < whole.byteLength;
  };
  return {
    write(line) {
      const bytes = Buffer.from(line);
      if (bytes.byteLength < mostBytes && !attempt(() => write(bytes))) {
        // What is wrong may be over with the next line: it begins anew.
        close();
      }
    },
    close,
  };
}

/** Each file takes the name of the next older one; the oldest goes. */
function shift(paths: readonly string[]): void {
  const oldest = paths.at(-1);
  if (oldest !== undefined) {
    rmSync(oldest, { force: true });
  }
  for (let age = paths.length - 2; age >= 0; age -= 1) {
    const [from, to] = paths.slice(age, age + 2);
    if (from !== undefined && to !== undefined) {
      moveIfThere(from, to);
    }
  }
}

function moveIfThere(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) {
      throw error;
    }
  }
}

function lastByteOf(fd: number, size: number): number | undefined {
  const byte = new Uint8Array(1);
  readSync(fd, byte, 0, 1, size - 1);
  return byte[0];
}

function attempt(run: () => void): boolean {
  try {
    run();
    return true;
  } catch {
    return false;
  }
}
