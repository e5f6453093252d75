/**
 * The findings of a verifier in plain English, for the CLI and the page.
 * Runs everywhere.
 */
import type { LineFault } from './verify-lines.ts';
import type { Finding, Source } from './verify-report.ts';

const sources: Readonly<Record<Source, string>> = {
  given: 'the older checkpoint that you gave',
  'export-before': 'the export before this one',
  'own-proof': 'the checkpoint that left the terminal before',
};

const lineFaults: Readonly<Record<LineFault, string>> = {
  'not-utf8': 'it is not UTF-8',
  'not-json': 'it is not JSON',
  'other-columns': 'it does not have exactly the columns of a row',
  'not-canonical': 'it is not written as the log writes it',
  'too-long': 'it is longer than any row',
  'no-line-feed': 'its line is not ended',
};

const noteFaults: Readonly<Record<string, string>> = {
  'no-note': 'it is not a signed note',
  'no-checkpoint': 'it is not a checkpoint',
  'other-key': 'another key signed it',
  'bad-signature': 'the signature is not right',
};

/** Says one finding: a sentence or two. */
export function sayFinding(finding: Finding): string {
  if (finding.state === 'holds') {
    return sayHeld(finding);
  }
  return finding.state === 'fails' ? sayFailed(finding) : sayUnknown(finding);
}

function sayHeld(found: Extract<Finding, { state: 'holds' }>): string {
  switch (found.code) {
    case 'key-given':
      return `The signatures were checked with the key that you gave: ${found.key}`;
    case 'head-signed':
      return `The checkpoint of ${found.origin} over ${found.size} rows is signed. Head: ${found.root}`;
    case 'rows-hold':
      return found.count === 0
        ? 'The export holds no rows, and the checkpoint says the same.'
        : `Rows ${found.first} to ${found.last} are complete, in order and unchanged: ${found.count} rows lead to the signed head.`;
    case 'manifest-signed':
      return 'The list of files is signed by the terminal.';
    case 'files-hold':
      return `The other ${found.count} files of the export are as the terminal wrote them.`;
    case 'subjects-hold':
      return `The persons revealed are those that the rows are committed to: ${found.count}.`;
    case 'continues':
      return `The log continues ${sources[found.by]}: its ${found.older} rows are the first ${found.older} of this one.`;
    case 'log-holds':
      return `All ${found.count} rows are in order, and each is what was hashed when it was written.`;
    case 'heads-hold':
      return `All ${found.count} checkpoints that the log keeps are signed and agree with the rows.`;
    case 'nodes-hold':
      return `The stored tree agrees with the rows: ${found.count} nodes.`;
    case 'subjects-kept':
      return `Persons: ${found.kept} kept as their rows are committed to, ${found.erased} erased.`;
  }
}

function sayFailed(found: Extract<Finding, { state: 'fails' }>): string {
  switch (found.code) {
    case 'row-changed':
      return `Row ${found.row} (line ${found.line}) was changed.`;
    case 'row-unreadable':
      return `Row ${found.row} (line ${found.line}) is damaged: ${lineFaults[found.fault]}.`;
    case 'row-missing':
      return `Row ${found.row} is missing: line ${found.line} holds another row.`;
    case 'row-moved':
      return `Row ${found.row} is not in its place: line ${found.line} holds another row.`;
    case 'row-doubled':
      return `Row ${found.row} is there twice: again in line ${found.line}.`;
    case 'row-added':
      return `A row was put in at row ${found.row} (line ${found.line}) that the log does not have.`;
    case 'rows-cut':
      return `The rows end too early: row ${found.row} and all up to ${found.last} are missing.`;
    case 'rows-differ':
      return `The rows are not those that were signed. Some row from ${found.first} to ${found.last} was changed; leaves.bin, which would name it, is damaged or missing.`;
    case 'file-missing':
      return `The file ${found.file} is missing.`;
    case 'file-changed':
      return `The file ${found.file} was changed${found.row === undefined ? '' : `, first at row ${found.row}`}.`;
    case 'file-unreadable':
      return `The file ${found.file} is damaged: it cannot be read.`;
    case 'key-differs':
      return 'The export brings another key than the one that you gave.';
    case 'head-unsigned':
      return `The checkpoint is not signed by the key: ${noteFaults[found.why]}.`;
    case 'manifest-unsigned':
      return 'The list of files (manifest.json) is not what the terminal signed, or manifest.note is missing.';
    case 'file-contradicts':
      return `The file ${found.file} does not belong to this export: it contradicts the other files.`;
    case 'subject-differs':
      return `The person of row ${found.row} is not the one that the row is committed to${found.line === undefined ? '' : ` (subjects.jsonl, line ${found.line})`}.`;
    case 'subject-unreadable':
      return `Line ${found.line} of subjects.jsonl is damaged.`;
    case 'older-unsigned':
      return `${capital(sources[found.by])} cannot be used: ${noteFaults[found.why] ?? 'it is damaged'}.`;
    case 'older-of-other-log':
      return `${capital(sources[found.by])} is of another log: ${found.origin}.`;
    case 'rolled-back':
      return `The log has only ${found.size} rows, and ${sources[found.by]} covers ${found.older}: its end was cut off, or it was set back to an earlier state.`;
    case 'forked':
      return `There are two histories: ${sources[found.by]} covers as many rows (${found.older}), but other ones.`;
    case 'rewritten':
      return `The log was rewritten: its first ${found.older} rows are not those of ${sources[found.by]}.`;
    case 'exports-apart':
      return `Between two of the exports rows ${found.row} to ${found.last} are missing.`;
    case 'not-an-export':
      return 'This folder is not an export of Pravesh: it has neither entries.jsonl nor checkpoint.txt.';
    case 'row-gone':
      return `Row ${found.row} is missing from the log.`;
    case 'leaf-differs':
      return `Row ${found.row} was changed: it is not what was hashed when it was written.`;
    case 'node-differs':
      return `The stored tree does not agree with the rows at row ${found.row} (level ${found.level}, position ${found.position}).`;
    case 'nodes-extra':
      return `The stored tree has ${found.count} nodes that belong to no row.`;
    case 'log-cut':
      return `Row ${found.row} and all up to ${found.older} are missing: the log signed a checkpoint over ${found.older} rows.`;
    case 'stored-head-differs':
      return `The checkpoint over ${found.size} rows that the log keeps does not agree with the rows.`;
    case 'stored-head-unsigned':
      return `The checkpoint over ${found.size} rows that the log keeps is not signed by the key.`;
    case 'rows-rewritten':
      return found.first === found.last
        ? `Row ${found.first} was changed, together with all that the log keeps of it: the rows no longer lead to the checkpoint over ${found.last} rows.`
        : `A row between ${found.first} and ${found.last} was changed, together with all that the log keeps of it: the rows no longer lead to the checkpoint over ${found.last} rows, and no checkpoint in between tells which row it is.`;
  }
}

function sayUnknown(found: Extract<Finding, { state: 'unknown' }>): string {
  switch (found.code) {
    case 'key-from-export':
      return `Whose export this is: the key came with it and shows only that all belongs together. Compare it with the key of the terminal: ${found.key}`;
    case 'key-from-terminal':
      return `Whether the key is the terminal's own: it was read beside the log. Compare it with one that was noted elsewhere: ${found.key}`;
    case 'history-unknown':
      return 'Whether rows were cut off at the end, or the log was set back or rewritten, before this checkpoint was signed. Only an older checkpoint that left the terminal can tell.';
    case 'history-known-to':
      return `Whether rows after ${found.older}, which the older checkpoint does not cover, were rewritten before this checkpoint was signed.`;
    case 'rebuilt-unknown':
      return 'Whether the whole log was rebuilt with its own key: whoever holds the key of the terminal can sign another history, and no file shows it. Only checkpoints and receipts kept elsewhere do.';
    case 'older-unreachable':
      return `Whether the log continues ${sources[found.by]} (${found.older} rows): nothing in the export leads there. Give the exports between the two as well.`;
    case 'file-extra':
      return `What ${found.file} is: it is not part of the export and was not looked at.`;
    case 'rows-unproven':
      return 'Whether these are the rows that were signed: what ties them to the checkpoint is damaged or missing.';
    case 'head-missing':
      return 'Who signed this: there is no key that can be read, or nothing that was signed.';
    case 'tail-unsigned':
      return `Rows ${found.first} to ${found.last} are newer than the newest checkpoint: no signature stands for them yet.`;
  }
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
