/** From what was chosen of an export to the job: times, checkpoints and recipients are read, or named as wrong. */
import {
  type ExportChoice,
  type FieldProblem,
  openCheckpoint,
  sameBytes,
  type VerifierKey,
} from '../../contract/public.ts';
import { checkSignature } from '../tree/sha256.ts';
import type { TreeReader } from '../tree/tree.ts';
import type { ExportJob } from './job.ts';
import { readMoment } from './moment.ts';
import { areRecipients } from './recipients.ts';

/** The chosen parts of a job. */
export type Chosen = Pick<ExportJob, 'after' | 'from' | 'before' | 'table' | 'reveal' | 'encryptTo'> &
  Partial<Pick<ExportJob, 'earlier'>>;

/** Reads the choice. Fields that are wrong are named with a stable word, as `invalid-input` carries them. */
export async function readChoice(
  choice: ExportChoice,
  log: { readonly timeZone: string; readonly key: VerifierKey; readonly tree: TreeReader },
): Promise<{ readonly chosen: Chosen } | { readonly wrong: readonly FieldProblem[] }> {
  const from = choice.from === undefined ? undefined : readMoment(choice.from, log.timeZone, 'from');
  const before = choice.to === undefined ? undefined : readMoment(choice.to, log.timeZone, 'to');
  const earlier = choice.since === undefined ? undefined : readEarlier(choice.since, log);
  const encryptTo = (choice.encryptTo ?? []).map((recipient) => recipient.trim());
  const problems: (FieldProblem | false)[] = [
    choice.from !== undefined && from === undefined && { path: 'from', problem: 'not-a-moment' },
    choice.to !== undefined && before === undefined && { path: 'to', problem: 'not-a-moment' },
    choice.since !== undefined && earlier === undefined && { path: 'since', problem: 'not-of-this-log' },
    !(await areRecipients(encryptTo)) && { path: 'encryptTo', problem: 'not-a-recipient' },
  ];
  const wrong = problems.filter((problem) => problem !== false);
  if (wrong.length > 0) {
    return { wrong };
  }
  const chosen: Chosen = {
    after: earlier?.size ?? 0,
    table: choice.table ?? true,
    reveal: choice.reveal ?? false,
    encryptTo,
    ...(from === undefined ? {} : { from }),
    ...(before === undefined ? {} : { before }),
    ...(earlier === undefined ? {} : { earlier }),
  };
  return { chosen };
}

/** A checkpoint that this terminal signed over rows that the log still has, as they were. */
function readEarlier(note: string, { key, tree }: { readonly key: VerifierKey; readonly tree: TreeReader }) {
  const opened = openCheckpoint(key, checkSignature, note);
  if (!opened.ok || opened.checkpoint.size < 1 || opened.checkpoint.size > tree.size()) {
    return undefined;
  }
  const { size, root } = opened.checkpoint;
  return sameBytes(tree.rootAt(size), root) ? { size, checkpoint: note } : undefined;
}
