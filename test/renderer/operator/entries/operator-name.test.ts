/** Who stands beside an entry, in words: an operator, the account of the terminal, or a system of others. */
import { expect, test } from 'vitest';
import { operatorName } from '../../../../renderer/operator/pages/entries/entry-table.tsx';
import { entriesWords } from '../../../../renderer/operator/pages/entries/words.ts';
import { buildDeskSay } from '../../../../renderer/operator/words.ts';

const say = buildDeskSay(entriesWords, 'en');

test.each([
  [null, ''],
  [{ id: 'k3v9x2', name: 'Meera' }, 'Meera'],
  [{ id: 'k3v9x2', name: null }, 'k3v9x2'],
  [{ id: 'local', name: null }, 'Local command'],
  [{ id: 'party:k3v9x2mq', name: 'HR portal' }, 'for HR portal'],
  [{ id: 'party:k3v9x2mq', name: null }, 'for k3v9x2mq'],
])('%j is said as "%s"', (operator, words) => {
  expect(operatorName(operator, say)).toBe(words);
});

test('a system is said in Hindi as well', () => {
  const hindi = buildDeskSay(entriesWords, 'hi');
  expect(operatorName({ id: 'party:k3v9x2mq', name: 'HR portal' }, hindi)).toBe('HR portal के लिए');
});
