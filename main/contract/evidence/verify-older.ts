/**
 * Compares an export with an older signed head: does it continue that head, or was the log set back, forked or rewritten
 * since? Only a head that left the device can tell (trust.md).
 * Runs everywhere.
 */
import { fromBase64 } from './bytes.ts';
import type { ExportProofs } from './export-format.ts';
import { isConsistent, sameBytes } from './merkle.ts';
import { type Checkpoint, openCheckpoint, readCheckpoint, type VerifierKey } from './note.ts';
import type { Findings, Source } from './verify-report.ts';
import type { VerifyTools } from './verify-tools.ts';

/** A signed head from somewhere else, as the text of its note. */
export interface OlderHead {
  readonly by: Source;
  readonly note: string;
}

/** What is known of the newer side. */
export interface NewerSide {
  readonly key: VerifierKey;
  readonly head: Checkpoint;
  readonly proofs: ExportProofs | undefined;
  /** Heads at sizes within the rows. */
  readonly rootsAt: ReadonlyMap<number, Uint8Array>;
  /** Whether `proofs.json` is what the terminal signed: only then is a proof that fails one of a rewrite. */
  readonly proofsHold: boolean;
  /** Whether the rows lead to the head: only then does another head at an older size mean a rewrite. */
  readonly rowsHold: boolean;
}

/** Opens an older head; says why it cannot be used. */
export function openOlder(
  tools: VerifyTools,
  key: VerifierKey,
  { by, note }: OlderHead,
  findings: Findings,
): Checkpoint | undefined {
  const opened = openCheckpoint(key, tools.checkSignature, note);
  if (opened.ok && opened.checkpoint.origin === key.name) {
    return opened.checkpoint;
  }
  const origin = readCheckpoint(note)?.origin;
  if (origin !== undefined && origin !== key.name) {
    findings.fails({ code: 'older-of-other-log', by, origin });
  } else {
    findings.fails({ code: 'older-unsigned', by, why: opened.ok ? 'no-checkpoint' : opened.why });
  }
  return undefined;
}

/** Compares one older head with the newer side. */
export function compareOlder(
  tools: VerifyTools,
  newer: NewerSide,
  older: Checkpoint,
  by: Source,
  findings: Findings,
): void {
  const { head, rootsAt, rowsHold } = newer;
  const { size } = older;
  if (size > head.size) {
    findings.fails({ code: 'rolled-back', older: size, size: head.size, by });
    return;
  }
  if (size === head.size) {
    const same = sameBytes(older.root, head.root);
    same ? findings.holds({ code: 'continues', older: size, by }) : findings.fails({ code: 'forked', older: size, by });
    return;
  }
  const root = rootsAt.get(size);
  if (root !== undefined && sameBytes(root, older.root)) {
    findings.holds({ code: 'continues', older: size, by });
  } else if (root !== undefined && rowsHold) {
    findings.fails({ code: 'rewritten', older: size, by });
  } else {
    compareByProof(tools, newer, older, by, findings);
  }
}

/** By the consistency proof of the export, when it starts at the very size. */
function compareByProof(
  tools: VerifyTools,
  { key, head, proofs, proofsHold }: NewerSide,
  older: Checkpoint,
  by: Source,
  findings: Findings,
): void {
  const { consistency } = proofs ?? {};
  const opened = openCheckpoint(key, tools.checkSignature, consistency?.from.checkpoint ?? '');
  const path = consistency?.path.map(fromBase64).filter((hash) => hash !== undefined) ?? [];
  const from = opened.ok && opened.checkpoint.size === older.size ? opened.checkpoint : undefined;
  if (from === undefined || from.origin !== older.origin) {
    findings.unknown({ code: 'older-unreachable', older: older.size, by });
  } else if (!sameBytes(from.root, older.root)) {
    findings.fails({ code: 'rewritten', older: older.size, by });
  } else if (isConsistent(tools.sha256, older, head, path)) {
    findings.holds({ code: 'continues', older: older.size, by });
  } else if (proofsHold) {
    findings.fails({ code: 'rewritten', older: older.size, by });
  } else {
    findings.unknown({ code: 'older-unreachable', older: older.size, by });
  }
}
