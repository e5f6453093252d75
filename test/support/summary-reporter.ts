/**
 * A reporter for Vitest: ends the run with one plain line, `N passed, N failed, N skipped`.
 * Runs in Vitest's main process, in Node.
 */
import type { Reporter, SerializedError, TestModule } from 'vitest/node';

/** How many tests ended how; a file that could not be loaded and a stray error count as one failure each. */
export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

/** The part of a test module that is counted. */
export interface CountedModule {
  readonly children: { allTests(): Iterable<{ result(): { readonly state: string } }> };
  errors(): readonly unknown[];
}

/** Counts the tests of a run. One that never came to an end has failed. */
export function tally(modules: readonly CountedModule[], strayErrors: number): Tally {
  const counted: Tally = { passed: 0, failed: strayErrors, skipped: 0 };
  for (const module of modules) {
    counted.failed += module.errors().length > 0 ? 1 : 0;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      counted[state === 'passed' || state === 'skipped' ? state : 'failed'] += 1;
    }
  }
  return counted;
}

/** Prints the line when all is over, after whatever the other reporters print at the end of the run. */
export class SummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], strayErrors: readonly SerializedError[]): void {
    const { passed, failed, skipped } = tally(modules, strayErrors.length);
    process.once('exit', () => process.stdout.write(`${passed} passed, ${failed} failed, ${skipped} skipped\n`));
  }
}
