/**
 * Reads YAML into plain values and remembers where each one stands in the file.
 * Part of the core. Complaints are in our own words: the library's quote the source, which may hold a secret.
 */
import { type Document, LineCounter, type ParsedNode, parseDocument, visit } from 'yaml';
import { formatKeyPath, type KeyPath } from './problem.ts';
import { describeYamlError } from './yaml-errors.ts';
import { findOffset, findPath } from './yaml-paths.ts';

/** Where something stands, counted from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A mistake in the YAML itself. */
export interface YamlProblem extends Position {
  readonly key: string;
  readonly reason: string;
}

/** A file that was read: its value, and where a path of it stands. */
export interface YamlFile {
  readonly value: unknown;
  /** The position of the value at a path, of its key (`ofKey`), or of the nearest thing above it that is there. */
  locate(path: KeyPath, ofKey?: boolean): Position;
}

/** No configuration of ours is near this long (in UTF-16 units); a longer file is some other file. */
const longestText = 256 * 1024;
/** References (`*name`) in one file: enough for a label used twice, too few to fill the memory. */
const mostAliases = 32;

/** Mistakes in the YAML that are told at once. */
const mostMistakes = 10;

const tooManyReferences = 'too many references (*): write the values out';
const tooDeep = describeYamlError('RESOURCE_EXHAUSTION');

/** Reads a text. Never throws; with problems there is no value. */
export function readYaml(text: string): { ok: true; file: YamlFile } | { ok: false; problems: YamlProblem[] } {
  if (text.length > longestText) {
    const reason = 'the file is longer than any configuration: 256 KiB at most';
    return { ok: false, problems: [{ line: 1, column: 1, key: '', reason }] };
  }
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    stringKeys: true,
    resolveKnownTags: false,
    logLevel: 'error',
  });
  const locate = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const { mistakes, value } = readValue(document);
  if (mistakes.length > 0) {
    const problems = mistakes.map(({ offset, reason }) => ({
      ...locate(offset),
      key: formatKeyPath(findPath(document.contents, offset)),
      reason,
    }));
    return { ok: false, problems };
  }
  return { ok: true, file: { value, locate: (path, ofKey) => locate(findOffset(document.contents, path, ofKey)) } };
}

interface Mistake {
  readonly offset: number;
  readonly reason: string;
}

function readValue(document: Document.Parsed<ParsedNode>): { mistakes: Mistake[]; value?: unknown } {
  // One a place, and not all of a long file: most of them follow from the first.
  const places = new Map([...document.errors, ...document.warnings].toReversed().map((error) => [error.pos[0], error]));
  const mistakes = Array.from(places.values(), ({ pos, code }) => ({ offset: pos[0], reason: describeYamlError(code) }))
    .sort((a, b) => a.offset - b.offset)
    .slice(0, mostMistakes);
  // Only a file without mistakes can be walked: references of a broken one may lead nowhere.
  if (mistakes.length > 0) {
    return { mistakes };
  }
  try {
    const forbidden = findForbidden(document);
    return forbidden.length > 0 ? { mistakes: forbidden } : { mistakes: [], value: document.toJS() };
  } catch (error) {
    // The library walks by recursion, and refuses references that multiply.
    const reason = error instanceof RangeError ? tooDeep : tooManyReferences;
    return { mistakes: [{ offset: 0, reason }] };
  }
}

/** What YAML allows and a configuration does not need: many references, and the key that JavaScript gives a meaning. */
function findForbidden(document: Document.Parsed<ParsedNode>): Mistake[] {
  const mistakes: Mistake[] = [];
  let aliases = 0;
  visit(document, {
    Alias(_key, alias) {
      aliases += 1;
      const offset = alias.range?.[0] ?? 0;
      if (alias.resolve(document) === undefined) {
        mistakes.push({ offset, reason: describeYamlError('BAD_ALIAS') });
      } else if (aliases === mostAliases + 1) {
        mistakes.push({ offset, reason: tooManyReferences });
      }
    },
    Scalar(key, { value, range }) {
      if (key === 'key' && value === '__proto__') {
        mistakes.push({ offset: range?.[0] ?? 0, reason: 'the key __proto__ has no meaning here; take it out' });
      }
    },
  });
  return mistakes;
}
