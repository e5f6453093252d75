/**
 * A verifier's report for people and for programs.
 * Runs in Node, for the CLI.
 */
import { type Finding, type Report, sayFinding } from '../../contract/public.ts';
import type { CommandIo } from '../command.ts';

/** A report with the path of what it is about. */
export type PathReport = Report & { readonly path: string };

const words: Readonly<Record<Finding['state'], string>> = {
  holds: 'holds         ',
  fails: 'DOES NOT HOLD ',
  unknown: 'NOT KNOWN     ',
};

/** What does not hold comes first: it must not be missed. */
const order: readonly Finding['state'][] = ['fails', 'holds', 'unknown'];

/** Prints reports: one JSON value, or a block of lines each. */
export function printReports(reports: readonly PathReport[], json: boolean, io: CommandIo): void {
  const ok = reports.every((report) => report.ok);
  if (json) {
    const targets = reports.map(({ path, ok: good, firstBadRow, findings }) => ({
      path,
      ok: good,
      firstBadRow: firstBadRow ?? null,
      findings: findings.map((finding) => ({ ...finding, says: sayFinding(finding) })),
    }));
    const firstBadRow = targets.find((target) => target.firstBadRow !== null)?.firstBadRow ?? null;
    io.out(JSON.stringify({ ok, firstBadRow, targets }));
    return;
  }
  for (const report of reports) {
    printReport(report, io);
  }
  io.out(ok ? 'Verified: nothing was found that does not hold.' : 'NOT VERIFIED: see above what does not hold.');
}

function printReport({ path, findings, firstBadRow }: PathReport, io: CommandIo): void {
  io.out(path);
  for (const state of order) {
    for (const finding of findings.filter((one) => one.state === state)) {
      io.out(`  ${words[state]}${stripControls(sayFinding(finding))}`);
    }
  }
  if (firstBadRow !== undefined) {
    io.out(`  First bad row: ${firstBadRow}`);
  }
}

/** Names of files and logs come from outside; an escape sequence would speak to the terminal of who reads it. */
function stripControls(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, ' ');
}
