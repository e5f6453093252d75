/**
 * Verifies several exports of one log in a row: each by itself, each continuing the one before, no row between them
 * missing.
 * Runs everywhere.
 */
import { ExportProofs, exportFiles } from './export-format.ts';
import { type ExportReport, type VerifyOptions, verifyExport } from './verify-export.ts';
import { parseJson } from './verify-files.ts';
import { buildReport, type Finding } from './verify-report.ts';
import { type ExportReader, readSmallFile, type VerifyTools } from './verify-tools.ts';

/** One export of several, under the name that its caller has for it. */
export interface NamedExport {
  readonly name: string;
  readonly reader: ExportReader;
}

/** The report of one of several exports. */
export interface NamedReport extends ExportReport {
  readonly name: string;
}

/** Verifies exports in the order of their rows, whatever the order in which they are given. */
export async function verifySeries(
  exports: readonly NamedExport[],
  tools: VerifyTools,
  options: VerifyOptions = {},
): Promise<readonly NamedReport[]> {
  const reports: NamedReport[] = [];
  for (const { name, reader } of await sortExports(exports, tools)) {
    const before = reports.at(-1);
    const older = before?.note === undefined ? [] : [{ by: 'export-before' as const, note: before.note }];
    const report = await verifyExport(reader, tools, { ...options, older: [...(options.older ?? []), ...older] });
    reports.push({ ...withGap(before, report), name });
  }
  return reports.map((report) => settleOlder(report, reports));
}

async function sortExports(exports: readonly NamedExport[], tools: VerifyTools): Promise<readonly NamedExport[]> {
  const placed = [];
  for (const one of exports) {
    const file = await readSmallFile(one.reader, tools, exportFiles.proofs);
    const { data } = ExportProofs.safeParse(parseJson(file?.text ?? ''));
    placed.push({ one, size: data?.size ?? Number.POSITIVE_INFINITY, first: data?.first ?? 0 });
  }
  return placed.sort((a, b) => a.size - b.size || a.first - b.first).map(({ one }) => one);
}

/** Adds what is missing between an export and the one before. */
function withGap(before: ExportReport | undefined, report: ExportReport): ExportReport {
  const from = before?.rows?.last;
  const to = report.rows?.first;
  if (from === undefined || to === undefined || to <= from + 1) {
    return report;
  }
  const gap: Finding = { state: 'fails', code: 'exports-apart', row: from + 1, last: to - 1 };
  return { ...report, ...buildReport([...report.findings, gap]) };
}

/** The exports hang together: what one of them says of the given older head stands for those that cannot reach it. */
function settleOlder(report: NamedReport, all: readonly NamedReport[]): NamedReport {
  const settled = new Set(
    all.flatMap(({ findings }) =>
      findings.flatMap((finding) => (finding.code === 'continues' && finding.by === 'given' ? [finding.older] : [])),
    ),
  );
  const findings = report.findings.filter(
    (finding) =>
      !(finding.code === 'older-unreachable' && finding.by === 'given' && settled.has(finding.older)) &&
      !(finding.code === 'history-unknown' && settled.size > 0),
  );
  return { ...report, findings };
}
