/** From what going through a log gave to findings. */
import { type Findings, type VerifierKey, writeVerifierKey } from '../../contract/public.ts';
import type { Walk } from './walk-rows.ts';

/** Says what is known of the rows, and of all that was made of them. @param stored how many nodes there are */
export function sayWalk(walk: Walk, { key, newest, stored }: Told, findings: Findings): void {
  sayRows(walk, findings);
  if (walk.gone === undefined) {
    sayNodes(walk, stored, findings);
  }
  sayPersons(walk, findings);
  if (walk.gone === undefined && newest > walk.last) {
    findings.fails({ code: 'log-cut', row: walk.last + 1, older: newest });
  }
  sayHeads(walk, key, findings);
}

/** What else there is to tell of a log. */
export interface Told {
  readonly key: VerifierKey | undefined;
  /** The size of the newest stored head; 0 when there is none. */
  readonly newest: number;
  /** How many nodes are stored. */
  readonly stored: number;
}

function sayRows({ gone, changed, last }: Walk, findings: Findings): void {
  if (changed !== undefined) {
    findings.fails({ code: 'leaf-differs', row: changed });
  }
  if (gone !== undefined) {
    findings.fails({ code: 'row-gone', row: gone });
  } else if (changed === undefined) {
    findings.holds({ code: 'log-holds', count: last });
  }
}

function sayNodes({ nodes: { count, other }, changed }: Walk, stored: number, findings: Findings): void {
  // A row that was changed explains each node above it.
  if (other !== undefined && changed === undefined) {
    findings.fails({ code: 'node-differs', ...other });
  }
  if (stored > count) {
    findings.fails({ code: 'nodes-extra', count: stored - count });
  }
  if (other === undefined && stored <= count) {
    findings.holds({ code: 'nodes-hold', count });
  }
}

function sayPersons({ persons: { kept, erased, wrong }, gone }: Walk, findings: Findings): void {
  if (wrong !== undefined) {
    findings.fails({ code: 'subject-differs', row: wrong });
  } else if (gone === undefined) {
    findings.holds({ code: 'subjects-kept', kept, erased });
  }
}

function sayHeads({ heads, changed }: Walk, key: VerifierKey | undefined, findings: Findings): void {
  const { count, unsigned, differs, between } = heads;
  if (unsigned !== undefined) {
    findings.fails({ code: 'stored-head-unsigned', size: unsigned });
  }
  if (differs !== undefined) {
    findings.fails({ code: 'stored-head-differs', size: differs });
  }
  // A row that is known to be changed explains that the rows lead elsewhere.
  if (between !== undefined && (changed === undefined || changed > between.last)) {
    findings.fails({ code: 'rows-rewritten', ...between });
  }
  if (key !== undefined && count > 0 && unsigned === undefined && differs === undefined) {
    findings.holds({ code: 'heads-hold', count });
  }
}

/** Says what no verifier of this log can know. @param given whether the key came from elsewhere */
export function sayUnknown({ key, newest }: Told, given: boolean, size: number, findings: Findings): void {
  if (key === undefined) {
    findings.unknown({ code: 'head-missing' });
  } else if (given) {
    findings.holds({ code: 'key-given', key: writeVerifierKey(key) });
  } else {
    findings.unknown({ code: 'key-from-terminal', key: writeVerifierKey(key) });
  }
  if (newest < size) {
    findings.unknown({ code: 'tail-unsigned', first: newest + 1, last: size });
  }
  const reached = findings.all.flatMap((finding) => (finding.code === 'continues' ? [finding.older] : []));
  findings.unknown(
    reached.length === 0 ? { code: 'history-unknown' } : { code: 'history-known-to', older: Math.max(...reached) },
  );
  findings.unknown({ code: 'rebuilt-unknown' });
}
