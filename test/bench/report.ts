/** The table that people read and the JSON that programs read. Part of `npm run bench`. */
import type { Spread } from './figures.ts';
import { holds, type Result } from './result.ts';

const heads = ['', 'measured', 'baseline', 'ratio or added', 'goal', 'holds'];

/** What a reader must know of a run: when, on which Node, on what machine and how busy it was before (load of 1 min). */
export interface RunFacts {
  readonly at: string;
  readonly node: string;
  readonly processors: number;
  readonly load: number;
}

const notes = [
  'In brackets: of rates and processor times the middle half of the rounds, of latencies p5 to p99.',
  'Append: the kiosk commits together what comes together; the baseline commits each row alone. It inserts the bytes of the same rows into a table without checks, and does not draw them up.',
  'Visits: both sides keep as many connections. The baseline checks no signature, counts nothing and writes nothing; the kiosk waits for the disk twice a visit.',
  'API: the program runs in a process of its own, and so does the sandbox: with the caller three processes share the processors. Each verification is answered with a signed receipt.',
  'Last digit: what the kiosk waited for its upstream is taken off, visit by visit.',
];

/** The results as lines of a table, and what one must know to read them. */
export function writeTable(results: readonly Result[]): string[] {
  const rows = [heads, ...results.map(toCells)];
  const widths = heads.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('   '));
  return [...lines.map((line) => line.trimEnd()), ...notes];
}

/** The results as JSON. */
export function writeJson(results: readonly Result[], run: RunFacts): string {
  const lines = results.map((result) => ({ ...result, holds: holds(result) }));
  return `${JSON.stringify({ ...run, holds: results.every(holds), results: lines }, null, 2)}\n`;
}

function toCells(result: Result): string[] {
  const { name, unit, measured, baseline, compared, goal } = result;
  return [
    name,
    showSpread(measured, (value) => showValue(value, unit)),
    baseline === undefined ? 'none' : showSpread(baseline, (value) => showValue(value, unit)),
    compared.kind === 'value' ? '-' : showSpread(compared, (value) => showCompared(value, result)),
    goal === undefined ? '-' : `${goal.is} ${showCompared(goal.value, result)}`,
    goal === undefined ? '-' : holds(result) ? 'yes' : 'NO',
  ];
}

function showSpread({ middle, low, high }: Spread, show: (value: number) => string): string {
  return low === high ? show(middle) : `${show(middle)} (${show(low)} to ${show(high)})`;
}

function showCompared(value: number, { compared, unit }: Result): string {
  switch (compared.kind) {
    case 'ratio':
      return value.toFixed(2);
    case 'added':
      return `${value < 0 ? '' : '+'}${showValue(value, unit)}`;
    case 'value':
      return showValue(value, unit);
  }
}

function showValue(value: number, unit: Result['unit']): string {
  switch (unit) {
    case '/s':
      return `${Math.round(value)}/s`;
    case 'ms':
      return `${value.toFixed(value < 2 && value > -2 ? 2 : 1)} ms`;
    case 'bytes':
      return `${value} bytes`;
    case 's':
      return `${value.toFixed(1)} s`;
    case 'MB':
      return `${Math.round(value)} MB`;
  }
}
