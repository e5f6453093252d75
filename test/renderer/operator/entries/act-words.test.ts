import { expect, it } from 'vitest';
import { actWords, sayAct } from '../../../../renderer/operator/pages/entries/act-words.ts';
import { buildDeskSay } from '../../../../renderer/operator/words.ts';

const say = buildDeskSay(actWords, 'en');

it.each([
  ['unlock', 'Unlocked the desk'],
  ['unlock-failed', 'A wrong PIN was typed'],
  ['lock: idle', 'The desk locked itself'],
  ['view: entry 123', 'Looked at entry 123'],
  ['reveal: entry 123: Lost bag', 'Saw name and number in clear: entry 123: Lost bag'],
  ['inside-close', 'The venue closed: everybody has left'],
  ['inside-close: up to 12', 'The venue had closed: everybody up to entry 12 has left'],
  ['export-reveal', 'Exported entries with what the log keeps of persons'],
])('says %s in words', (reason, words) => {
  expect(sayAct(say, reason)).toBe(words);
});

it('says what it does not know as the log keeps it', () => {
  expect(sayAct(say, 'something new')).toBe('something new');
});
