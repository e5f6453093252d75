/** `http` of a configuration: the doors, their certificate and what stands in front of them. */
import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { buildSelfSigned } from '../../../support/certificates.ts';
import { problemsOf, settingsOf, smallest } from './parse.ts';

const pair = buildSelfSigned({ hostNames: ['gate-1.example'] });
const locked = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({
  type: 'pkcs8',
  format: 'pem',
  cipher: 'aes-256-cbc',
  passphrase: 'x',
});
const files = {
  '/etc/pravesh/gate.pem': pair.cert,
  '/etc/pravesh/gate.key': pair.key,
  '/etc/pravesh/other.key': buildSelfSigned({}).key,
  '/etc/pravesh/locked.key': String(locked),
  '/etc/pravesh/nonsense.pem': 'nothing of the kind',
};
const tls = 'tls: {cert: gate.pem, key: gate.key}';
const withHttp = (http: string) => `${smallest}http: {${http}}\n`;

describe('the doors of a configuration', () => {
  it('are on this machine alone when nothing is said', () => {
    expect(settingsOf(smallest).http).toEqual({ port: 4780, bind: '127.0.0.1', trustedProxies: [] });
  });

  it.each(['0.0.0.0', '10.0.0.7', '"::"', '"fd00::7"'])('may be open to others with a certificate: %s', (bind) => {
    const text = withHttp(`bind: ${bind}, port: 443, publicUrl: "https://gate-1.example/", ${tls}`);
    expect(settingsOf(text, { files }).http).toEqual({
      port: 443,
      bind: bind.replaceAll('"', ''),
      publicUrl: 'https://gate-1.example',
      tls: { cert: pair.cert, key: pair.key },
      trustedProxies: [],
    });
  });

  it('may be open to others behind a proxy, on this machine or another', () => {
    const proxy = 'publicUrl: "https://gate-1.example", trustedProxies: [127.0.0.1, 10.0.0.0/24, "fd00::/64"]';
    expect(settingsOf(withHttp(`bind: 10.0.0.7, ${proxy}`)).http.trustedProxies).toHaveLength(3);
    expect(settingsOf(withHttp(proxy)).http).toMatchObject({ bind: '127.0.0.1', publicUrl: 'https://gate-1.example' });
  });
});

describe('a mistake in the doors', () => {
  it.each([
    ['bind: 0.0.0.0', 'bind: lets other machines in: give http.tls, or http.trustedProxies where'],
    ['bind: gate-1.example', 'bind: must be an address of this machine'],
    ['bind: 127.0.0.256', 'bind: must be an address of this machine'],
    [tls, 'tls: has no effect while http.bind is this machine alone'],
    ['tls: {cert: gate.pem}', 'tls.key: is missing: name its file'],
    ['bind: 10.0.0.7, tls: {cert: none.pem, key: gate.key}', 'tls.cert: there is no such file'],
    ['tls: {cert: nonsense.pem, key: gate.key}', 'tls.cert: the file holds no certificate in PEM'],
    ['tls: {cert: gate.pem, key: nonsense.pem}', 'tls.key: the file holds no private key in PEM'],
    ['tls: {cert: gate.pem, key: locked.key}', 'tls.key: the key is locked with a passphrase'],
    ['tls: {cert: gate.pem, key: other.key}', 'tls.key: is not the key of the certificate beside it'],
    ['bind: 10.0.0.7, tls: {cert: gate.pem, key: gate.key, ca: x}', 'tls.ca: is not a key of the configuration'],
    ['publicUrl: "http://gate-1.example"', 'publicUrl: must start with https://'],
    ['publicUrl: "https://gate-1.example/door"', 'publicUrl: must be an address without a path'],
    ['publicUrl: "https://gate-1.example/?a"', 'publicUrl: must have no user, password, ? or #'],
    ['trustedProxies: [10.0.0.5]', 'trustedProxies: needs http.publicUrl'],
    ['publicUrl: "https://a.example", trustedProxies: [proxy]', 'trustedProxies[0]: must be an address or a network'],
    ['publicUrl: "https://a.example", trustedProxies: [0.0.0.0/0]', 'trustedProxies[0]: is everybody'],
    ['port: 65536', 'port: must be 65535 or less'],
  ])('is told: %s', (http, problem) => {
    const problems = problemsOf(withHttp(http), { files });
    expect(problems, problems.join('\n')).toHaveLength(1);
    expect(problems[0]).toMatch(/^4:\d+ http\./);
    expect(problems[0]).toContain(`http.${problem}`);
    expect(problems[0]).not.toMatch(/nothing of the kind|[A-Za-z0-9+/]{40}/);
  });
});
