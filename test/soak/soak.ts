/** `npm run soak` enters here: runs the plan of its command line and says what came of it. Runs in Node. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBroken, sayReport } from './limits.ts';
import type { Sample } from './measures.ts';
import { readPlan, type SoakPlan, usage } from './plan.ts';
import { runSoak } from './run-soak.ts';

/** Where nobody watches a terminal, a line so often, in milliseconds. */
const everyMs = 60_000;

async function soak(plan: SoakPlan): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'pravesh-soak-'));
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM']) {
    // Ctrl+C comes twice: from the terminal, and from whoever started this.
    process.on(signal, () => stop.abort());
  }
  say(`Soak with --seed ${plan.seed} in ${folder}`);
  const report = await runSoak({ plan, folder, signal: stop.signal, onProgress: buildProgress(plan) });
  if (process.stderr.isTTY) {
    say('');
  }
  process.stdout.write(`${sayReport(report).join('\n')}\n`);
  const broken = findBroken(report);
  for (const words of broken) {
    say(`Broken: ${words}`);
  }
  if (broken.length === 0 && !plan.keep) {
    rmSync(folder, { recursive: true, force: true });
  } else {
    say(`The data is in ${folder}`);
  }
  return broken.length === 0 ? 0 : 1;
}

/** One line that is written over again, or a line a minute. */
function buildProgress({ visits }: SoakPlan): (sample: Sample, milliseconds: number) => void {
  let saidAt = Number.NEGATIVE_INFINITY;
  return (sample, milliseconds) => {
    if (!process.stderr.isTTY && milliseconds - saidAt < everyMs) {
      return;
    }
    saidAt = milliseconds;
    const memory = sample.megabytes === undefined ? '' : `, ${sample.megabytes.toFixed(0)} MB in memory`;
    const wal = `WAL ${(sample.walBytes / 1e6).toFixed(1)} MB`;
    const line = `${sample.visits} of ${visits} visits in ${(milliseconds / 1_000).toFixed(0)} s${memory}, ${wal}`;
    process.stderr.write(process.stderr.isTTY ? `\r${line}   ` : `${line}\n`);
  };
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

try {
  const plan = readPlan(process.argv.slice(2));
  if (plan === undefined) {
    process.stdout.write(`${usage}\n`);
  } else {
    process.exitCode = await soak(plan);
  }
} catch (error) {
  say(`Pravesh could not soak: ${error instanceof Error ? error.message : 'something that is no error was thrown'}`);
  process.exitCode = 2;
}
