/**
 * Verifies one export: with nothing but its files, and a key and older heads where somebody has them.
 * Runs everywhere.
 */
import { exportFiles, type ManifestFile } from './export-format.ts';
import { type VerifierKey, writeVerifierKey } from './note.ts';
import { readManifest, verifyFiles } from './verify-files.ts';
import { compareOlder, type NewerSide, type OlderHead, openOlder } from './verify-older.ts';
import { checkClaims, readHead, readKey, readProofs } from './verify-parts.ts';
import { verifyRows } from './verify-range.ts';
import { buildReport, collectFindings, type Findings, type Report } from './verify-report.ts';
import { verifySubjects } from './verify-subjects.ts';
import type { ExportReader, VerifyTools } from './verify-tools.ts';

/** What is known from elsewhere. */
export interface VerifyOptions {
  /** The C2SP verifier key of the terminal, from somebody who has it from the terminal itself. */
  readonly key?: string | undefined;
  readonly older?: readonly OlderHead[] | undefined;
}

/** The report of an export, with what the next one in a row is compared with. */
export interface ExportReport extends Report {
  readonly rows?: { readonly first: number; readonly last: number };
  /** The note of its head, when it is signed. */
  readonly note?: string;
}

/** Verifies one export. Never throws for what is in the files. */
export async function verifyExport(
  reader: ExportReader,
  tools: VerifyTools,
  options: VerifyOptions = {},
): Promise<ExportReport> {
  const findings = collectFindings();
  if (!reader.names.includes(exportFiles.entries) && !reader.names.includes(exportFiles.checkpoint)) {
    findings.fails({ code: 'not-an-export' });
    return buildReport(findings.all);
  }
  const key = await readKey(reader, tools, options.key, findings);
  const { head, note } = await readHead(reader, tools, key, findings);
  const listed = await readManifest(reader, tools, key, findings);
  const proofs = await readProofs(reader, tools, findings);
  const changed = await verifyFiles(reader, tools, listed?.manifest.files ?? [], findings);
  checkClaims(head, key, listed?.manifest, proofs, findings);

  const files = { changed, signed: listed?.signed === true };
  const older = openAllOlder(tools, key, options.older ?? [], findings);
  const range = files.signed ? listed?.manifest.rows : undefined;
  const rows = await verifyRows(
    reader,
    tools,
    { head, proofs, sizes: older.map(({ size }) => size), range, files },
    findings,
  );
  sayChanged(changed, listed?.manifest.files, rows.leaf, findings);
  // Commitments in rows that do not hold say nothing for anybody.
  if (rows.held !== undefined && reader.names.includes(exportFiles.subjects)) {
    await verifySubjects(reader, tools, rows.held, findings);
  }
  if (key !== undefined && head !== undefined) {
    const proofsHold = files.signed && !changed.has(exportFiles.proofs);
    const newer = {
      key,
      head,
      proofs,
      proofsHold,
      rootsAt: rows.seen?.rootsAt ?? new Map(),
      rowsHold: rows.held !== undefined,
    };
    for (const { by, ...checkpoint } of older) {
      compareOlder(tools, newer, checkpoint, by, findings);
    }
    compareOwn(tools, newer, findings);
  }
  sayUnknown(key, options, findings);
  return {
    ...buildReport(findings.all),
    ...(proofs === undefined ? {} : { rows: { first: proofs.first, last: proofs.last } }),
    ...(note === undefined ? {} : { note }),
  };
}

/** The files that are not as the manifest lists them. */
function sayChanged(
  changed: ReadonlySet<string>,
  listed: readonly ManifestFile[] | undefined,
  leaf: number | undefined,
  findings: Findings,
): void {
  for (const file of changed) {
    const row = file === exportFiles.leaves ? leaf : undefined;
    findings.fails(row === undefined ? { code: 'file-changed', file } : { code: 'file-changed', file, row });
  }
  if (listed !== undefined && changed.size === 0) {
    const others = listed.filter(({ name }) => name !== exportFiles.entries);
    findings.holds({ code: 'files-hold', count: others.length });
  }
}

function openAllOlder(
  tools: VerifyTools,
  key: VerifierKey | undefined,
  older: readonly OlderHead[],
  findings: Findings,
) {
  return older.flatMap((one) => {
    const opened = key && openOlder(tools, key, one, findings);
    return opened === undefined ? [] : [{ ...opened, by: one.by }];
  });
}

/** The proof that the export brings along, from the head that left the terminal before. */
function compareOwn(tools: VerifyTools, newer: NewerSide, findings: Findings): void {
  const { consistency } = newer.proofs ?? {};
  if (consistency === null || consistency === undefined) {
    return;
  }
  const older = openOlder(tools, newer.key, { by: 'own-proof', note: consistency.from.checkpoint }, findings);
  if (older === undefined) {
    return;
  }
  if (older.size !== consistency.from.size) {
    findings.fails({ code: 'file-contradicts', file: exportFiles.proofs });
    return;
  }
  compareOlder(tools, { ...newer, rootsAt: new Map() }, older, 'own-proof', findings);
}

/** What nobody can know from what was given. */
function sayUnknown(key: VerifierKey | undefined, { key: given }: VerifyOptions, findings: Findings): void {
  if (key === undefined) {
    findings.unknown({ code: 'head-missing' });
    return;
  }
  const line = writeVerifierKey(key);
  given === undefined
    ? findings.unknown({ code: 'key-from-export', key: line })
    : findings.holds({ code: 'key-given', key: line });
  const reached = findings.all.flatMap((finding) =>
    finding.code === 'continues' && finding.by === 'given' ? [finding.older] : [],
  );
  if (reached.length === 0) {
    findings.unknown({ code: 'history-unknown' });
  } else {
    findings.unknown({ code: 'history-known-to', older: Math.max(...reached) });
  }
  findings.unknown({ code: 'rebuilt-unknown' });
}
