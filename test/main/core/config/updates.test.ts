/** `updates`: where newer versions come from, and in which hours. */
import { expect, it } from 'vitest';
import { exampleConfig } from '../../../../main/core/kiosk.ts';
import { problemsOf, settingsOf, smallest } from './parse.ts';

const withUpdates = (updates: string) => `${smallest}updates: {${updates}}\n`;
const feed = 'feed: "https://updates.example.in/pravesh/"';

it('is nothing unless the venue asks for it', () => {
  expect(settingsOf(smallest)).not.toHaveProperty('updates');
});

it('has a feed and the hours of the night, as the example shows them', () => {
  const expected = { feed: 'https://updates.example.in/pravesh', quietHours: { from: 120, to: 240 } };
  expect(settingsOf(withUpdates(feed)).updates).toEqual(expected);
  const [, shownFeed, shownHours] = /# {3}# feed: (\S+)\n# {3}# quietHours: "([^"]+)"/.exec(exampleConfig()) ?? [];
  expect(settingsOf(withUpdates(`feed: "${shownFeed}", quietHours: "${shownHours}"`)).updates).toEqual(expected);
});

it.each([
  ['23:30-01:15', { from: 1410, to: 75 }],
  ['00:00 - 23:59', { from: 0, to: 1439 }],
])('takes the hours %s', (quietHours, minutes) => {
  expect(settingsOf(withUpdates(`${feed}, quietHours: "${quietHours}"`)).updates?.quietHours).toEqual(minutes);
});

it.each([
  ['quietHours: "02:00-04:00"', 'updates.feed'],
  ['feed: "http://updates.example.in"', 'updates.feed'],
  ['feed: "ftp://updates.example.in"', 'updates.feed'],
  ['feed: "https://user:word@updates.example.in"', 'updates.feed'],
  [`${feed}, quietHours: "2-4"`, 'updates.quietHours'],
  [`${feed}, quietHours: "02:00-24:00"`, 'updates.quietHours'],
  [`${feed}, quietHours: "02:00-02:00"`, 'updates.quietHours'],
  [`${feed}, chanel: beta`, 'updates.chanel'],
])('refuses %s', (updates, key) => {
  expect(problemsOf(withUpdates(updates))).toEqual([expect.stringContaining(` ${key}: `)]);
});
