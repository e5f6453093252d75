/**
 * Vitest's projects, one after the other: `unit` is quick and without a browser, `e2e` goes through the built program
 * and a real Chromium, two files at a time, and `faults` kills programs at moments of chance, two files at a time as well.
 * Files of the first two share a process, one after the other: they leave nothing behind, and loading the modules anew for each
 * would take as long as the tests.
 */
import { defineConfig } from 'vitest/config';
import { SummaryReporter } from './support/summary-reporter.ts';

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    reporters: ['default', new SummaryReporter()],
    // Style is emptied in tests, unless it is asked for: this one is served.
    css: { include: /\/docs\.css/ },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [
            'test/boundaries.test.ts',
            'test/main/**/*.test.ts',
            'test/renderer/**/*.test.{ts,tsx}',
            'test/contract/**/*.test.ts',
            'test/docs/**/*.test.ts',
            'test/migrations/**/*.test.ts',
            'test/build/**/*.test.ts',
          ],
          testTimeout: 20_000,
          // By itself it would leave one of two processors idle.
          maxWorkers: 2,
          isolate: false,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // A page says that a thing was done before its list was read anew.
          expect: { poll: { timeout: 15_000 } },
          maxWorkers: 2,
          isolate: false,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'faults',
          include: ['test/faults/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
