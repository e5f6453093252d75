/**
 * Checks what an export reveals of persons against the commitments of its rows: `commitment = HMAC-SHA-256(salt, RFC 8785
 * canonical JSON of {mobile, name})`. That JSON is the beginning of the line, so that nothing is parsed and written again.
 * Runs everywhere.
 */
import { exportFiles } from './export-format.ts';
import { scanLines, subjectShape } from './verify-lines.ts';
import type { Failed, Findings } from './verify-report.ts';
import { nothing } from './verify-rows.ts';
import type { ExportReader, VerifyTools } from './verify-tools.ts';

/** Rows of one page of commitments: a million rows take 64 MB and no million of strings. */
const pageRows = 4096;
/** A commitment as a row has it: hex. */
const commitmentBytes = 64;
const saltBytes = 16;

const commitmentMember = ',"subject_commitment":"';
const saltMember = ',"salt":"';
const closingBrace = 0x7d;

/** The commitments of the rows in their order; nothing but zeros where a row has none. */
async function readCommitments(reader: ExportReader, tools: VerifyTools): Promise<readonly Uint8Array[]> {
  const pages: Uint8Array[] = [];
  let rows = 0;
  await scanLines(reader.open(exportFiles.entries) ?? nothing(), tools, ({ prefixed }) => {
    if (rows % pageRows === 0) {
      pages.push(new Uint8Array(commitmentBytes * pageRows));
    }
    const at = tools.readBytewise(prefixed).indexOf(commitmentMember);
    if (at >= 0) {
      const start = at + commitmentMember.length;
      pages.at(-1)?.set(prefixed.subarray(start, start + commitmentBytes), commitmentBytes * (rows % pageRows));
    }
    rows += 1;
    return undefined;
  });
  return pages;
}

/**
 * Reads `subjects.jsonl` against the rows; both are in the order of the log. Says the first that is wrong.
 * @param range of the rows, which hold
 */
export async function verifySubjects(
  reader: ExportReader,
  tools: VerifyTools,
  { first, last }: { readonly first: number; readonly last: number },
  findings: Findings,
): Promise<void> {
  const pages = await readCommitments(reader, tools);
  let newest = first - 1;
  let count = 0;
  let failed: Failed | undefined;
  const isCommitted = (row: number, commitment: string): boolean => {
    const start = commitmentBytes * ((row - first) % pageRows);
    const own = pages[Math.floor((row - first) / pageRows)]?.subarray(start, start + commitmentBytes);
    return row <= last && own !== undefined && tools.readBytewise(own) === commitment;
  };
  await scanLines(
    reader.open(exportFiles.subjects) ?? nothing(),
    tools,
    ({ line, seq, fault, prefixed }) => {
      if (fault !== undefined || seq === undefined || seq <= newest) {
        failed = { code: 'subject-unreadable', line };
      } else if (!isCommitted(seq, commit(tools, prefixed))) {
        failed = { code: 'subject-differs', row: seq, line };
      } else {
        newest = seq;
        count += 1;
      }
      return failed === undefined ? undefined : 'stop';
    },
    subjectShape,
  );
  if (failed !== undefined) {
    findings.fails(failed);
  } else {
    findings.holds({ code: 'subjects-hold', count });
  }
}

/** The commitment, in hex, to what a line reveals. @param prefixed a byte and the line */
function commit(tools: VerifyTools, prefixed: Uint8Array): string {
  const text = tools.readBytewise(prefixed);
  const end = text.lastIndexOf(saltMember);
  const salt = new Uint8Array(saltBytes);
  for (let at = 0; at < saltBytes; at += 1) {
    const digits = end + saltMember.length + 2 * at;
    salt[at] = Number.parseInt(text.slice(digits, digits + 2), 16);
  }
  const message = prefixed.slice(1, end + 1);
  message[end - 1] = closingBrace;
  return tools.hmacSha256(salt, message);
}
