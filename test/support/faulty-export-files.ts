/** Files on which the n-th thing that is asked of them goes wrong. For tests only. */
import type { ExportFiles } from '../../main/core/ports.ts';
import { buildExportFiles } from '../../main/platform/export-files.ts';

/** Real files; `onCall` is told the number of each call before it is made, and may throw instead. */
export function buildFaultyFiles(onCall: (call: number) => void): ExportFiles {
  const files = buildExportFiles();
  let calls = 0;
  const before =
    <A extends readonly unknown[], R>(run: (...args: A) => R) =>
    (...args: A): R => {
      calls += 1;
      onCall(calls);
      return run(...args);
    };
  return {
    freeBytes: before(files.freeBytes),
    list: before(files.list),
    exists: files.exists,
    makeFolder: before(files.makeFolder),
    create: before((path) => {
      const file = files.create(path);
      return { write: before(file.write), close: before(file.close), abandon: file.abandon };
    }),
    read: before(files.read),
    rename: before(files.rename),
    syncFolder: before(files.syncFolder),
    remove: files.remove,
  };
}

/** What the system throws. */
export function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: the test wants it so`), { code });
}
