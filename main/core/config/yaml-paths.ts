/**
 * From the path of a value to where it stands in a YAML file, and back.
 * Part of the core.
 */
import { isAlias, isMap, isScalar, isSeq, type ParsedNode } from 'yaml';
import type { KeyPath } from './problem.ts';

/** A key or an entry of a list, and what it leads to. */
interface Step {
  readonly part: string | number;
  /** Undefined in a list. */
  readonly key: ParsedNode | undefined;
  readonly value: ParsedNode | null;
}

function listSteps(node: ParsedNode | null): Step[] {
  if (isMap<ParsedNode, ParsedNode | null>(node)) {
    return node.items.map(({ key, value }) => ({
      part: isScalar(key) ? String(key.value) : '',
      key,
      value,
    }));
  }
  if (isSeq<ParsedNode>(node)) {
    return node.items.map((value, index) => ({ part: index, key: undefined, value }));
  }
  return [];
}

/**
 * The offset of the value at a path, or of its key; where the path leads to nothing, of the key of the last part
 * that is there. A reference (`*name`) is where it stands, not what it leads to.
 */
export function findOffset(root: ParsedNode | null, path: KeyPath, ofKey = false): number {
  let node = root;
  let offset = root?.range[0] ?? 0;
  for (const [index, part] of path.entries()) {
    const step: Step | undefined = isAlias(node) ? undefined : listSteps(node).find((each) => each.part === part);
    if (step === undefined) {
      break;
    }
    const last = index === path.length - 1;
    offset = (last && !ofKey ? step.value : (step.key ?? step.value))?.range[0] ?? offset;
    node = step.value;
  }
  return offset;
}

/** The path of whatever stands at an offset, as deep as the file is understood. */
export function findPath(root: ParsedNode | null, offset: number): KeyPath {
  const path: (string | number)[] = [];
  let node = root;
  while (node !== null) {
    const step: Step | undefined = listSteps(node).findLast(
      ({ key, value }) => ((key ?? value)?.range[0] ?? Number.POSITIVE_INFINITY) <= offset,
    );
    const end = step === undefined ? 0 : ((step.value ?? step.key)?.range[2] ?? 0);
    if (step === undefined || offset > end) {
      break;
    }
    path.push(step.part);
    node = step.value;
  }
  return path;
}
