/**
 * docs/faults.md, as it follows from what the tests saw. Each section is compared with the document that is there;
 * `PRAVESH_WRITE_DOCS=1` writes it instead. For tests only.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { findRoot } from '../support/root.ts';
import type { SeenRow } from './fault-cells.ts';
import { boundOf, calls, type FaultRow, httpRows, nameRow, tcpRows, tlsRows } from './fault-table.ts';

const path = join(findRoot(), 'docs', 'faults.md');

/** The waits of a kiosk whose configuration says nothing else. */
const shipped = { connectMs: 5_000, headersMs: 10_000, bodyMs: 10_000 };

const callWords = { generateOTP: 'code is sent', confirmOTP: 'code is checked', status: 'status is read' } as const;

/** Compares, or writes, the sections that these tests saw. A test that failed has left a gap, and is told by itself. */
export function compareDocument(sections: Readonly<Record<string, readonly SeenRow[]>>): void {
  for (const [title, seen] of Object.entries(sections)) {
    const table = writeTable(seen);
    const document = readFileSync(path, 'utf8');
    if (process.env.PRAVESH_WRITE_DOCS === '1') {
      writeFileSync(path, replaceSection(document, title, table));
    } else {
      expect(plain(sectionOf(document, title)), 'docs/faults.md: npm run faults:write').toBe(plain(table));
    }
  }
}

/** A table without what a formatter does to it. */
function plain(table: string): string {
  return table.replace(/ *\| */g, '|').replace(/-{3,}/g, '---');
}

function writeTable(seen: readonly SeenRow[]): string {
  const rows = [...tcpRows, ...tlsRows, nameRow, ...httpRows].flatMap((row) => linesOf(row, seen));
  return [
    '| Fault | When the | The visitor sees | Code | Row | At most |',
    '|---|---|---|---|---|---|',
    ...rows.map((cells) => `| ${cells.join(' | ')} |`),
  ].join('\n');
}

/** Calls that end alike share a line. */
function linesOf(row: FaultRow, seen: readonly SeenRow[]): string[][] {
  const lines = new Map<string, { words: string[]; rest: string[] }>();
  for (const call of calls) {
    const cell = seen.find((one) => one.fault === row.fault && one.call === call);
    if (cell !== undefined) {
      const code = cell.end === 'ok' ? '' : `\`${cell.end}\``;
      const rest = [cell.screen, code, cell.row, writeBound(boundOf(row, call, shipped))];
      const known = lines.get(rest.join()) ?? { words: [], rest };
      known.words.push(callWords[call]);
      lines.set(rest.join(), known);
    }
  }
  return Array.from(lines.values(), ({ words, rest }) => [
    row.fault,
    words.length === calls.length ? 'any of the three' : words.join(', '),
    ...rest,
  ]);
}

function writeBound(milliseconds: number): string {
  return milliseconds === 0 ? 'the answer' : `${milliseconds / 1_000} s`;
}

function bounds(document: string, title: string): readonly [number, number] {
  const start = document.indexOf(`\n## ${title}\n\n|`);
  if (start < 0) {
    throw new Error(`docs/faults.md has no table under "${title}"`);
  }
  const from = start + `\n## ${title}\n\n`.length;
  const end = document.indexOf('\n\n', from);
  return [from, end < 0 ? document.trimEnd().length : end];
}

function sectionOf(document: string, title: string): string {
  return document.slice(...bounds(document, title));
}

function replaceSection(document: string, title: string, table: string): string {
  const [from, to] = bounds(document, title);
  return document.slice(0, from) + table + document.slice(to);
}
