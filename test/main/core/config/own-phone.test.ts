/** `kiosk.ownPhone` needs an address that phones can reach. */
import { expect, it } from 'vitest';
import { buildAuthority } from '../../../support/certificates.ts';
import { problemsOf, settingsOf, smallest } from './parse.ts';

const { cert, key } = buildAuthority().issue({ addresses: ['192.168.7.4'] });
const files = { '/etc/pravesh/gate.crt': cert, '/etc/pravesh/gate.key': key };
const withHttp = (http: string) => `${smallest}http: {${http}}\nkiosk: {ownPhone: true}\n`;
const tls = 'tls: {cert: gate.crt, key: gate.key}';

it.each([
  'publicUrl: "https://gate-1.example.in"',
  `bind: 192.168.7.4, port: 8443, ${tls}`,
  `bind: 0.0.0.0, publicUrl: "https://gate-1.example.in", ${tls}`,
])('may be with %s', (http) => {
  expect(settingsOf(withHttp(http), { files }).kiosk.ownPhone).toBe(true);
});

it.each([
  ['port: 4780', /needs a way for phones to get here: give http\.publicUrl, or http\.bind/],
  [`bind: 0.0.0.0, ${tls}`, /needs http\.publicUrl, because http\.bind names no single address/],
  [`bind: "::", ${tls}`, /needs http\.publicUrl, because http\.bind names no single address/],
  [`bind: 192.168.7.4, port: 0, ${tls}`, /a QR code cannot hold a port that changes/],
])('may not be with %s', (http, words) => {
  expect(problemsOf(withHttp(http), { files })).toEqual([expect.stringMatching(words)]);
  expect(problemsOf(withHttp(http), { files })[0]).toMatch(/^5:19 kiosk\.ownPhone: /);
});
