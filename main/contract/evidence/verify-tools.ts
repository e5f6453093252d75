/**
 * What a verifier is given: its hashes and signature check, and the files of an export. Node answers with node:crypto,
 * the page with libraries in JavaScript, tests by hand.
 * Runs everywhere.
 */
import type { Sha256 } from './merkle.ts';
import type { CheckSignature } from './note.ts';

/** A hash over bytes that come piece by piece. */
export interface RunningHash {
  update(bytes: Uint8Array): void;
  /** The digest in lower-case hex; called once. */
  hex(): string;
}

/** The functions that the contract itself does not have. */
export interface VerifyTools {
  readonly sha256: Sha256;
  /** Writes SHA-256 of the bytes into the target; the two may overlap. It is what most of the time is spent on. */
  readonly hashInto: (bytes: Uint8Array, target: Uint8Array, at: number) => void;
  /** Starts a SHA-256 over a long file. */
  readonly startSha256: () => RunningHash;
  /** HMAC-SHA-256, in lower-case hex. */
  readonly hmacSha256: (key: Uint8Array, message: Uint8Array) => string;
  readonly checkSignature: CheckSignature;
  /** Whether bytes are UTF-8 as the standard allows it. */
  readonly isUtf8: (bytes: Uint8Array) => boolean;
  /** The text of UTF-8 bytes; undefined when they are none. A byte order mark is kept. */
  readonly readUtf8: (bytes: Uint8Array) => string | undefined;
  /** One character a byte; ASCII as it is, all others any character above it. */
  readonly readBytewise: (bytes: Uint8Array) => string;
}

/** The files of one export, read in pieces; a file may be opened again and again. */
export interface ExportReader {
  /** The names of the files in the folder. */
  readonly names: readonly string[];
  /** The bytes of a file, in order; undefined when there is none of this name. The pieces are not used by others. */
  open(name: string): AsyncIterable<Uint8Array> | undefined;
}

/** Files that are read as a whole are not larger than this, in bytes. */
export const smallFileBytes = 4 * 1024 * 1024;

/** Reads a whole small file; undefined when it is not there, too large, or not UTF-8. */
export async function readSmallFile(
  reader: ExportReader,
  tools: VerifyTools,
  name: string,
): Promise<{ readonly text: string; readonly sha256: string } | undefined> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of reader.open(name) ?? []) {
    size += piece.length;
    if (size > smallFileBytes) {
      return undefined;
    }
    pieces.push(piece);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  const text = reader.open(name) === undefined ? undefined : tools.readUtf8(bytes);
  const hash = tools.startSha256();
  hash.update(bytes);
  return text === undefined ? undefined : { text, sha256: hash.hex() };
}
