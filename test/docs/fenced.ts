/** The examples of a guide: the fenced blocks whose first line names the file they are. For tests only. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findRoot } from '../support/root.ts';

const block = /^```(\w+)\n(?:#|\/\/) ([\w.-]+\.\w+)\n([\s\S]*?)^```$/gm;

/** The whole text of a guide. */
export function readGuide(guide: string): string {
  return readFileSync(join(findRoot(), 'docs', guide), 'utf8');
}

/** Reads the examples, by the names of their files; the text is as the reader saves it. */
export function readExamples(guide: string): ReadonlyMap<string, string> {
  return new Map(Array.from(readGuide(guide).matchAll(block), ([, , name = '', body = '']) => [name, body]));
}
