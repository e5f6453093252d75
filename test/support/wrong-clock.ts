/**
 * A wall clock that is wrong for one program, by Debian's libfaketime; monotonic time stays true, as on a machine whose
 * clock somebody sets. For tests only.
 */
import { existsSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface WrongClock {
  /** For the environment of the program. */
  readonly env: Readonly<Record<string, string>>;
  /** Sets the program's clock: so many seconds ahead of the true time, or back. A program that runs notices at once. */
  set(seconds: number): void;
}

const libraries = '/usr/lib';

/** The path of the library, or undefined on a machine without it (`apt-get install libfaketime`). */
export function findFaketime(): string | undefined {
  const folders = existsSync(libraries) ? readdirSync(libraries) : [];
  const paths = folders.map((folder) => join(libraries, folder, 'faketime', 'libfaketimeMT.so.1'));
  return paths.find((path) => existsSync(path));
}

/** Builds a clock that is right until it is set. @param library as `findFaketime` finds it @param folder for its file */
export function buildWrongClock(library: string, folder: string): WrongClock {
  const file = join(folder, 'clock');
  const set = (seconds: number): void => {
    // The program reads it at any moment: it is there whole, or as it was before.
    writeFileSync(`${file}.new`, `${seconds < 0 ? '-' : '+'}${Math.abs(seconds)}\n`);
    renameSync(`${file}.new`, file);
  };
  set(0);
  const env = {
    LD_PRELOAD: library,
    FAKETIME_TIMESTAMP_FILE: file,
    FAKETIME_NO_CACHE: '1',
    DONT_FAKE_MONOTONIC: '1',
    NO_FAKE_STAT: '1',
  };
  return { env, set };
}
