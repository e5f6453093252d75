/** The heap of a program that makes much garbage stays near what lives in it. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findRoot } from '../../support/root.ts';

/** Keeps some fifty MB, and replaces all of it again and again: what is dropped is old by then. Prints the most that lay there. */
const churn = `
  const kept = [];
  let most = 0;
  for (let turn = 0; turn < 3_000; turn += 1) {
    kept[turn % 200] = Array.from({ length: 6_000 }, (_, index) => ({ index }));
    most = Math.max(most, process.memoryUsage().heapUsed);
  }
  console.log(most);
`;

function mostHeap(before: string): number {
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', `${before}${churn}`], {
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  return Number(stdout);
}

test('what is dropped is swept early', () => {
  const file = join(findRoot(), 'main', 'platform', 'small-heap.ts');
  const small = mostHeap(`import { keepHeapSmall } from ${JSON.stringify(file)}; keepHeapSmall();`);
  // In practice it is about two thirds.
  expect(small).toBeLessThan(mostHeap('') * 0.85);
});
