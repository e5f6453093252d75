/** What the address of the embedded page is read as; what makes no sense is left out. */
import { expect, test } from 'vitest';
import { readAddress } from '../../../renderer/embed/address.ts';

function read(query: string) {
  return readAddress({ pathname: '/embed', search: `?${query}`, hash: '' });
}

test('party, purpose, nonce and language', () => {
  expect(read('party=k3v9x2mq&purpose=visitor&nonce=a%2Bb&locale=hi-IN')).toEqual({
    beginning: { kind: 'party', begin: { party: 'k3v9x2mq', purpose: 'visitor', nonce: 'a+b' } },
    locale: 'hi',
    theme: {},
  });
  expect(read('')).toEqual({ beginning: { kind: 'party', begin: { party: '' } }, locale: undefined, theme: {} });
});

test('the token of a phone stands behind the mark that no server sees', () => {
  const { beginning } = readAddress({ pathname: '/phone', search: '', hash: '#token' });
  expect(beginning).toEqual({ kind: 'phone', token: 'token' });
});

test.each([
  ['accent=%231A5fb4&scheme=dark&radius=6', { accent: '#1A5fb4', scheme: 'dark', radius: 6 }],
  ['scheme=light&radius=99', { scheme: 'light', radius: 28 }],
  ['scheme=auto', {}],
  ['accent=red', {}],
  ['accent=%231a5fb', {}],
  ['accent=%231a5fb4;--page:red', {}],
  ['radius=-1', {}],
  ['radius=1e3', {}],
])('%s is the theme', (query, theme) => {
  expect(read(query).theme).toEqual(theme);
});

test.each(['xx', '', 'hindi', '-'])('"%s" is no language', (tag) => {
  expect(read(`locale=${tag}`).locale).toBeUndefined();
});
