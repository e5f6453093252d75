/** What a restore says: what was found, what is not known, and what to do next. Runs in Node, for the CLI. */
import type { RestoreReport } from '../core/kiosk.ts';

type Comparison = NonNullable<RestoreReport['log']>;

/** The lines, for people. */
export function describeRestore({ rows, signature, log, against, replaced }: RestoreReport): string[] {
  return [
    `The backup is in place: ${rows} rows, which fit their tree. Row ${rows + 1} says that it was restored.`,
    signatureWords[signature],
    ...(log === undefined ? [] : [describeVerdict('The log that was there', rows, log)]),
    ...(against === undefined ? [] : [describeVerdict('The checkpoint of --against', rows, against)]),
    ...(log === undefined && against === undefined ? [nothingKnown] : []),
    ...(replaced === undefined ? [] : describeReplaced(replaced)),
    'Persons that were erased after the backup was made are in the log again. Erase them again.',
  ];
}

const signatureWords: Readonly<Record<RestoreReport['signature'], string>> = {
  good: 'Its newest checkpoint is signed by the key of this terminal.',
  'no-key':
    'The key of the terminal is not here, so nobody looked who signed its checkpoints. Put the folder keys/ back before you start the kiosk, or it makes new keys.',
  'no-checkpoint': 'It holds no checkpoint, so no signature speaks for it.',
};

const nothingKnown =
  'Nothing else is known of this log: rows that came after the backup would not be missed, and a log that was rebuilt with its key would not be noticed.';

function describeVerdict(name: string, rows: number, { size, verdict }: Comparison): string {
  switch (verdict) {
    case 'same':
      return `${name} has the same ${size} rows.`;
    case 'longer':
      return `${name} has ${size} rows; the backup goes on from there, and its rows ${size + 1} to ${rows} are new.`;
    case 'older':
      return `${name} goes on from the backup: rows ${rows + 1} to ${size} are gone. Whoever holds a checkpoint of them will find that.`;
    case 'shorter':
      return `${name} covers ${size} rows: rows ${rows + 1} to ${size} are gone, and whether they followed on this backup cannot be known from a checkpoint alone.`;
  }
}

function describeReplaced({ path, whole }: NonNullable<RestoreReport['replaced']>): string[] {
  return [
    ...(whole ? [] : ['The log that was there is damaged: what it held beyond the backup cannot be known.']),
    `It is kept as ${path}. It holds persons; delete it when it is no longer needed.`,
  ];
}
