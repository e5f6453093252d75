/**
 * The measurements of Pravesh against their goals, each against its baseline in the same run: `bench [NAME ...]`.
 * Runs in Node, bundled by `run.ts`. Prints a table and writes `dist/bench.json`; exit code 1 when a goal is missed, 2 when
 * something could not be measured.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { findRoot } from '../support/root.ts';
import { measureApi, measureMemory } from './api.ts';
import { measureAppend } from './append.ts';
import { measureDesk } from './desk.ts';
import { measureDuring } from './during.ts';
import { measureExport } from './export.ts';
import { measureFace } from './face.ts';
import { makeLargeLog } from './large-log.ts';
import { measurePageWeight } from './page-weight.ts';
import { type RunFacts, writeJson, writeTable } from './report.ts';
import { holds, type Measure, type Result } from './result.ts';
import { measureRoster } from './roster.ts';
import { measureTapToResult } from './tap-to-result.ts';
import { measureVerify } from './verify.ts';
import { measureVisits } from './visits.ts';

const measures: Readonly<Record<string, Measure>> = {
  append: measureAppend,
  visits: measureVisits,
  api: measureApi,
  memory: measureMemory,
  page: measurePageWeight,
  tap: measureTapToResult,
  face: measureFace,
  export: measureExport,
  verify: measureVerify,
  during: measureDuring,
  desk: measureDesk,
  roster: measureRoster,
};

async function bench(names: readonly string[]): Promise<number> {
  const unknown = names.find((name) => !Object.hasOwn(measures, name));
  if (unknown !== undefined) {
    say(`there is no measurement "${unknown}"; there are ${Object.keys(measures).join(', ')}`);
    return 2;
  }
  const root = findRoot();
  const chosen = Object.entries(measures).filter(([name]) => names.length === 0 || names.includes(name));
  const results: Result[] = [];
  const machine = describeMachine();
  say(machine.words);
  const large = openLargeLog(root);
  try {
    for (const [name, measure] of chosen) {
      say(`Measuring: ${name} ...`);
      results.push(...(await measureIn(root, large.folder, measure)));
    }
  } finally {
    large.remove();
  }
  process.stdout.write(`${writeTable(results).join('\n')}\n`);
  writeFileSync(join(root, 'dist', 'bench.json'), writeJson(results, machine.facts));
  return results.every(holds) ? 0 : 1;
}

/** What a reader of the figures must know of the machine; one that does much else measures that as well. */
function describeMachine(): { readonly facts: RunFacts; readonly words: string } {
  const processors = availableParallelism();
  const load = loadavg()[0] ?? 0;
  const busy = load > processors / 2 ? ' It is busy with something else: take the figures with care.' : '';
  return {
    facts: { at: new Date().toISOString(), node: process.version, processors, load },
    words: `This machine has ${processors} processors and a load of ${load.toFixed(1)}.${busy}`,
  };
}

/** The one thing that measurements share: it takes a minute to make. */
function openLargeLog(root: string) {
  const folder = mkdtempSync(join(root, 'dist', 'bench', 'large-'));
  let data: string | undefined;
  return {
    folder: () => {
      if (data === undefined) {
        say('Making a log of a million rows ...');
        data = makeLargeLog(folder);
      }
      return data;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function measureIn(root: string, largeLog: () => string, measure: Measure): Promise<readonly Result[]> {
  // The folder of the bundle, which is emptied before each run: nothing stays of one that was interrupted.
  const scratch = mkdtempSync(join(root, 'dist', 'bench', 'run-'));
  try {
    return await measure({ root, scratch, largeLog, say });
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

process.exitCode = await bench(process.argv.slice(2)).catch((error: unknown) => {
  say(error instanceof Error ? (error.stack ?? error.message) : 'something that is no error was thrown');
  return 2;
});
