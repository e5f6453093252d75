/** A venue that asks for the digits of the script has them in times and counts; keys and codes keep their own. */
import { expect, test } from 'vitest';
import { comeToCode } from './support/steps.ts';
import { inVenue } from './support/venue.ts';
import { enter } from './support/visitor.ts';

const venue = inVenue({
  kiosk: { digits: 'script', sound: { volume: 80, mute: true }, resultSeconds: 60, idleSeconds: 600 },
});

test('times are in Devanagari, what is typed is not, and the terminal is mute', async () => {
  const described = await fetch(new URL('/api/v1/kiosk', venue.launchUrl));
  expect(await described.json()).toMatchObject({ display: { volume: 0, digits: 'script' } });
  const visitor = await enter(venue, 'hi');
  const { page, face } = visitor;
  await comeToCode(visitor, venue.person('hi', 2));
  await expect.poll(() => page.locator('.code-left').textContent()).toMatch(/[०-९]:[०-९]{2}/);
  await face.keys.pad.waitFor();
  expect(await page.locator('.number-pad .key-digit').allTextContents()).toEqual(Array.from('1234567890'));
  expect(await page.locator('.code-sent').textContent()).toMatch(/\d{4}/);
  await face.bar.cancel.click();
  await visitor.newRows(1);
});
