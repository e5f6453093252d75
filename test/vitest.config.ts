/** Vitest's projects: `unit` is quick and without a browser, `e2e` goes through the built program and a real Chromium. */
import { defineConfig } from 'vitest/config';
import { SummaryReporter } from './support/summary-reporter.ts';

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    reporters: ['default', new SummaryReporter()],
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
            'test/migrations/**/*.test.ts',
            'test/build/**/*.test.ts',
          ],
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts', 'test/faults/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
