import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answer } from '../../../main/contract/public.ts';
import { buildRequestPolicy } from '../../../main/http/request-policy.ts';
import { buildFakeKiosk, type FakeKiosk } from '../../support/fake-kiosk.ts';
import { askRaw, sendBytes, startTestHost, type TestHost } from '../../support/http-host.ts';

let kiosk: FakeKiosk;
let host: TestHost;
let cookie: string;
beforeAll(async () => {
  kiosk = buildFakeKiosk({ 'consent.decline': () => answer({ seq: 1 }) });
  host = await startTestHost(kiosk);
  cookie = await host.enter();
});
afterAll(() => host.close());

const decline = JSON.stringify({ purpose: 'visitor', locale: 'en', version: '1' });

/** Sends a call that would succeed, with these headers. */
function send(headers: Record<string, string>) {
  const sent = { cookie, 'content-type': 'application/json', ...headers };
  return askRaw(host.port, { method: 'POST', path: '/api/v1/declines', headers: sent, body: decline });
}

describe('the Host header', () => {
  it.each(['127.0.0.1', 'localhost', '[::1]', 'LOCALHOST'])('may be %s with the port', async (name) => {
    expect((await send({ host: `${name}:${host.port}` })).status).toBe(201);
  });

  it.each([
    'evil.example',
    '127.0.0.1',
    'localhost',
    '127.0.0.1:1',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    '10.0.0.1',
    '0.0.0.0',
  ])('may not be "%s"', async (name) => {
    const hostHeader = name.includes('.evil') || name.startsWith('10.') ? `${name}:${host.port}` : name;
    const before = kiosk.calls.length;
    const answered = await send({ host: hostHeader });
    expect(answered.status).toBe(403);
    expect(JSON.parse(answered.text)).toMatchObject({ code: 'forbidden', status: 403 });
    expect(kiosk.calls.length).toBe(before);
  });

  it('may be neither absent nor empty', async () => {
    expect(await sendBytes(host.port, 'GET /api/v1/kiosk HTTP/1.1\r\nConnection: close\r\n\r\n')).toMatch(
      /^HTTP\/1.1 400 /,
    );
    expect(await sendBytes(host.port, 'GET /api/v1/kiosk HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n')).toMatch(
      /^HTTP\/1.1 403 /,
    );
  });

  it('is checked for pages as well, in words', async () => {
    const answered = await askRaw(host.port, { path: '/kiosk', headers: { cookie, host: 'evil.example' } });
    expect(answered.status).toBe(403);
    expect(answered.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(answered.text).not.toContain('<title>kiosk</title>');
  });
});

describe('the Origin header', () => {
  it('may be ours', async () => {
    expect((await send({ origin: host.url })).status).toBe(201);
    expect((await send({ origin: `http://localhost:${host.port}` })).status).toBe(201);
  });

  it.each(['null', 'https://evil.example', 'http://127.0.0.1', 'http://127.0.0.1:1', 'file://', ''])(
    'may not be "%s"',
    async (origin) => {
      const answered = await send({ origin });
      expect(answered.status).toBe(403);
      expect(JSON.parse(answered.text)).toMatchObject({ code: 'forbidden' });
    },
  );

  it('may not be ours with another scheme', async () => {
    expect((await send({ origin: host.url.replace('http:', 'https:') })).status).toBe(403);
  });
});

describe('the Sec-Fetch-Site header', () => {
  it.each(['same-origin', 'none'])('may be %s', async (site) => {
    expect((await send({ 'sec-fetch-site': site })).status).toBe(201);
  });

  it.each(['cross-site', 'same-site', 'anything'])('may not be %s for data', async (site) => {
    const answered = await send({ 'sec-fetch-site': site });
    expect(answered.status).toBe(403);
    expect(JSON.parse(answered.text)).toMatchObject({ code: 'forbidden' });
  });

  it('is looked at however the address is written', async () => {
    const before = kiosk.calls.length;
    for (const path of ['/%61pi/v1/kiosk', '/api/v1/%6biosk']) {
      const answered = await askRaw(host.port, { path, headers: { cookie, 'sec-fetch-site': 'same-site' } });
      expect(JSON.parse(answered.text)).toMatchObject({ code: 'forbidden', status: 403 });
    }
    expect(kiosk.calls.length).toBe(before);
  });

  it('may be cross-site for opening a page: that is a link', async () => {
    const { pathname, search } = new URL(host.launchUrl);
    const headers = { 'sec-fetch-site': 'cross-site' };
    expect((await askRaw(host.port, { path: `${pathname}${search}`, headers })).status).toBe(303);
  });
});

describe('a door without TLS', () => {
  const policy = buildRequestPolicy({
    scope: 'public',
    secure: false,
    publicUrl: 'https://gate-1.example',
    trustedProxies: ['10.0.0.5', '10.1.0.0/16', 'fd00::/64'],
  });
  const from = (remoteAddress: string | undefined, localAddress = '10.0.0.7') => ({
    headers: { host: 'gate-1.example' },
    localAddress,
    localPort: 4780,
    remoteAddress,
  });

  it.each(['10.0.0.5', '::ffff:10.0.0.5', '10.1.2.3', 'fd00::9', '127.0.0.1', '::1'])('serves %s', (address) => {
    expect(policy.isProtected(from(address))).toBe(true);
  });

  it.each(['10.0.0.6', '::ffff:10.0.0.6', '10.2.0.1', 'fd00:0:0:1::9', '192.0.2.1', undefined])(
    'serves nothing to %s',
    (address) => {
      expect(policy.isProtected(from(address))).toBe(false);
    },
  );

  it('knows its own address, in the clothes of IPv6 too, and no other', () => {
    const scopeAt = (host: string, localAddress: string) =>
      policy.scopeOf({ ...from('10.0.0.5', localAddress), headers: { host } });
    expect(scopeAt('10.0.0.7:4780', '10.0.0.7')).toBe('public');
    expect(scopeAt('10.0.0.7:4780', '::ffff:10.0.0.7')).toBe('public');
    expect(scopeAt('[fd00::7]:4780', 'fd00::7')).toBe('public');
    expect(scopeAt('10.0.0.8:4780', '10.0.0.7')).toBeUndefined();
    expect(scopeAt('127.0.0.1:4780', '10.0.0.7')).toBeUndefined();
  });
});

describe('the kiosk’s own door', () => {
  it('takes nobody for the kiosk whose connection does not begin and end on this machine', () => {
    const policy = buildRequestPolicy({ scope: 'local', secure: false, trustedProxies: [] });
    const at = (localAddress: string, remoteAddress: string) =>
      policy.scopeOf({ headers: { host: 'localhost:4780' }, localAddress, localPort: 4780, remoteAddress });
    expect(at('127.0.0.1', '127.0.0.1')).toBe('local');
    expect(at('::1', '::1')).toBe('local');
    expect(at('127.0.0.1', '10.0.0.9')).toBe('public');
    expect(at('10.0.0.7', '127.0.0.1')).toBe('public');
  });
});

describe('a page of another origin', () => {
  it('gets no permission to call: the preflight is no route', async () => {
    const answered = await askRaw(host.port, {
      method: 'OPTIONS',
      path: '/api/v1/declines',
      headers: { 'access-control-request-method': 'POST', host: `127.0.0.1:${host.port}` },
    });
    expect(answered.status).toBe(405);
    expect(Object.keys(answered.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});
