/**
 * An export of a million rows by the built program, with table, evidence, hashes and proofs, read back and durable,
 * against the `sqlite3` program that writes the same columns as CSV. And the most memory that the export had.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { tableColumns } from '../../main/core/export/columns-sql.ts';
import { spreadOfRounds } from './figures.ts';
import { writeConfig } from './large-log.ts';
import { type BenchPlace, compareTimes, type Measure, type Result, reportValue } from './result.ts';
import { type TimedRun, timeChild, timePravesh } from './timed-child.ts';

const rounds = 5;

/** The site's upstream is not asked for anything. */
const noUpstream = 'http://127.0.0.1:9';

export const measureExport: Measure = async (place) => {
  const data = place.largeLog();
  const withSqlite = spawnSync('sqlite3', ['-version']).status === 0;
  const exports: TimedRun[] = [];
  const tables: TimedRun[] = [];
  for (let round = 0; round < rounds; round += 1) {
    exports.push(await timeExport(place, data));
    if (withSqlite) {
      tables.push(await timeTable(place, data));
    }
  }
  return [...compareWithTables(place, exports, tables), ...reportMemory(place, exports)];
};

async function timeExport({ root, scratch }: BenchPlace, data: string): Promise<TimedRun> {
  const out = join(scratch, 'medium');
  mkdirSync(out);
  const config = writeConfig(scratch, noUpstream);
  const args = ['export', '--out', out, '--data', data, '--config', config];
  const run = await timePravesh(root, args, join(scratch, 'said'));
  rmSync(out, { recursive: true });
  return run;
}

async function timeTable({ scratch }: BenchPlace, data: string): Promise<TimedRun> {
  const table = join(scratch, 'table.csv');
  const sql = `SELECT ${tableColumns(false).join(', ')} FROM entries ORDER BY seq`;
  const run = await timeChild('sqlite3', ['-readonly', '-header', '-csv', join(data, 'pravesh.db'), sql], table);
  rmSync(table);
  return run;
}

function compareWithTables(place: BenchPlace, exports: readonly TimedRun[], tables: readonly TimedRun[]): Result[] {
  if (tables.length === 0) {
    place.say('Left out: the time of an export. The sqlite3 program that it is measured against is not installed.');
    return [];
  }
  const sides = { measured: exports.map(secondsOf), baseline: tables.map(secondsOf) };
  return [compareTimes('export of 1,000,000 rows, against sqlite3', sides, { is: 'at most', value: 2.5 })];
}

function reportMemory(place: BenchPlace, exports: readonly TimedRun[]): Result[] {
  const peaks = exports.flatMap(({ peakBytes }) => (peakBytes === undefined ? [] : [peakBytes / 1_000_000]));
  if (peaks.length === 0) {
    place.say('Left out: the memory of an export. This system has no /proc that tells it.');
    return [];
  }
  return [reportValue('export, peak resident memory', 'MB', spreadOfRounds(peaks), { is: 'at most', value: 160 })];
}

function secondsOf({ milliseconds }: TimedRun): number {
  return milliseconds / 1000;
}
