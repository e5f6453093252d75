import { expect, it } from 'vitest';
import type { ExportJob } from '../../../../main/core/export/job.ts';
import { exportName, isLeftover } from '../../../../main/core/export/name.ts';

const job = {
  site: { id: 'hq', name: 'Head Office', terminal: 'gate-1', timezone: 'Asia/Kolkata' },
  createdAt: '2026-01-31T09:30:15.250Z',
} as ExportJob;

it('is of site, terminal, rows and time, without a sign that a file system refuses', () => {
  expect(exportName(job, { first: 1, last: 20 })).toBe('pravesh-hq-gate-1-1-20-20260131T093015Z');
});

it.each([
  ['pravesh-hq-gate-1-1-20-20260131T093015Z.part', true],
  ['pravesh-hq-gate-1-1-20-20260131T093015Z.tar.age.part', true],
  ['pravesh-hq-gate-1-1-20-20260131T093015Z', false],
  ['pravesh-hq-gate-1-1-20-20260131T093015Z.tar.age', false],
  ['pravesh-hq-gate-2-1-20-20260131T093015Z.part', false],
  ['pravesh-hq-gate-1-5-1-20-20260131T093015Z.part', false],
  ['pravesh-hq-gate-1-notes.part', false],
  ['photos.part', false],
])('%s is left over: %s', (name, left) => {
  expect(isLeftover(name, job)).toBe(left);
});
