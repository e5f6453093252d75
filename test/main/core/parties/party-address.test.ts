/** The addresses of parties: what an origin is, what is none, and that no mark of a header gets through. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readOrigin, readWebhook } from '../../../../main/core/parties/party-address.ts';

test.each([
  ['https://hr.example.in', 'https://hr.example.in'],
  ['HTTPS://HR.Example.IN:443/', 'https://hr.example.in'],
  [' https://hr.example.in:8443 ', 'https://hr.example.in:8443'],
  ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
  ['http://localhost', 'http://localhost'],
  ['http://[::1]:8080', 'http://[::1]:8080'],
  ['https://प्रवेश.example', 'https://xn--n2bmpe8f7a.example'],
])('%s is an origin', (text, origin) => {
  const read = readOrigin(text);
  expect(read).toEqual({ value: origin });
});

test.each([
  ['http://hr.example.in', 'not-https'],
  ['ftp://hr.example.in', 'not-https'],
  ['hr.example.in', 'not-an-address'],
  ['https:hr.example.in', 'not-an-address'],
  ['https:/hr.example.in', 'not-an-address'],
  ['https://hr.example.in\\path', 'not-an-address'],
  ['https://hr.exa\nmple.in', 'not-an-address'],
  ['null', 'not-an-address'],
  ['javascript:alert(1)', 'not-an-address'],
  ['https://', 'not-an-address'],
  ['https://*.example.in', 'has-a-wildcard'],
  ['https://me:secret@hr.example.in', 'has-a-user'],
  ['https://hr.example.in/start', 'has-a-path'],
  ['https://hr.example.in?', 'has-a-path'],
  ['https://hr.example.in/#', 'has-a-path'],
  ["https://hr.example.in;sandbox'", 'not-an-address'],
  ['https://hr.example.in,https://other.example', 'not-an-address'],
])('%j is none: %s', (text, problem) => {
  expect(readOrigin(text)).toEqual({ problem });
});

test('an origin holds nothing but its scheme, its host and its port, whatever was given', () => {
  const host = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(
      fc.oneof(
        fc.webUrl(),
        host.map((text) => `https://${text}`),
        fc.string(),
      ),
      (text) => {
        const read = readOrigin(text);
        if ('value' in read) {
          expect(read.value).toMatch(/^https?:\/\/([a-z0-9_.-]+|\[[0-9a-f:.]+\])(:\d+)?$/);
          expect(readOrigin(read.value)).toEqual(read);
        }
      },
    ),
  );
});

test('events go to https, or to this machine, with a path and a query if need be', () => {
  expect(readWebhook('https://gate.example.in/in?gate=1')).toEqual({ value: 'https://gate.example.in/in?gate=1' });
  expect(readWebhook('http://127.0.0.1:9000/hook')).toEqual({ value: 'http://127.0.0.1:9000/hook' });
  expect(readWebhook('http://gate.example.in/in')).toEqual({ problem: 'not-https' });
  expect(readWebhook('https://a:b@gate.example.in/in')).toEqual({ problem: 'has-a-user' });
  expect(readWebhook('https://gate.example.in/in#x')).toEqual({ problem: 'not-an-address' });
  expect(readWebhook('gate.example.in')).toEqual({ problem: 'not-an-address' });
});
