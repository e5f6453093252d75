/**
 * Runs one scenario again and again, each time with the next call failing, until none fails any more. A child process
 * of the tests: `node drive-faults.ts '{"scenario", "base", "work", "control", "fault"}'`, one JSON value on stdout.
 */
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { arm, disarm, type Fault } from './injector.ts';
import { type ScenarioName, scenarios } from './scenarios.ts';

/** What the test asks for. */
export interface Drive {
  readonly scenario: ScenarioName;
  /** A data folder to begin from, each time. */
  readonly base: string;
  /** Where its copies are made: below it calls fail. */
  readonly work: string;
  readonly control: string;
  readonly fault: Omit<Fault, 'nth'>;
}

/** What came of it. */
export interface Driven {
  /** How many calls were made to fail, one after the other. */
  readonly failed: number;
  /** What did not hold: the number of the call, and words. */
  readonly wrong: readonly string[];
}

/** More calls than any scenario makes; reaching it is a mistake of the test. */
const most = 2_000;

async function drive({ scenario, base, work, control, fault }: Drive): Promise<Driven> {
  const wrong: string[] = [];
  for (let nth = 1; nth < most; nth += 1) {
    const data = join(work, 'data');
    cpSync(base, data, { recursive: true });
    const one: Fault = { ...fault, nth };
    let fired = false;
    const found = await scenarios[scenario].run(data, {
      arm: () => arm(control, one),
      disarm: () => {
        fired = disarm(control, one);
      },
    });
    wrong.push(...found.map((words) => `call ${nth}: ${words}`));
    rmSync(data, { recursive: true });
    if (!fired) {
      return { failed: nth - 1, wrong };
    }
  }
  return { failed: most, wrong: [...wrong, 'the faults have no end'] };
}

process.stdout.write(JSON.stringify(await drive(JSON.parse(process.argv[2] ?? ''))));
