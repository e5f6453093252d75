/**
 * Checks what an export reveals of persons against the commitments of its rows: `commitment = HMAC-SHA-256(salt, RFC 8785
 * canonical JSON of {mobile, name})`.
 * Runs everywhere.
 */
import { fromHex } from './bytes.ts';
import { exportFiles, RevealedSubject } from './export-format.ts';
import { toUtf8 } from './note.ts';
import { scanLines } from './verify-lines.ts';
import type { Findings } from './verify-report.ts';
import { nothing } from './verify-rows.ts';
import type { ExportReader, VerifyTools } from './verify-tools.ts';

interface Revealed {
  readonly line: number;
  readonly seq: number;
  /** What the row must be committed to. */
  readonly commitment: string;
}

/**
 * Reads `subjects.jsonl` beside the rows; both are in the order of the log. Says the first that is wrong.
 * @param rowsHold a commitment in rows that do not hold says nothing for anybody
 */
export async function verifySubjects(
  reader: ExportReader,
  tools: VerifyTools,
  rowsHold: boolean,
  findings: Findings,
): Promise<void> {
  const revealed: Revealed[] = [];
  let unreadable: number | undefined;
  let newest = 0;
  await readLines(reader, tools, (text, line) => {
    const subject = text === undefined ? undefined : readSubject(tools, text);
    if (subject === undefined || subject.seq <= newest) {
      unreadable = line;
      return 'stop';
    }
    newest = subject.seq;
    revealed.push({ line, ...subject });
    return undefined;
  });
  let next = 0;
  let wrong: Revealed | undefined;
  await scanLines(reader.open(exportFiles.entries) ?? nothing(), tools, ({ seq, commitment }) => {
    const subject = revealed[next];
    if (subject === undefined) {
      return 'stop';
    }
    if (subject.seq === seq && subject.commitment !== commitment) {
      wrong = subject;
      return 'stop';
    }
    next += subject.seq === seq ? 1 : 0;
    return undefined;
  });
  wrong ??= revealed[next];
  if (wrong !== undefined) {
    findings.fails({ code: 'subject-differs', row: wrong.seq, line: wrong.line });
  }
  if (unreadable !== undefined) {
    findings.fails({ code: 'subject-unreadable', line: unreadable });
  }
  if (rowsHold && wrong === undefined && unreadable === undefined) {
    findings.holds({ code: 'subjects-hold', count: revealed.length });
  }
}

/** Reads one line; undefined when it is not the canonical JSON of a subject. */
function readSubject(tools: VerifyTools, text: string): Omit<Revealed, 'line'> | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const parsed = RevealedSubject.safeParse(value);
  const salt = fromHex(parsed.data?.salt ?? '');
  if (!parsed.success || salt === undefined) {
    return undefined;
  }
  const { mobile, name, salt: hex, seq } = parsed.data;
  // Names in the order of RFC 8785, and JSON.stringify writes texts and whole numbers as that standard does.
  if (JSON.stringify({ mobile, name, salt: hex, seq }) !== text || !text.isWellFormed()) {
    return undefined;
  }
  return { seq, commitment: tools.hmacSha256(salt, toUtf8(JSON.stringify({ mobile, name }))) };
}

/** Calls for each line of `subjects.jsonl`; undefined for one that is not UTF-8 or not ended. */
async function readLines(
  reader: ExportReader,
  tools: VerifyTools,
  onLine: (text: string | undefined, line: number) => 'stop' | undefined,
): Promise<void> {
  let carry = new Uint8Array();
  let line = 0;
  for await (const piece of reader.open(exportFiles.subjects) ?? nothing()) {
    const work = new Uint8Array(carry.length + piece.length);
    work.set(carry);
    work.set(piece, carry.length);
    let at = 0;
    for (let end = work.indexOf(10); end >= 0; end = work.indexOf(10, at)) {
      line += 1;
      if (onLine(tools.readUtf8(work.subarray(at, end)), line) === 'stop') {
        return;
      }
      at = end + 1;
    }
    carry = work.slice(at);
  }
  if (carry.length > 0) {
    onLine(undefined, line + 1);
  }
}
