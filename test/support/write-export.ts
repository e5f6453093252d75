/**
 * Writes an export in memory by its format alone, so that a test can change any of it: not the exporter of the product.
 * For tests only.
 */
import { createHash, createHmac, createPrivateKey, createPublicKey, hash, sign } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  appendLeaf,
  consistencyProof,
  type ExportManifest,
  type ExportProofs,
  type ExportReader,
  emptyFrontier,
  exportFiles,
  type Frontier,
  frontierAt,
  keyIdOf,
  manifestStatement,
  type NodeSource,
  rootOf,
  type Sign,
  signCheckpoint,
  signNote,
  toBase64,
  type VerifierKey,
  writeVerifierKey,
} from '../../main/contract/public.ts';
import { sha256 } from '../../main/core/tree/sha256.ts';

/** The files of an export by their names. */
export type ExportFiles = Map<string, Buffer>;

/** A log to export from: rows, their tree and the key that signs. */
export interface TestLog {
  readonly lines: readonly string[];
  readonly key: VerifierKey;
  readonly sign: Sign;
  root(size: number): Uint8Array;
  /** The signed note of the head over so many rows. */
  note(size: number): string;
  source: NodeSource;
}

const columns = {
  at: '2026-11-23T10:00:00.000Z',
  channel: 'kiosk',
  clock: 'ok',
  consent_hash: 'a'.repeat(64),
  consent_locale: 'hi',
  consent_version: '2026-11',
  operator: null,
  outcome: 'admitted',
  policy: 'visitor:0f',
  purpose: 'visitor',
  site: 'hq',
  status: 2,
  terminal: 'gate-1',
  upstream_ref: null,
};

/** Who stands in a row: its salt and what is revealed. */
export function personOf(seq: number) {
  return { mobile: `••••••${String(seq).padStart(4, '0')}`, name: 'आ• कु•', salt: hash('md5', `salt ${seq}`) };
}

/** The canonical line of a row, without its line feed. */
export function lineOf(seq: number, more: Readonly<Record<string, unknown>> = {}): string {
  const { mobile, name, salt } = personOf(seq);
  const commitment = createHmac('sha256', Buffer.from(salt, 'hex')).update(JSON.stringify({ mobile, name }));
  const row: Record<string, unknown> = {
    ...columns,
    id: `0193c0c0-0000-7000-8000-${String(seq).padStart(12, '0')}`,
    reason: seq % 3 === 0 ? 'said "no" \\ मना किया\n\u0001' : null,
    seq,
    subject_commitment: seq % 2 === 0 ? commitment.digest('hex') : null,
    ...more,
  };
  const names = Object.keys(row).sort();
  return JSON.stringify(Object.fromEntries(names.map((name) => [name, row[name]])));
}

const pkcs8Head = Buffer.from('302e020100300506032b657004220420', 'hex');

/** A key made of one repeated byte. */
export function makeKey(name = 'pravesh/hq/gate-1', fill = 7): { key: VerifierKey; sign: Sign } {
  const der = Buffer.concat([pkcs8Head, Buffer.alloc(32, fill)]);
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const publicKey = Uint8Array.from(
    Buffer.from(createPublicKey(privateKey).export({ format: 'jwk' }).x ?? '', 'base64url'),
  );
  return {
    key: { name, publicKey, keyId: keyIdOf(sha256, name, publicKey) },
    sign: (message) => Uint8Array.from(sign(null, message, privateKey)),
  };
}

/** Makes a log of these lines. */
export function makeLog(lines: readonly string[], signer = makeKey()): TestLog {
  const nodes = new Map<string, Uint8Array>();
  let frontier: Frontier = emptyFrontier;
  for (const [index, line] of lines.entries()) {
    const leaf = sha256(Buffer.from(`\0${line}`));
    const grown = appendLeaf(sha256, frontier, leaf);
    nodes.set(`0/${index}`, leaf);
    for (const { level, position, hash: node } of grown.nodes) {
      nodes.set(`${level}/${position}`, node);
    }
    frontier = grown.frontier;
  }
  const source: NodeSource = (level, position) => nodes.get(`${level}/${position}`) ?? new Uint8Array();
  const root = (size: number) => rootOf(sha256, frontierAt(source, size));
  const note = (size: number) =>
    signCheckpoint({ origin: signer.key.name, size, root: root(size) }, signer.key, signer.sign);
  return { lines, ...signer, root, note, source };
}

/** A log of so many rows. */
export function makeRows(count: number, signer = makeKey()): TestLog {
  return makeLog(
    Array.from({ length: count }, (_none, index) => lineOf(index + 1)),
    signer,
  );
}

/** What of a log is exported. */
export interface ExportOptions {
  readonly first?: number;
  readonly last?: number;
  /** Rows under the signed head; default `last`. */
  readonly size?: number;
  readonly since?: number;
  readonly reveal?: boolean;
}

/** Writes an export. */
export function writeExport(log: TestLog, options: ExportOptions = {}): ExportFiles {
  const { first = 1, last = log.lines.length, size = last, since, reveal = false } = options;
  const lines = log.lines.slice(first - 1, last);
  const files: ExportFiles = new Map();
  const add = (name: string, text: string | Uint8Array) => files.set(name, Buffer.from(text));
  add(exportFiles.entries, lines.map((line) => `${line}\n`).join(''));
  add(exportFiles.table, `\ufeffseq\r\n${lines.map((_line, index) => `${first + index}\r\n`).join('')}`);
  add(exportFiles.leaves, Buffer.concat(lines.map((_line, index) => log.source(0, first - 1 + index))));
  add(exportFiles.checkpoint, log.note(size));
  add(exportFiles.key, `${writeVerifierKey(log.key)}\n`);
  add(exportFiles.proofs, `${JSON.stringify(proofsOf(log, { first, last, size, since }), null, 2)}\n`);
  add(exportFiles.readme, 'An export.\n');
  if (reveal) {
    add(exportFiles.subjects, revealLines(first, last));
  }
  signFiles(log, files, { first, last, size });
  return files;
}

function revealLines(first: number, last: number): string {
  const all = Array.from({ length: last - first + 1 }, (_none, index) => first + index);
  return all
    .filter((seq) => seq % 2 === 0)
    .map((seq) => {
      const { mobile, name, salt } = personOf(seq);
      return `${JSON.stringify({ mobile, name, salt, seq })}\n`;
    })
    .join('');
}

function proofsOf(
  log: TestLog,
  { first, last, size, since }: { first: number; last: number; size: number; since: number | undefined },
): ExportProofs {
  const right: { level: number; hash: string }[] = [];
  for (let at = last; at < size; ) {
    let level = 0;
    while (at % 2 ** (level + 1) === 0 && at + 2 ** (level + 1) <= size) {
      level += 1;
    }
    right.push({ level, hash: toBase64(log.source(level, at / 2 ** level)) });
    at += 2 ** level;
  }
  const path = since === undefined ? [] : consistencyProof(sha256, log.source, since, size);
  return {
    format: 1,
    origin: log.key.name,
    size,
    first,
    last,
    range: { left: frontierAt(log.source, first - 1).hashes.map(toBase64), right },
    consistency:
      since === undefined ? null : { from: { size: since, checkpoint: log.note(since) }, path: path.map(toBase64) },
  };
}

/** Writes the manifest of the files as they are, and signs it. */
export function signFiles(
  log: TestLog,
  files: ExportFiles,
  { first, last, size }: { first: number; last: number; size: number },
): void {
  files.delete(exportFiles.manifest);
  files.delete(exportFiles.manifestNote);
  const manifest: ExportManifest = {
    format: 1,
    origin: log.key.name,
    site: { id: 'hq', name: 'Head Office', terminal: 'gate-1' },
    software: { name: 'pravesh', version: '0.1.0' },
    createdAt: '2026-11-23T12:00:00.000Z',
    timeZone: 'Asia/Kolkata',
    rows: { first, last, count: last - first + 1 },
    head: { size, root: toBase64(log.root(size)) },
    key: writeVerifierKey(log.key),
    files: Array.from(files, ([name, bytes]) => ({ name, bytes: bytes.length, sha256: hash('sha256', bytes) })),
  };
  const text = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
  files.set(exportFiles.manifest, text);
  const statement = manifestStatement(log.key.name, createHash('sha256').update(text).digest('hex'));
  files.set(exportFiles.manifestNote, Buffer.from(signNote(statement, log.key, log.sign)));
}

/** Reads files from memory, in pieces of an odd size so that lines lie across them. */
export function readFiles(files: ExportFiles, pieceBytes = 1009): ExportReader {
  async function* pieces(bytes: Buffer): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += pieceBytes) {
      yield Uint8Array.from(bytes.subarray(at, at + pieceBytes));
    }
  }
  return {
    names: Array.from(files.keys()),
    open: (name) => {
      const bytes = files.get(name);
      return bytes === undefined ? undefined : pieces(bytes);
    },
  };
}

/** Writes the files into a folder. */
export function saveExport(files: ExportFiles, folder: string): string {
  mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of files) {
    writeFileSync(join(folder, name), bytes);
  }
  return folder;
}
