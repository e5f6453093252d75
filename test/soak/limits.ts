/** What a soak must keep to, and its summary in words. Part of `npm run soak`. */
import type { SoakReport } from './run-soak.ts';

/**
 * MB that 10,000 visits more may take. Less after the first fifty thousand: until then caches fill, and what is remembered
 * of each visit for a minute. What is counted for a number over a day is in it as well.
 */
export function mostSlope(visits: number): number {
  return visits < 50_000 ? 12 : 5;
}

/** SQLite writes the WAL back at 4 MB; a burst while somebody reads makes it longer. */
export const mostWalBytes = 32e6;

/** What is broken, in words; empty when all holds. */
export function findBroken(report: SoakReport): string[] {
  const { told, rows, slope, largestWalBytes, strange, verified, ended } = report;
  const names = [...new Set([...told.keys(), ...rows.keys()])].sort();
  const unlike = names.filter((name) => told.get(name) !== rows.get(name));
  const allowed = mostSlope(report.visits);
  const rowsInAll = sum(rows);
  const lost = report.visits - report.turnedAway - rowsInAll;
  return [
    ...(lost === 0 ? [] : [`${report.visits} visits, ${report.turnedAway} turned away, and ${rowsInAll} rows`]),
    ...unlike.map(
      (name) => `${told.get(name) ?? 0} visitors were told ${name}, and ${rows.get(name) ?? 0} rows say so`,
    ),
    ...Array.from(
      strange,
      ([code, count]) => `${count} visitors were told ${code}, which nothing here gives reason for`,
    ),
    ...(slope !== undefined && slope > allowed
      ? [`memory grows by ${slope.toFixed(1)} MB in 10,000 visits, more than ${allowed}`]
      : []),
    ...(largestWalBytes > mostWalBytes
      ? [`the WAL had ${inMb(largestWalBytes)}, more than ${inMb(mostWalBytes)}`]
      : []),
    ...(verified.code === 0 ? [] : [`verify ends with ${verified.code}: ${verified.said.trim()}`]),
    ...(ended === 0 ? [] : [`the program ended with ${ended}`]),
  ];
}

/** The summary, a line each. */
export function sayReport(report: SoakReport): string[] {
  const { visits, seconds, rows, slope, megabytes, largestWalBytes, strange, verified } = report;
  const ways = Array.from(rows, ([name, count]) => `${count} ${name.replace('/null', '')}`);
  return [
    `visits       ${visits} in ${seconds.toFixed(0)} s, ${(visits / seconds).toFixed(1)} a second`,
    `rows         ${sum(rows)}: ${ways.join(', ')}`,
    `turned away  ${report.turnedAway}, by the limit on declines`,
    `memory       ${megabytes === undefined ? 'not told by this system' : `${megabytes.toFixed(0)} MB at the end`}`,
    `its slope    ${slope === undefined ? 'too few visits to tell' : `${slope.toFixed(2)} MB in 10,000 visits, over the second half`}`,
    `largest WAL  ${inMb(largestWalBytes)}`,
    `errors       ${sum(strange)}`,
    `verify       ${verified.code === 0 ? 'holds' : `ends with ${verified.code}`}`,
  ];
}

function inMb(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

function sum(counts: ReadonlyMap<string, number>): number {
  return Array.from(counts.values()).reduce((all, one) => all + one, 0);
}
