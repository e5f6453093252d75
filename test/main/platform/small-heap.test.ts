/** The heap of a program that makes much garbage stays near what lives in it. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { programFlags } from '../../../build/support/program-flags.mjs';
import { smallHeapFlags } from '../../../main/platform/small-heap.ts';
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

test('the young generation is small wherever the program is started by us', () => {
  expect(programFlags).toEqual(expect.arrayContaining([...smallHeapFlags]));
  const unit = readFileSync(join(findRoot(), 'build', 'linux', 'pravesh-server.service'), 'utf8');
  expect(unit).toContain(` ${smallHeapFlags.join(' ')} `);
  const script = 'console.log(v8.getHeapStatistics().heap_size_limit > 0)';
  const { status, stderr } = spawnSync(process.execPath, [...smallHeapFlags, '-e', script], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});
