/**
 * Reads the files of an export folder for the verifier.
 * Runs in Node, for the CLI.
 */
import { createReadStream, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ExportReader } from '../../contract/public.ts';

/** Bytes read at once. */
const pieceBytes = 1024 * 1024;

/** Opens a folder. @param onBytes told of what was read, for progress */
export function readExportFolder(folder: string, onBytes: (bytes: number) => void = () => {}): ExportReader {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort();
  return {
    names,
    open: (name) => (names.includes(name) ? readPieces(join(folder, name), onBytes) : undefined),
  };
}

async function* readPieces(path: string, onBytes: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  for await (const piece of createReadStream(path, { highWaterMark: pieceBytes })) {
    if (piece instanceof Uint8Array) {
      onBytes(piece.length);
      yield piece;
    }
  }
}
