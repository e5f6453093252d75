/** The version that the program says of itself is the one of the package. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { releasedOn, version } from '../../../main/contract/public.ts';

it('is the one of package.json', () => {
  const text = readFileSync(new URL('../../../package.json', import.meta.url), 'utf8');
  expect(JSON.parse(text)).toMatchObject({ version });
});

it('has a day from which it exists', () => {
  expect(new Date(releasedOn).toISOString()).toBe(`${releasedOn}T00:00:00.000Z`);
});
