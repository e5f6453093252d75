/** A folder of its own for a test, removed when the test ends. For tests only. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Makes the folder and answers its path. */
export function makeTemporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'pravesh-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
