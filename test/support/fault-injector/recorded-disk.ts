/**
 * A disk made again from the record of the injector, as it may look when power goes between two calls: what was synced is
 * there, what was not may be there in part. For tests only.
 */

/** A call as inject.c wrote it down. */
export interface RecordedCall {
  readonly name: string;
  readonly path: string;
  readonly offset: number;
  readonly bytes: Buffer;
}

/** Reads a record: "NAME OFFSET LENGTH PATH\n", then LENGTH bytes, again and again. */
export function readRecord(record: Buffer): RecordedCall[] {
  const calls: RecordedCall[] = [];
  for (let at = 0; at < record.length; ) {
    const end = record.indexOf('\n', at);
    const [name = '', offset = '', length = '', ...path] = record.toString('utf8', at, end).split(' ');
    const from = end + 1;
    at = from + Number(length);
    calls.push({ name, path: path.join(' '), offset: Number(offset), bytes: record.subarray(from, at) });
  }
  return calls;
}

/** How unsynced writes are left: all there, none, or some of them and one in part. */
export type Loss = 'none' | 'all' | 'some';

interface RecordedFile {
  /** What an fsync has made durable. */
  readonly synced: Buffer;
  /** What came after it. */
  readonly unsynced: readonly RecordedCall[];
}

/** The files of a disk. It is never changed: each call gives the next one. */
export type Disk = ReadonlyMap<string, RecordedFile>;

const empty: RecordedFile = { synced: Buffer.alloc(0), unsynced: [] };

/** The disk after one call more. */
export function applyCall(disk: Disk, call: RecordedCall): Disk {
  const next = new Map(disk);
  const file = disk.get(call.path) ?? empty;
  switch (call.name) {
    case 'write':
    case 'truncate':
      return next.set(call.path, { ...file, unsynced: [...file.unsynced, call] });
    case 'sync':
      // Folders are synced too; they hold no bytes of ours.
      return disk.has(call.path) ? next.set(call.path, { synced: contentAfter(file, 'none'), unsynced: [] }) : disk;
    case 'unlink':
      next.delete(call.path);
      return next;
    default:
      throw new Error(`the record has a call that a log does not make: ${call.name}`);
  }
}

/** What is in a file after the power is back. */
export function contentAfter(file: RecordedFile, loss: Loss, chance: () => number = () => 0): Buffer {
  if (loss === 'all') {
    return file.synced;
  }
  const kept = loss === 'none' ? file.unsynced : file.unsynced.filter(() => chance() < 0.6);
  const torn = loss === 'some' ? Math.floor(chance() * kept.length) : -1;
  return kept.reduce(
    (content, call, index) => writeInto(content, index === torn ? tear(call, chance) : call),
    file.synced,
  );
}

/** A disk writes whole sectors of 512 bytes, in no promised order; it got so far. */
function tear(call: RecordedCall, chance: () => number): RecordedCall {
  const sectors = Math.floor((chance() * call.bytes.length) / 512);
  return call.name === 'write' ? { ...call, bytes: call.bytes.subarray(0, sectors * 512) } : call;
}

function writeInto(content: Buffer, { name, offset, bytes }: RecordedCall): Buffer {
  if (name === 'truncate') {
    return content.length >= offset
      ? content.subarray(0, offset)
      : Buffer.concat([content, Buffer.alloc(offset - content.length)]);
  }
  const grown = Buffer.alloc(Math.max(content.length, offset + bytes.length));
  content.copy(grown);
  bytes.copy(grown, offset);
  return grown;
}
