import { expect, it } from 'vitest';
import { buildEnding } from '../../../main/electron/ending.ts';
import { AppDouble } from '../../support/electron-double.ts';

it('closes in the reverse order, also past one that fails, and then ends the process once', async () => {
  const app = new AppDouble();
  const did: unknown[] = [];
  const ending = buildEnding(app, (error) => did.push(error));
  ending.add(async () => void did.push('first'));
  ending.add(() => Promise.reject(new Error('broken')));
  ending.add(async () => void did.push('last'));
  app.quit();
  app.quit();
  await ending.end(2);
  expect(did).toEqual(['last', new Error('broken'), 'first']);
  expect(app.exits).toEqual([0]);
});

it('ends with the code that was asked for', async () => {
  const app = new AppDouble();
  await buildEnding(app, () => {}).end(2);
  expect(app.exits).toEqual([2]);
});
