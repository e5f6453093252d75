/** The last line of a test run counts everything that went wrong, also what never became a test. */
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';

const root = join(import.meta.dirname, '../..');
const reporter = join(root, 'test/support/summary-reporter.ts');

function runVitest(folder: string): Promise<{ code: number | string; stdout: string }> {
  const config = join(folder, 'vitest.config.mjs');
  const reporters = "['default', new SummaryReporter()]";
  writeFileSync(
    config,
    `import { SummaryReporter } from '${reporter}';
    export default { test: { globals: true, reporters: ${reporters} } };`,
  );
  const args = [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--config', config];
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: folder }, (error, stdout) => {
      resolve({ code: error?.code ?? 0, stdout });
    });
  });
}

test('passed, failed, skipped, a file that cannot be loaded and a stray error', async () => {
  const folder = makeTemporaryFolder();
  writeFileSync(join(folder, 'a.test.js'), "test('a', () => {}); test('b', () => {}); test.skip('c', () => {});");
  writeFileSync(join(folder, 'b.test.js'), "test('d', () => { throw new Error('wrong'); });");
  writeFileSync(join(folder, 'c.test.js'), "throw new Error('not even loaded');");
  writeFileSync(join(folder, 'd.test.js'), "test('e', async () => { Promise.reject(new Error('stray')); });");
  const { code, stdout } = await runVitest(folder);
  expect(code).toBe(1);
  expect(stdout.trimEnd().split('\n').at(-1)).toBe('3 passed, 3 failed, 1 skipped');
});
