/**
 * Signed notes (C2SP signed-note) and checkpoints (C2SP tlog-checkpoint): the head of the tree at one size, signed by
 * the terminal, in a form that other tools of the transparency world read as well.
 * Runs everywhere.
 */
import { fromBase64, fromHex, toBase64, toHex } from './bytes.ts';
import { type Sha256, sameBytes } from './merkle.ts';

/** The algorithm byte of Ed25519 in key identifiers and verifier keys (C2SP signed-note). */
const ed25519 = 0x01;

/** A key that checks notes: `<name>+<key id in hex>+<base64 of 0x01 and the public key>`. */
export interface VerifierKey {
  readonly name: string;
  /** Four bytes. */
  readonly keyId: Uint8Array;
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
}

/** The head of a tree under the name of its log. */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  /** 32 bytes. */
  readonly root: Uint8Array;
}

/** Signs bytes with Ed25519; 64 bytes. */
export type Sign = (message: Uint8Array) => Uint8Array;

/** Checks an Ed25519 signature (RFC 8032). */
export type CheckSignature = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean;

/** UTF-8 bytes of a text. The texts of a note are ours; a lone surrogate has no bytes and is a mistake. */
export function toUtf8(text: string): Uint8Array {
  const escaped = encodeURIComponent(text);
  const bytes: number[] = [];
  for (let at = 0; at < escaped.length; at += 1) {
    if (escaped[at] === '%') {
      bytes.push(Number.parseInt(escaped.slice(at + 1, at + 3), 16));
      at += 2;
    } else {
      bytes.push(escaped.charCodeAt(at));
    }
  }
  return Uint8Array.from(bytes);
}

/** The first four bytes of SHA-256(name, line feed, algorithm, public key). */
export function keyIdOf(sha256: Sha256, name: string, publicKey: Uint8Array): Uint8Array {
  return sha256(toUtf8(`${name}\n`), Uint8Array.of(ed25519), publicKey).subarray(0, 4);
}

/** Writes a verifier key. */
export function writeVerifierKey({ name, keyId, publicKey }: VerifierKey): string {
  return `${name}+${toHex(keyId)}+${toBase64(Uint8Array.of(ed25519, ...publicKey))}`;
}

/** Reads a verifier key; undefined when it is none, or when its identifier does not belong to it. */
export function readVerifierKey(sha256: Sha256, text: string): VerifierKey | undefined {
  const [name, id, ...rest] = text.trim().split('+');
  const keyId = fromHex(id ?? '');
  const encoded = fromBase64(rest.join('+'));
  if (
    name === undefined ||
    !isKeyName(name) ||
    keyId?.length !== 4 ||
    encoded?.length !== 33 ||
    encoded[0] !== ed25519
  ) {
    return undefined;
  }
  const publicKey = encoded.subarray(1);
  return sameBytes(keyIdOf(sha256, name, publicKey), keyId) ? { name, keyId, publicKey } : undefined;
}

function isKeyName(name: string): boolean {
  return name.length > 0 && !/[\s+]/u.test(name) && name.isWellFormed();
}

/** The text of a checkpoint, which is what is signed: origin, size, head, each with its line feed. */
export function writeCheckpoint({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${toBase64(root)}\n`;
}

/** Signs a text that ends with a line feed: the text, an empty line, and the signature line (C2SP signed-note). */
export function signNote(text: string, key: VerifierKey, sign: Sign): string {
  const signature = sign(toUtf8(text));
  return `${text}\n\u2014 ${key.name} ${toBase64(Uint8Array.of(...key.keyId, ...signature))}\n`;
}

/** Signs a checkpoint. */
export function signCheckpoint(checkpoint: Checkpoint, key: VerifierKey, sign: Sign): string {
  return signNote(writeCheckpoint(checkpoint), key, sign);
}

/** What became of a note that was opened: its text as it was signed, or why it says nothing. */
export type OpenedNote =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly why: 'no-note' | 'other-key' | 'bad-signature' };

/** Opens a note with the key that must have signed it. Signatures of other keys may stand beside and are ignored. */
export function openNote(key: VerifierKey, check: CheckSignature, note: string): OpenedNote {
  const parts = splitNote(note);
  if (parts === undefined) {
    return { ok: false, why: 'no-note' };
  }
  const ours = parts.signatures.filter(({ name, keyId }) => name === key.name && sameBytes(keyId, key.keyId));
  if (ours.length === 0) {
    return { ok: false, why: 'other-key' };
  }
  const message = toUtf8(parts.text);
  return ours.every(({ signature }) => check(key.publicKey, message, signature))
    ? { ok: true, text: parts.text }
    : { ok: false, why: 'bad-signature' };
}

/** What became of a checkpoint that was opened. */
export type Opened =
  | { readonly ok: true; readonly checkpoint: Checkpoint }
  | { readonly ok: false; readonly why: 'no-note' | 'no-checkpoint' | 'other-key' | 'bad-signature' };

/**
 * Opens a signed checkpoint with the key that must have signed it. Signatures of other keys may stand beside and are
 * ignored; extension lines are kept in what is signed and otherwise ignored.
 */
export function openCheckpoint(key: VerifierKey, check: CheckSignature, note: string): Opened {
  const parts = splitNote(note);
  if (parts !== undefined && readCheckpoint(parts.text) === undefined) {
    return { ok: false, why: 'no-checkpoint' };
  }
  const opened = openNote(key, check, note);
  if (!opened.ok) {
    return opened;
  }
  const checkpoint = readCheckpoint(opened.text);
  return checkpoint === undefined ? { ok: false, why: 'no-checkpoint' } : { ok: true, checkpoint };
}

interface NoteSignature {
  readonly name: string;
  readonly keyId: Uint8Array;
  readonly signature: Uint8Array;
}

/** Splits a note into the text that is signed and its signatures. */
function splitNote(note: string): { readonly text: string; readonly signatures: readonly NoteSignature[] } | undefined {
  const end = note.lastIndexOf('\n\n');
  if (end < 0 || !note.endsWith('\n') || hasControl(note) || !note.isWellFormed()) {
    return undefined;
  }
  const signatures: NoteSignature[] = [];
  for (const line of note.slice(end + 2, -1).split('\n')) {
    const match = /^\u2014 ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/u.exec(line);
    const bytes = fromBase64(match?.[2] ?? '');
    if (match?.[1] === undefined || bytes === undefined || bytes.length < 5) {
      return undefined;
    }
    signatures.push({ name: match[1], keyId: bytes.subarray(0, 4), signature: bytes.subarray(4) });
  }
  return { text: note.slice(0, end + 1), signatures };
}

function hasControl(text: string): boolean {
  return Array.from(text).some((character) => character < ' ' && character !== '\n');
}

/** Reads the text of a checkpoint; the size is decimal without leading zeros, the head 32 bytes. */
export function readCheckpoint(text: string): Checkpoint | undefined {
  const [origin, decimal, encoded] = text.split('\n');
  const root = fromBase64(encoded ?? '');
  if (!origin || !/^(0|[1-9][0-9]{0,15})$/.test(decimal ?? '') || root?.length !== 32) {
    return undefined;
  }
  const size = Number(decimal);
  return Number.isSafeInteger(size) ? { origin, size, root } : undefined;
}
