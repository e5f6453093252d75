/**
 * The folders that somebody chose or dropped, as the verifier reads them. Nothing leaves the page.
 * Runs in the page that verifies.
 */
import { type ExportReader, exportFiles, type NamedExport } from '../../main/contract/public.ts';

declare global {
  interface DataTransferItem {
    /** Of the File System Access specification; not in every browser. */
    getAsFileSystemHandle?: () => Promise<FileSystemHandle | null>;
  }
}

/** A file with the folder in which it was found. */
export interface PickedFile {
  readonly folder: string;
  readonly file: File;
}

/** Bytes that are hashed before the page may draw again. */
const pieceBytes = 256 * 1024;

/** The files of `<input type="file">`, each with the folder that it lies in: a stick may hold several exports. */
export function fromInput(files: FileList | null): readonly PickedFile[] {
  return keepExports(
    Array.from(files ?? [], (file) => ({ folder: file.webkitRelativePath.split('/').slice(0, -1).join('/'), file })),
  );
}

/** The folders that look like exports, be they damaged; the first, where none does, so that it is said. */
function keepExports(picked: readonly PickedFile[]): readonly PickedFile[] {
  const marks: readonly string[] = [exportFiles.checkpoint, exportFiles.entries, exportFiles.manifest];
  const exports = new Set(picked.filter(({ file }) => marks.includes(file.name)).map(({ folder }) => folder));
  return picked.filter(({ folder }) => (exports.size === 0 ? folder === picked[0]?.folder : exports.has(folder)));
}

/**
 * The files of a drop. All must be asked for at once: the browser takes them away after the event. On a page that was
 * opened from a file, Chromium reads a dropped folder by its handle only; Firefox and Safari, without handles, by entries.
 */
export async function fromDrop(items: DataTransferItemList): Promise<readonly PickedFile[]> {
  const dropped = Array.from(items, (item) => ({
    handle: item.getAsFileSystemHandle?.(),
    entry: item.webkitGetAsEntry(),
  }));
  const picked = await Promise.all(
    dropped.map(async ({ handle, entry }) =>
      handle === undefined ? readEntry(entry) : readHandle((await handle) ?? undefined),
    ),
  );
  return keepExports(picked.flat());
}

async function readHandle(handle: FileSystemHandle | undefined, path = handle?.name ?? ''): Promise<PickedFile[]> {
  if (handle instanceof FileSystemFileHandle) {
    return [{ folder: '', file: await handle.getFile() }];
  }
  const picked: PickedFile[] = [];
  if (handle instanceof FileSystemDirectoryHandle) {
    for await (const inside of handle.values()) {
      if (inside instanceof FileSystemFileHandle) {
        picked.push({ folder: path, file: await inside.getFile() });
      } else {
        picked.push(...(await readHandle(inside, `${path}/${inside.name}`)));
      }
    }
  }
  return picked;
}

async function readEntry(entry: FileSystemEntry | null): Promise<readonly PickedFile[]> {
  if (isFile(entry)) {
    return [{ folder: '', file: await readFile(entry) }];
  }
  if (!isDirectory(entry)) {
    return [];
  }
  const inside = await readAll(entry.createReader());
  const files = await Promise.all(inside.filter(isFile).map(readFile));
  const below = await Promise.all(inside.filter(isDirectory).map(readEntry));
  return [...files.map((file) => ({ folder: entry.fullPath.slice(1), file })), ...below.flat()];
}

function isDirectory(entry: FileSystemEntry | null): entry is FileSystemDirectoryEntry {
  return entry?.isDirectory === true;
}

function isFile(entry: FileSystemEntry | null): entry is FileSystemFileEntry {
  return entry?.isFile === true;
}

function readFile(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

/** A reader answers a hundred entries at a time, and none when there are no more. */
async function readAll(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) {
      return all;
    }
    all.push(...some);
  }
}

/** The exports among the files: one for each folder. @param onBytes told of what was read */
export function toExports(picked: readonly PickedFile[], onBytes: (bytes: number) => void): readonly NamedExport[] {
  const folders = Map.groupBy(picked, ({ folder }) => folder);
  return Array.from(folders, ([name, files]) => ({ name, reader: readPicked(files, onBytes) }));
}

function readPicked(picked: readonly PickedFile[], onBytes: (bytes: number) => void): ExportReader {
  const files = new Map(picked.map(({ file }) => [file.name, file]));
  return {
    names: Array.from(files.keys()),
    open: (name) => {
      const file = files.get(name);
      return file === undefined ? undefined : readPieces(file, onBytes);
    },
  };
}

/** Each piece is a task of its own, so that the page answers and draws between two. */
async function* readPieces(file: File, onBytes: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < file.size; at += pieceBytes) {
    const piece = new Uint8Array(await file.slice(at, at + pieceBytes).arrayBuffer());
    onBytes(piece.length);
    yield piece;
  }
}
