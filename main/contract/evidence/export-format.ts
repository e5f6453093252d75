/**
 * What an export folder is made of: the names of its files and the shapes of those that are JSON (design.md, "Outside
 * contracts, spelled out"). The export writes by it, the verifiers read by it.
 * Runs everywhere.
 */
import * as z from 'zod/mini';
import { fromBase64 } from './bytes.ts';

/** The files of an export, by what they are. */
export const exportFiles = {
  /** The evidence: each line the very bytes that were hashed, ended by one line feed. */
  entries: 'entries.jsonl',
  /** A view of the same rows for people; not evidence. Absent when only JSONL was asked for. */
  table: 'entries.csv',
  /** What is revealed of persons, checked against the commitments of the rows. Only with `--reveal`. */
  subjects: 'subjects.jsonl',
  /**
   * The leaf hash of each row of `entries.jsonl` in order, 32 bytes each and nothing else. It proves nothing that
   * the lines do not prove; because it leads to the signed head as well, it names the row that was changed.
   */
  leaves: 'leaves.bin',
  /** The signed note of the exported head. */
  checkpoint: 'checkpoint.txt',
  /** The C2SP verifier key, one line. */
  key: 'pravesh.pub',
  /** What ties the rows to the head, and the head to an earlier one. */
  proofs: 'proofs.json',
  /** Size and hash of every other file but its own note. */
  manifest: 'manifest.json',
  /** The signed note over `manifest.json`: see `manifestStatement`. */
  manifestNote: 'manifest.note',
  readme: 'README.txt',
  page: 'verify.html',
} as const;

/** Those that the manifest does not list. */
export const unlistedFiles: readonly string[] = [exportFiles.manifest, exportFiles.manifestNote];

/** Bytes of one hash in `leaves.bin`. */
export const leafBytes = 32;

/** The columns of a line of `entries.jsonl`, in the order that RFC 8785 gives them. */
export const evidenceMembers = [
  'at',
  'channel',
  'clock',
  'consent_hash',
  'consent_locale',
  'consent_version',
  'id',
  'operator',
  'outcome',
  'policy',
  'purpose',
  'reason',
  'seq',
  'site',
  'status',
  'subject_commitment',
  'terminal',
  'upstream_ref',
] as const;

const whole = z.int().check(z.nonnegative());
const positive = z.int().check(z.positive());
/** 32 bytes in standard base64. */
const hash = z.string().check(z.refine((text) => fromBase64(text)?.length === 32));
const text = z.string().check(z.minLength(1), z.maxLength(2000));

/** A perfect subtree of 2^level leaves. */
const subtree = z.strictObject({ level: z.int().check(z.nonnegative(), z.maximum(52)), hash });

/**
 * `proofs.json`. A verifier starts with the frontier `range.left` of the `first - 1` leaves before the export, appends
 * the leaf of each line, then each subtree of `range.right`, and compares the head with that of `checkpoint.txt`.
 */
export const ExportProofs = z.strictObject({
  format: z.literal(1),
  /** The origin of the checkpoint. */
  origin: text,
  /** Rows under the signed head. */
  size: positive,
  /** The first exported row; `last + 1` when the export holds none. */
  first: positive,
  last: whole,
  range: z.strictObject({
    /** The perfect subtrees of the leaves before `first`, largest first. */
    left: z.array(hash).check(z.maxLength(53)),
    /** The perfect subtrees over the leaves `last + 1` to `size`, left to right. */
    right: z.array(subtree).check(z.maxLength(106)),
  }),
  /** From the head exported last (or that of `--since`) to this one: RFC 9162 section 2.1.4. */
  consistency: z.nullable(
    z.strictObject({
      from: z.strictObject({ size: positive, checkpoint: text }),
      path: z.array(hash).check(z.maxLength(106)),
    }),
  ),
});
export type ExportProofs = z.infer<typeof ExportProofs>;

/** One file of the export. */
export const ManifestFile = z.strictObject({
  name: z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/)),
  bytes: whole,
  /** SHA-256 in lower-case hex. */
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
});
export type ManifestFile = z.infer<typeof ManifestFile>;

/** `manifest.json`. */
export const ExportManifest = z.strictObject({
  format: z.literal(1),
  origin: text,
  site: z.strictObject({ id: text, name: text, terminal: text }),
  /** The program that wrote it. */
  software: z.strictObject({ name: z.literal('pravesh'), version: text }),
  /** ISO 8601 in UTC, by the terminal's clock. */
  createdAt: z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)),
  /** The IANA zone of the site. All times of the export are in UTC. */
  timeZone: text,
  rows: z.strictObject({ first: positive, last: whole, count: whole }),
  head: z.strictObject({ size: positive, root: hash }),
  /** The verifier key, as in `pravesh.pub` without its line feed. */
  key: text,
  /** Every file of the folder but `manifest.json` and `manifest.note`. */
  files: z.array(ManifestFile).check(z.maxLength(50)),
});
export type ExportManifest = z.infer<typeof ExportManifest>;

/** One line of `subjects.jsonl`, written as RFC 8785 canonical JSON. The salt is 16 bytes in hex. */
export const RevealedSubject = z.strictObject({
  seq: positive,
  salt: z.string().check(z.regex(/^[0-9a-f]{32}$/)),
  name: z.nullable(z.string()),
  mobile: z.nullable(z.string()),
});
export type RevealedSubject = z.infer<typeof RevealedSubject>;

/**
 * The text that is signed (by `signNote`, with the key of the terminal) over the manifest, and so over every file:
 * age encrypts to anybody's key, only this says who wrote the export. It cannot be read as a checkpoint.
 * @param sha256 of the bytes of `manifest.json`, in hex
 */
export function manifestStatement(origin: string, sha256: string): string {
  return `pravesh export manifest\n${origin}\nsha256 ${sha256}\n`;
}
