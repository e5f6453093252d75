/**
 * Checks the files of an export against its signed manifest.
 * Runs everywhere.
 */
import { ExportManifest, exportFiles, type ManifestFile, manifestStatement, unlistedFiles } from './export-format.ts';
import { openNote, type VerifierKey } from './note.ts';
import type { Findings } from './verify-report.ts';
import { nothing } from './verify-rows.ts';
import { type ExportReader, readSmallFile, type VerifyTools } from './verify-tools.ts';

/** Reads the manifest and the note over it. */
export async function readManifest(
  reader: ExportReader,
  tools: VerifyTools,
  key: VerifierKey | undefined,
  findings: Findings,
): Promise<{ readonly manifest: ExportManifest; readonly signed: boolean } | undefined> {
  const file = await readSmallFile(reader, tools, exportFiles.manifest);
  const note = await readSmallFile(reader, tools, exportFiles.manifestNote);
  const parsed = ExportManifest.safeParse(parseJson(file?.text ?? ''));
  if (file === undefined || !parsed.success) {
    const code = reader.names.includes(exportFiles.manifest) ? 'file-unreadable' : 'file-missing';
    findings.fails({ code, file: exportFiles.manifest });
    return undefined;
  }
  const opened = key && openNote(key, tools.checkSignature, note?.text ?? '');
  const signed = opened?.ok === true && opened.text === manifestStatement(parsed.data.origin, file.sha256);
  signed ? findings.holds({ code: 'manifest-signed' }) : findings.fails({ code: 'manifest-unsigned' });
  return { manifest: parsed.data, signed };
}

/**
 * Compares size and hash of every file. `entries.jsonl` is left out: its rows are checked one by one against the signed
 * head, which says more, and hashing it a second time would double the time.
 * @returns the names of those that are not as listed
 */
export async function verifyFiles(
  reader: ExportReader,
  tools: VerifyTools,
  files: readonly ManifestFile[],
  findings: Findings,
): Promise<ReadonlySet<string>> {
  const changed = new Set<string>();
  const listed = new Set<string>(unlistedFiles);
  for (const file of files) {
    listed.add(file.name);
    if (!reader.names.includes(file.name)) {
      findings.fails({ code: 'file-missing', file: file.name });
    } else if (file.name !== exportFiles.entries && !(await isAsListed(reader, tools, file))) {
      changed.add(file.name);
    }
  }
  for (const file of files.length === 0 ? [] : reader.names.filter((name) => !listed.has(name))) {
    // A file of ours that the manifest does not know was put there; what a computer leaves on a stick was not.
    Object.values<string>(exportFiles).includes(file)
      ? findings.fails({ code: 'file-contradicts', file })
      : findings.unknown({ code: 'file-extra', file });
  }
  return changed;
}

async function isAsListed(reader: ExportReader, tools: VerifyTools, file: ManifestFile): Promise<boolean> {
  const hash = tools.startSha256();
  let bytes = 0;
  for await (const piece of reader.open(file.name) ?? nothing()) {
    hash.update(piece);
    bytes += piece.length;
  }
  return bytes === file.bytes && hash.hex() === file.sha256;
}

/** JSON or undefined. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
