/**
 * Reads `entries.jsonl` line by line and says of each whether it is exactly what the log would have hashed: the RFC 8785
 * canonical JSON of the evidence columns. Because the columns are known, that form is one regular expression: no line is
 * parsed and written again, which would take longer than all the hashing.
 * Runs everywhere.
 */
import { evidenceMembers } from './export-format.ts';
import type { VerifyTools } from './verify-tools.ts';

/** What is wrong with a line by itself. */
export type LineFault = 'not-utf8' | 'not-json' | 'other-columns' | 'not-canonical' | 'too-long' | 'no-line-feed';

/** One line. */
export interface SeenLine {
  /** Counted from 1. */
  readonly line: number;
  /** What the line says of its place in the log; undefined when it cannot be read. */
  readonly seq: number | undefined;
  readonly fault: LineFault | undefined;
  /** 0x00 and the bytes of the line without its line feed; good until the next line. */
  readonly prefixed: Uint8Array;
}

/** Longer than any row of the log. */
const longestLine = 256 * 1024;

const lineFeed = 10;
/** A JSON string as RFC 8785 writes it, one character a byte. */
const string = '"(?:[^"\\\\\\x00-\\x1f]|\\\\(?:["\\\\bfnrt]|u00(?:0[0-7be]|1[0-9a-f])))*"';
const always = new Set(['at', 'channel', 'clock', 'id', 'outcome', 'site', 'terminal']);
const ownShapes: Readonly<Record<string, string>> = {
  seq: '[1-9][0-9]{0,15}',
  status: '(?:null|[012])',
  subject_commitment: '(?:null|"[0-9a-f]{64}")',
};

function memberShape(name: string): string {
  return `"${name}":${ownShapes[name] ?? (always.has(name) ? string : `(?:null|${string})`)}`;
}

/** A line of `subjects.jsonl`, likewise. */
export const subjectShape = `\\{"mobile":(?:null|${string}),"name":(?:null|${string}),"salt":"[0-9a-f]{32}","seq":[1-9][0-9]{0,15}\\}\\n`;

/** A line of `entries.jsonl` with its line feed, as an expression. */
export const rowShape = `\\{${evidenceMembers.map(memberShape).join(',')}\\}\\n`;

/**
 * Calls for each line in order; ends early when the callback answers `stop`.
 * @param of what a line is: `rowShape` or `subjectShape`
 */
export async function scanLines(
  pieces: AsyncIterable<Uint8Array>,
  tools: Pick<VerifyTools, 'isUtf8' | 'readUtf8' | 'readBytewise'>,
  onLine: (line: SeenLine) => 'stop' | undefined,
  of: string = rowShape,
): Promise<void> {
  const shape = new RegExp(of, 'y');
  let carry = new Uint8Array();
  let line = 0;

  /** Takes what ends in a line feed out of `work`, whose first byte belongs to nobody. Answers what is left. */
  const takeLines = (work: Uint8Array): Uint8Array | 'stop' => {
    const end = work.lastIndexOf(lineFeed);
    const text = tools.readBytewise(work.subarray(1, end + 1));
    const clean = tools.isUtf8(work.subarray(1, end + 1));
    let at = 0;
    while (at < text.length) {
      shape.lastIndex = at;
      const isRow = shape.test(text);
      const next = isRow ? shape.lastIndex : text.indexOf('\n', at) + 1;
      // The line feed before the line gives its place to the prefix of the leaf: nothing is copied.
      work[at] = 0;
      line += 1;
      const prefixed = work.subarray(at, next);
      const seen =
        isRow && (clean || tools.isUtf8(prefixed))
          ? { line, seq: readSeq(text, at), fault: undefined, prefixed }
          : { line, prefixed, ...judgeLine(tools.readUtf8(prefixed.subarray(1))) };
      if (onLine(seen) === 'stop') {
        return 'stop';
      }
      at = next;
    }
    return work.subarray(end + 1);
  };

  for await (const piece of pieces) {
    const work = new Uint8Array(1 + carry.length + piece.length);
    work.set(carry, 1);
    work.set(piece, 1 + carry.length);
    const left = piece.includes(lineFeed) ? takeLines(work) : work.subarray(1);
    if (left === 'stop') {
      return;
    }
    carry = left.slice();
    if (carry.length > longestLine) {
      onLine({ line: line + 1, seq: undefined, fault: 'too-long', prefixed: Uint8Array.of(0) });
      return;
    }
  }
  if (carry.length > 0) {
    const judged = judgeLine(tools.readUtf8(carry));
    const fault = judged.fault === 'not-canonical' ? 'no-line-feed' : judged.fault;
    onLine({ line: line + 1, ...judged, fault, prefixed: Uint8Array.of(0, ...carry) });
  }
}

const seqMember = ',"seq":';

/**
 * The number in a line that has the shape of a row. No text in it can hold this member's name: its quotation marks would
 * have backslashes. A group of the expression would say the same and make an array for every row.
 */
function readSeq(text: string, at: number): number {
  let seq = 0;
  for (let digit = text.indexOf(seqMember, at) + seqMember.length; ; digit += 1) {
    const value = text.charCodeAt(digit) - 48;
    if (value < 0 || value > 9) {
      return seq;
    }
    seq = seq * 10 + value;
  }
}

/** Why a line that does not have the shape of a row is none. */
function judgeLine(text: string | undefined): Pick<SeenLine, 'seq' | 'fault'> {
  const nothing = { seq: undefined };
  if (text === undefined) {
    return { ...nothing, fault: 'not-utf8' };
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ...nothing, fault: 'not-json' };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { ...nothing, fault: 'other-columns' };
  }
  const seq = 'seq' in value && Number.isSafeInteger(value.seq) ? Number(value.seq) : undefined;
  const names = Object.keys(value).sort().join();
  return { ...nothing, seq, fault: names === evidenceMembers.join() ? 'not-canonical' : 'other-columns' };
}
