/**
 * Reads the small files of an export that say who made it and what it claims to be.
 * Runs everywhere.
 */
import { toBase64 } from './bytes.ts';
import { type ExportManifest, ExportProofs, exportFiles } from './export-format.ts';
import { type Checkpoint, openCheckpoint, readVerifierKey, type VerifierKey, writeVerifierKey } from './note.ts';
import { parseJson } from './verify-files.ts';
import type { Findings } from './verify-report.ts';
import { type ExportReader, readSmallFile, type VerifyTools } from './verify-tools.ts';

/** The key to check with: the given one, else the one that came along. */
export async function readKey(
  reader: ExportReader,
  tools: VerifyTools,
  given: string | undefined,
  findings: Findings,
): Promise<VerifierKey | undefined> {
  const file = await readSmallFile(reader, tools, exportFiles.key);
  const own = readVerifierKey(tools.sha256, file?.text ?? '');
  if (own === undefined || file?.text !== `${writeVerifierKey(own)}\n`) {
    const code = reader.names.includes(exportFiles.key) ? 'file-unreadable' : 'file-missing';
    findings.fails({ code, file: exportFiles.key });
  }
  if (given === undefined) {
    return own;
  }
  const key = readVerifierKey(tools.sha256, given);
  if (key !== undefined && own !== undefined && writeVerifierKey(key) !== writeVerifierKey(own)) {
    findings.fails({ code: 'key-differs' });
  }
  return key;
}

/** The signed head. */
export async function readHead(
  reader: ExportReader,
  tools: VerifyTools,
  key: VerifierKey | undefined,
  findings: Findings,
): Promise<{ readonly head?: Checkpoint; readonly note?: string }> {
  const file = await readSmallFile(reader, tools, exportFiles.checkpoint);
  if (file === undefined && !reader.names.includes(exportFiles.checkpoint)) {
    findings.fails({ code: 'file-missing', file: exportFiles.checkpoint });
    return {};
  }
  if (key === undefined) {
    return {};
  }
  const opened = openCheckpoint(key, tools.checkSignature, file?.text ?? '');
  if (!opened.ok || opened.checkpoint.origin !== key.name) {
    findings.fails({ code: 'head-unsigned', why: opened.ok ? 'other-key' : opened.why });
    return {};
  }
  const { origin, size, root } = opened.checkpoint;
  findings.holds({ code: 'head-signed', origin, size, root: toBase64(root) });
  return { head: opened.checkpoint, note: file?.text ?? '' };
}

export async function readProofs(
  reader: ExportReader,
  tools: VerifyTools,
  findings: Findings,
): Promise<ExportProofs | undefined> {
  const file = await readSmallFile(reader, tools, exportFiles.proofs);
  const parsed = ExportProofs.safeParse(parseJson(file?.text ?? ''));
  if (parsed.success) {
    return parsed.data;
  }
  const code = reader.names.includes(exportFiles.proofs) ? 'file-unreadable' : 'file-missing';
  findings.fails({ code, file: exportFiles.proofs });
  return undefined;
}

/** Do manifest and proofs speak of the signed head, of one another's rows, and of this key? */
export function checkClaims(
  head: Checkpoint | undefined,
  key: VerifierKey | undefined,
  manifest: ExportManifest | undefined,
  proofs: ExportProofs | undefined,
  findings: Findings,
): void {
  const { rows } = manifest ?? {};
  const isOfHead = (origin: string, size: number) =>
    head === undefined || (origin === head.origin && size === head.size);
  if (proofs !== undefined && (!isOfHead(proofs.origin, proofs.size) || proofs.last > proofs.size)) {
    findings.fails({ code: 'file-contradicts', file: exportFiles.proofs });
  }
  if (manifest === undefined || rows === undefined) {
    return;
  }
  const fits =
    isOfHead(manifest.origin, manifest.head.size) &&
    (head === undefined || manifest.head.root === toBase64(head.root)) &&
    (proofs === undefined || (rows.first === proofs.first && rows.last === proofs.last)) &&
    rows.count === rows.last - rows.first + 1 &&
    (key === undefined || manifest.key === writeVerifierKey(key));
  if (!fits) {
    findings.fails({ code: 'file-contradicts', file: exportFiles.manifest });
  }
}
