/**
 * `pravesh verify` over a million rows, in the log where it lives and in an export of it, against a program that does
 * nothing but hash each of the same lines once.
 */
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { exportFiles } from '../../main/contract/public.ts';
import { writeConfig } from './large-log.ts';
import { type BenchPlace, compareTimes, type Measure } from './result.ts';
import { timeChild, timePravesh } from './timed-child.ts';

const goal = { is: 'at most', value: 3 } as const;
const rounds = 5;

/** The site's upstream is not asked for anything. */
const noUpstream = 'http://127.0.0.1:9';

export const measureVerify: Measure = async (place) => {
  const { root, scratch } = place;
  const data = place.largeLog();
  const exported = await makeExport(place, data);
  const said = join(scratch, 'said');
  const hashing = [join(root, 'dist', 'bench', 'hash-lines.js'), join(exported, exportFiles.entries)];
  const baseline: number[] = [];
  const ofExport: number[] = [];
  const ofLog: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    baseline.push((await timeChild(process.execPath, hashing, said)).milliseconds / 1000);
    ofLog.push((await timePravesh(root, ['verify', data], said)).milliseconds / 1000);
    ofExport.push((await timePravesh(root, ['verify', exported], said)).milliseconds / 1000);
  }
  return [
    compareTimes('verify a log of 1,000,000 rows', { measured: ofLog, baseline }, goal),
    compareTimes('verify an export of 1,000,000 rows', { measured: ofExport, baseline }, goal),
  ];
};

async function makeExport({ root, scratch }: BenchPlace, data: string): Promise<string> {
  const out = join(scratch, 'medium');
  mkdirSync(out);
  const args = ['export', '--out', out, '--data', data, '--config', writeConfig(scratch, noUpstream)];
  await timePravesh(root, args, join(scratch, 'said'));
  return join(out, readdirSync(out)[0] ?? '');
}
