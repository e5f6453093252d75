/** Runs the model until so many steps have been made; what fails can be played again. For tests only. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { onTestFinished } from 'vitest';
import { makeMemoryFolder } from '../fault-injector/memory-folder.ts';
import { writeRenderer } from '../http-host.ts';
import { Reference } from './reference.ts';
import { openRig } from './rig.ts';
import type { Step } from './steps.ts';

/** Steps of one run at most. */
const longestRun = 120;

/** `PRAVESH_TEST_SEED`, or another one each time. */
export const seed = Number(process.env.PRAVESH_TEST_SEED ?? Date.now() % 2 ** 31);

/** How many steps each file makes; `PRAVESH_MODEL_STEPS` makes it more. */
export const wantedSteps = Number(process.env.PRAVESH_MODEL_STEPS ?? 5_000);

/** A busy machine takes a tenth of this, and making a failed run shorter some hundred runs more. */
export const longestMs = 180_000 + wantedSteps * 60;

/** What was done. */
export interface Done {
  steps: number;
  runs: number;
  /** How many rows of visits, by `outcome/reason`. */
  readonly rows: Map<string, number>;
}

/** Draws runs and makes them. Rejects with the shortest run that is not as it must be, and how to play it again. */
export async function runModel(steps: readonly fc.Arbitrary<Step>[]): Promise<Done> {
  const folder = makeMemoryFolder();
  const rendererFolder = writeRenderer();
  onTestFinished(() => rmSync(rendererFolder, { recursive: true }));
  const done: Done = { steps: 0, runs: 0, rows: new Map() };
  const commands = fc.commands([...steps], { maxCommands: longestRun, size: 'max', disableReplayLog: true });
  for (let round = 0; done.steps < wantedSteps; round += 1) {
    const property = fc.asyncProperty(commands, async (run) => {
      const rig = await openRig(join(folder, `run-${done.runs}`), rendererFolder);
      done.runs += 1;
      const model = new Reference(() => rig.isPending());
      try {
        await fc.asyncModelRun(() => ({ model, real: rig }), run);
        await rig.close(model);
      } finally {
        await rig.abandon();
        for (const { outcome, reason } of rig.rows.known.filter((row) => row.outcome !== 'act')) {
          const kind = `${outcome}/${reason}`;
          done.rows.set(kind, (done.rows.get(kind) ?? 0) + 1);
        }
        done.steps += rig.steps;
        rmSync(join(folder, `run-${done.runs - 1}`), { recursive: true, force: true });
      }
    });
    await fc.assert(property, { seed: seed + round, numRuns: 10, includeErrorInReport: true });
  }
  return done;
}
