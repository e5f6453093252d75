import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkElectron, electronSupport } from '../../../../main/cli/doctor/electron-check.ts';
import { releasedOn } from '../../../../main/contract/public.ts';
import { findRoot } from '../../../support/root.ts';

const { major, released, until } = electronSupport;
const day = 86_400_000;

it('knows the major version that is installed: a new one needs its own days', () => {
  const file = join(findRoot(), 'node_modules', 'electron', 'package.json');
  const { version }: { version: string } = JSON.parse(readFileSync(file, 'utf8'));
  expect(Number(version.split('.')[0])).toBe(major);
});

it('counts twenty-four weeks, three times eight, and this version of ours is released within them', () => {
  expect(Date.parse(until) - Date.parse(released)).toBe(24 * 7 * day);
  expect(Date.parse(releasedOn)).toBeGreaterThanOrEqual(Date.parse(released));
  expect(Date.parse(releasedOn)).toBeLessThan(Date.parse(until));
});

it('is well until that day, and says what to do from it on', () => {
  expect(checkElectron(Date.parse(until) - 1)).toMatchObject({ name: 'electron', ok: true });
  expect(checkElectron(Date.parse(until))).toMatchObject({
    ok: false,
    detail: expect.stringContaining('45'),
    todo: expect.stringContaining('newer version'),
  });
});
