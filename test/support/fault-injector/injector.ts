/**
 * Compiles inject.c and steers it: which calls of libc fail, at which count, with what. For tests only, on Linux with a
 * C compiler.
 */
import { spawnSync } from 'node:child_process';
import { closeSync, openSync, readSync, writeFileSync, writeSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';

/** The kinds of calls, as inject.c names them. */
export const kinds = { write: 1, sync: 2, truncate: 4, name: 8 } as const;
export type FaultKind = keyof typeof kinds;

/** A call that fails. */
export interface Fault {
  readonly kinds: readonly FaultKind[];
  /** Which one, counted from 1 and from the moment of arming. */
  readonly nth: number;
  /** What it fails with; `kill` ends the process at it with SIGKILL. */
  readonly with: 'ENOSPC' | 'EIO' | 'EROFS' | 'kill';
  /** Whether all that follow fail too, as on a disk that stays full. */
  readonly onwards?: boolean;
}

/** Compiles the injector into a folder. @returns its path, or why there is none */
export function buildInjector(folder: string): { readonly path: string } | { readonly missing: string } {
  if (process.platform !== 'linux') {
    return { missing: 'LD_PRELOAD is of Linux' };
  }
  const path = join(folder, 'inject.so');
  const source = join(import.meta.dirname, 'inject.c');
  const { status, error, stderr } = spawnSync('cc', ['-O1', '-shared', '-fPIC', '-o', path, source, '-ldl'], {
    encoding: 'utf8',
  });
  if (error !== undefined) {
    return { missing: 'no C compiler (cc)' };
  }
  if (status !== 0) {
    throw new Error(`the injector does not compile: ${stderr}`);
  }
  return { path };
}

/** What a child process needs to have its calls below `folder` looked at. */
export function injectorEnv(places: {
  readonly injector: string;
  readonly folder: string;
  readonly control?: string;
  readonly record?: string;
}): Record<string, string> {
  const { injector, folder, control, record } = places;
  return {
    LD_PRELOAD: injector,
    PRAVESH_FAULT_FOLDER: folder,
    ...(control === undefined ? {} : { PRAVESH_FAULT_CONTROL: control }),
    ...(record === undefined ? {} : { PRAVESH_FAULT_RECORD: record }),
  };
}

/** Makes the file that steers the injector, and lets all calls through. */
export function makeControl(path: string): void {
  writeFileSync(path, Buffer.alloc(20));
}

/** Steers it. The injector has the file mapped, so that what is written there holds from the next call on. */
export function arm(control: string, fault: Fault): void {
  const code = fault.with === 'kill' ? 0 : constants.errno[fault.with];
  const sum = fault.kinds.reduce((all, kind) => all + kinds[kind], 0);
  const file = openSync(control, 'r+');
  writeSync(file, Buffer.from(Int32Array.of(0, fault.nth, code, fault.onwards ? 1 : 0, 0).buffer), 0, 20, 0);
  // What is counted comes last: until then nothing is.
  writeSync(file, Buffer.from(Int32Array.of(sum).buffer), 0, 4, 0);
  closeSync(file);
}

/** Lets all calls through again. @returns whether the armed count was reached, so that something failed */
export function disarm(control: string, { nth }: Fault): boolean {
  const file = openSync(control, 'r+');
  writeSync(file, Buffer.alloc(4), 0, 4, 0);
  const seen = Buffer.alloc(4);
  readSync(file, seen, 0, 4, 16);
  closeSync(file);
  return seen.readInt32LE() >= nth;
}
