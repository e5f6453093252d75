/** The door of other machines: TLS, who is counted as whom, how often one may ask, and what pages of others may see. */
import { request } from 'node:https';
import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { answer, type KeySet } from '../../../main/contract/public.ts';
import { startHttp } from '../../../main/http/start.ts';
import { buildSelfSigned } from '../../support/certificates.ts';
import { buildFakeKiosk } from '../../support/fake-kiosk.ts';
import {
  askRaw,
  buildListLogger,
  startOpenDoor,
  startTestHost,
  type TestHost,
  untold,
} from '../../support/http-host.ts';
import { page, shop, twoParties } from './two-parties.ts';

const closing: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((each) => each.close()));
});
function closeLater<T extends { close(): Promise<void> }>(opened: T): T {
  closing.push(opened);
  return opened;
}

const keys: KeySet = { keys: [] };
const id = 'x'.repeat(22);
const build = () =>
  buildFakeKiosk(
    {
      'receipt.keys': () => answer(keys),
      'verification.get': () => answer({ id, state: 'checking', revision: 1 }),
      'consent.decline': () => answer({ seq: 1 }),
    },
    twoParties,
  );

describe('TLS', () => {
  const tls = buildSelfSigned({ addresses: ['127.0.0.1'] });

  it('is spoken where there is a certificate, and browsers are told to come back so', async () => {
    const door = closeLater(await startOpenDoor(build(), { tls }));
    const { status, headers } = await askTls(door.port, tls.cert);
    expect(status).toBe(200);
    expect(headers['strict-transport-security']).toBe('max-age=31536000');
  });

  it('lets go of whoever speaks plainly there, or nonsense', async () => {
    const door = closeLater(await startOpenDoor(build(), { tls }));
    for (const bytes of ['GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n', '\u0016\u0003\u0001nonsense']) {
      expect(await exchange(door.port, bytes)).not.toContain('HTTP/1.1');
    }
    expect((await askTls(door.port, tls.cert)).status).toBe(200);
  });

  it('is promised by nobody who does not speak it', async () => {
    const door = closeLater(await startOpenDoor(build()));
    const { headers } = await askRaw(door.port, { path: '/healthz' });
    expect(headers['strict-transport-security']).toBeUndefined();
  });
});

describe('both doors', () => {
  it('are opened and closed together; the kiosk stays on loopback', async () => {
    const options = { kiosk: build(), rendererFolder: '/nowhere', logger: buildListLogger([]), port: 0 };
    const host = await startHttp({ ...options, bind: '0.0.0.0', publicUrl: 'https://gate-1.example' });
    expect(host.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(host.publicUrl).toBe('https://gate-1.example');
    await host.close();
    await expect(fetch(`${host.url}/healthz`)).rejects.toThrow();
  });

  it('are neither there when one of them cannot be had', async () => {
    const taken = closeLater(await startTestHost(build()));
    const options = { kiosk: build(), rendererFolder: '/nowhere', logger: buildListLogger([]), port: taken.port };
    await expect(startHttp({ ...options, bind: '0.0.0.0' })).rejects.toMatchObject({ code: 'port-taken' });
    await expect(startHttp({ ...options, port: 0, bind: '192.0.2.1' })).rejects.toMatchObject({
      code: 'address-unknown',
      message: expect.stringContaining('set http.bind to'),
    });
  });
});

describe('one address that asks often', () => {
  const few = { all: 5, begun: 2, failed: 2 };
  const ask = (port: number, headers: Record<string, string> = {}) =>
    askRaw(port, { path: '/api/v1/verifications/x', headers: { host: `127.0.0.1:${port}`, ...headers } });

  it('is told to wait, and for how long', async () => {
    const { port } = closeLater(await startOpenDoor(build(), { perMinute: few }));
    for (let count = 0; count < few.all; count += 1) {
      expect((await ask(port)).status).toBe(401);
    }
    const answered = await ask(port);
    expect(answered.status).toBe(429);
    expect(JSON.parse(answered.text)).toMatchObject({ code: 'too-many-requests', retryAfterMs: expect.any(Number) });
    expect(Number(answered.headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(answered.headers['retry-after'])).toBeLessThanOrEqual(60);
  });

  it('does not become another by what it says of itself', async () => {
    const { port } = closeLater(await startOpenDoor(build(), { perMinute: few, trustedProxies: ['10.9.9.9'] }));
    const statuses: number[] = [];
    for (let count = 0; count <= few.all; count += 1) {
      statuses.push((await ask(port, { 'x-forwarded-for': `10.0.0.${count}`, 'x-real-ip': `10.0.1.${count}` })).status);
    }
    expect(statuses.at(-1)).toBe(429);
  });

  it('is the one that a trusted proxy tells of, and of IPv6 the network of 64 bits', async () => {
    const { port } = closeLater(await startOpenDoor(build(), { perMinute: few, trustedProxies: ['127.0.0.1'] }));
    const last = async (from: (count: number) => string) => {
      let status = 0;
      for (let count = 0; count <= few.all; count += 1) {
        ({ status } = await ask(port, { 'x-forwarded-for': from(count) }));
      }
      return status;
    };
    expect(await last((count) => `10.0.0.${count}`)).toBe(401);
    expect(await last((count) => `fd00:0:0:1::${count}`)).toBe(429);
    // What stands before the proxy's own word was written by the caller.
    expect(await last((count) => `10.1.1.${count}, 10.2.2.2`)).toBe(429);
  });

  it('is stopped sooner with credentials that are nobody’s, while a good one is taken', async () => {
    const { port } = closeLater(await startOpenDoor(build(), { perMinute: { ...untold, failed: 2 } }));
    const statuses: number[] = [];
    for (let count = 0; count < 4; count += 1) {
      statuses.push((await ask(port, { authorization: `Bearer wrong-${count}` })).status);
    }
    expect(statuses).toEqual([401, 401, 429, 429]);
    expect((await ask(port, page)).status).not.toBe(429);
    expect((await ask(port, shop)).status).not.toBe(429);
  });

  it('is not held up as a party with its key, which has a rate of its own', async () => {
    const { port } = closeLater(await startOpenDoor(build(), { perMinute: few }));
    for (let count = 0; count < 3 * few.all; count += 1) {
      expect((await ask(port, shop)).status).not.toBe(429);
    }
  });

  it('is stopped sooner where something begins, but never the kiosk', async () => {
    const host = closeLater(await startTestHost(build(), { perMinute: { ...untold, begun: 2 } }));
    const cookie = await host.enter();
    const decline = async (headers: Record<string, string>) => {
      const init = { method: 'POST', headers: { 'content-type': 'application/json', ...headers } };
      const body = JSON.stringify({ locale: 'en', version: '1' });
      return (await host.ask('/api/v1/declines', { ...init, body })).status;
    };
    expect([await decline(page), await decline(page), await decline(page)]).toEqual([201, 201, 429]);
    expect(await decline({ cookie })).toBe(201);
  });
});

describe('a page of a party', () => {
  let host: TestHost;
  beforeAll(async () => {
    host = await startTestHost(build(), { perMinute: untold });
  });
  afterAll(() => host.close());
  const path = `/api/v1/verifications/${id}`;
  const crossing = (response: Response) =>
    Object.fromEntries([...response.headers].filter(([name]) => name.startsWith('access-control')));
  const preflight = (origin: string, to = path) =>
    host.ask(to, { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'POST' } });

  it('may ask whether it may ask', async () => {
    const response = await preflight('https://tickets.example');
    expect(response.status).toBe(204);
    expect(crossing(response)).toEqual({
      'access-control-allow-origin': 'https://tickets.example',
      'access-control-allow-methods': 'GET, HEAD, POST, DELETE',
      'access-control-allow-headers': 'authorization, content-type, idempotency-key, x-request-id',
      'access-control-expose-headers': 'retry-after, x-request-id, idempotent-replayed',
      'access-control-max-age': '600',
    });
    expect(response.headers.get('vary')).toContain('Origin');
  });

  it.each(['https://evil.example', 'null', 'http://shop.example', 'https://shop.example:8443', 'https://SHOP.example'])(
    'is not "%s"',
    async (origin) => {
      const response = await preflight(origin);
      expect([response.status, crossing(response)]).toEqual([403, {}]);
    },
  );

  it('may ask for data alone', async () => {
    for (const to of ['/kiosk', '/', '/embed', '/assets/kiosk-abc123.js']) {
      const response = await preflight('https://shop.example', to);
      expect([to, response.status, crossing(response)]).toEqual([to, 403, {}]);
    }
  });

  it('reads the answers and the faults of its own party, without cookies', async () => {
    const ask = (to: string, authorization: string, origin: string) =>
      host.ask(to, { headers: { authorization, origin, 'sec-fetch-site': 'cross-site' } });
    const good = await ask(path, shop.authorization, 'https://shop.example');
    expect(good.status).toBe(200);
    expect(crossing(good)['access-control-allow-origin']).toBe('https://shop.example');
    expect(crossing(good)['access-control-allow-credentials']).toBeUndefined();
    const bad = await ask(path, 'Bearer wrong', 'https://shop.example');
    expect([bad.status, crossing(bad)['access-control-allow-origin']]).toEqual([401, 'https://shop.example']);
    expect(bad.headers.get('www-authenticate')).toBe('Bearer realm="pravesh"');
    const stolen = await ask(path, shop.authorization, 'https://bank.example');
    expect([stolen.status, crossing(stolen)]).toEqual([403, {}]);
  });

  it('reads what is public, and is no kiosk with the kiosk’s cookie', async () => {
    const headers = { origin: 'https://shop.example', 'sec-fetch-site': 'cross-site' };
    const cookie = await host.enter();
    const open = await host.ask('/.well-known/jwks.json', { headers, cookie });
    expect([open.status, await open.json()]).toEqual([200, keys]);
    expect((await host.ask(path, { headers, cookie })).status).toBe(401);
    expect((await host.ask('/api/v1/declines', { method: 'POST', headers, cookie })).status).toBe(403);
  });
});

describe('the name of a request', () => {
  it('is the caller’s own where it can be shown, else one of ours, and stands in the problem', async () => {
    const host = closeLater(await startTestHost(build()));
    const ask = (name: string) => host.ask('/api/v1/nothing', { headers: { 'x-request-id': name } });
    expect((await ask('Order_4711.a-b')).headers.get('x-request-id')).toBe('Order_4711.a-b');
    for (const name of ['', 'a b', 'a'.repeat(65), 'a/b', '"a"', 'a, b', 'of-9876543210']) {
      const response = await ask(name);
      const own = response.headers.get('x-request-id');
      expect(own).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/);
      expect(await response.json()).toMatchObject({ instance: `urn:pravesh:request:${own}` });
    }
    expect((await host.ask('/healthz')).headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('stands in the log beside a mistake of ours', async () => {
    const host = closeLater(await startTestHost(buildFakeKiosk({}, twoParties)));
    const headers = { ...shop, 'x-request-id': 'order-4711' };
    expect((await host.ask(`/api/v1/verifications/${id}`, { headers })).status).toBe(500);
    expect(host.log.join('\n')).toContain('"request":"order-4711"');
  });
});

/** Asks `/healthz` over TLS, trusting this certificate. */
function askTls(port: number, ca: string): Promise<{ status: number; headers: NodeJS.Dict<string | string[]> }> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path: '/healthz', ca, agent: false }, (response) => {
      response.resume();
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers }));
    });
    sent.on('error', reject);
    sent.end();
  });
}

/** Sends bytes; all that comes back until the other side lets go, however it does. */
function exchange(port: number, bytes: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes, 'latin1'));
    let text = '';
    socket.on('data', (part) => {
      text += part.toString('latin1');
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve(text));
  });
}
