import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  answer,
  contentSecurityPolicy,
  errorCodes,
  HttpProblem,
  pageHeaders,
  problem,
  problemKinds,
} from '../../../main/contract/public.ts';
import { buildFakeKiosk, type FakeKiosk } from '../../support/fake-kiosk.ts';
import { askRaw, sendBytes, startTestHost, type TestHost } from '../../support/http-host.ts';

const id = 'x'.repeat(22);
let next: ReturnType<typeof problem>;
let kiosk: FakeKiosk;
let host: TestHost;
let cookie: string;
beforeAll(async () => {
  kiosk = buildFakeKiosk({
    'verification.get': () => next,
    'verification.cancel': () => {
      throw new Error('Asha Kumari 9876543210');
    },
    'verification.resendOtp': () => answer({ id, state: 'checking', revision: 1 }),
    'demo.phone': () => answer({ people: [], messages: [] }),
  });
  host = await startTestHost(kiosk);
  cookie = await host.enter();
});
afterAll(() => host.close());

describe('a fault', () => {
  it.each(errorCodes)('of code %s is a problem of RFC 9457 with its status', async (code) => {
    next = problem(code);
    const response = await host.ask(`/api/v1/verifications/${id}`, { cookie });
    expect(response.status).toBe(problemKinds[code].status);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    const { status, title } = problemKinds[code];
    const instance = `urn:pravesh:request:${response.headers.get('x-request-id')}`;
    const type = `urn:pravesh:problem:${code}`;
    expect(await response.json()).toEqual({ type, title, status, code, detail: title, instance });
    expect(response.headers.get('www-authenticate')).toBe(status === 401 ? 'Launch realm="pravesh"' : null);
  });

  it('carries its details, and the waiting time as a header in seconds, rounded up', async () => {
    next = problem('otp-too-soon', { retryAfterMs: 1_001, attemptsLeft: 2, fields: [{ path: 'otp', problem: 'x' }] });
    const response = await host.ask(`/api/v1/verifications/${id}`, { cookie });
    expect(response.headers.get('retry-after')).toBe('2');
    expect(await response.json()).toMatchObject({
      retryAfterMs: 1_001,
      attemptsLeft: 2,
      fields: [{ path: 'otp', problem: 'x' }],
    });
  });

  it('that nobody foresaw says nothing of its cause, neither to the caller nor in the log', async () => {
    const response = await host.ask(`/api/v1/verifications/${id}`, { method: 'DELETE', cookie });
    expect(response.status).toBe(500);
    const text = await response.text();
    expect(JSON.parse(text)).toMatchObject({ code: 'internal', detail: problemKinds.internal.title });
    expect(host.log.join('\n')).toContain('/api/v1/verifications/:id');
    expect(`${text}${host.log.join('\n')}`).not.toMatch(/Asha|9876543210/);
  });
});

describe('the caller', () => {
  it('is nobody without the cookie: 401', async () => {
    const response = await host.ask(`/api/v1/verifications/${id}`);
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ code: 'unauthenticated' });
  });

  it('is a kiosk with it, of the wrong kind for what only operators may: 403', async () => {
    const response = await host.ask('/api/v1/health', { cookie });
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ code: 'forbidden' });
  });

  it('is one and the same in a session, and another in another', async () => {
    const other = await host.enter();
    for (const sent of [cookie, cookie, other]) {
      await host.ask('/api/v1/demo/phone', { cookie: sent });
    }
    const [first, second, third] = kiosk.calls.slice(-3).map(({ caller }) => caller);
    expect(first).toEqual({ kind: 'kiosk', id: expect.stringMatching(/^[A-Za-z0-9_-]{22}$/) });
    expect(second).toEqual(first);
    expect(third?.id).not.toBe(first?.id);
  });
});

describe('the query of a GET', () => {
  it('is its input', async () => {
    await host.ask(`/api/v1/demo/phone?id=${id}`, { cookie });
    expect(kiosk.calls.at(-1)).toMatchObject({ name: 'demo.phone', input: { id } });
  });

  it.each(['?id=a&id=b', '?other=1', '?__proto__=1', '?id[]=1'])('is judged by the operation: %s', async (query) => {
    const response = await host.ask(`/api/v1/demo/phone${query}`, { cookie });
    expect(response.status).toBe(400);
  });
});

describe('where there is no route', () => {
  it.each(['/api/v1/nothing', '/api/', '/api/v1/verifications', '/api/v1/kiosk/', '/API/v1/kiosk'])(
    'there is a 404 or 405 for %s',
    async (path) => {
      const response = await host.ask(path, { cookie });
      const isApi = path.startsWith('/api/');
      expect(response.status).toBe(path === '/api/v1/verifications' ? 405 : 404);
      expect(response.headers.get('content-type')).toBe(
        isApi ? 'application/problem+json' : 'text/html; charset=utf-8',
      );
    },
  );

  it('a wrong method is told which ones are right', async () => {
    const response = await host.ask(`/api/v1/verifications/${id}`, { method: 'PUT', cookie });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')?.split(', ').sort()).toEqual(['DELETE', 'GET', 'HEAD']);
    expect(await response.json()).toMatchObject({ code: 'invalid-input', status: 405 });
  });

  it('an address that cannot be decoded is a problem as well', async () => {
    for (const path of ['/api/v1/verifications/%zz', '/%ff', `/api/v1/verifications/${'x'.repeat(600)}`]) {
      const { status, headers, text } = await askRaw(host.port, { path, headers: { cookie } });
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
      expect(headers['content-security-policy']).toBe(contentSecurityPolicy);
      expect(text.replace(/urn:pravesh:request:[0-9a-f-]{36}/, '')).not.toMatch(/zz|ff|xxx|FST_/);
    }
  });
});

describe('bytes that are no request', () => {
  it.each([
    ['nonsense\r\n\r\n', '400 Bad Request'],
    ['GET / HTTP/9.9\r\n\r\n', '400 Bad Request'],
    [`GET / HTTP/1.1\r\nHost: ${'x'.repeat(20_000)}\r\n\r\n`, '431 Request Header Fields Too Large'],
  ])('are answered with a problem and an end: %#', async (bytes, line) => {
    const [head = '', body = ''] = (await sendBytes(host.port, bytes)).split('\r\n\r\n', 2);
    expect(head.split('\r\n', 1)).toEqual([`HTTP/1.1 ${line}`]);
    expect(head).toContain(contentSecurityPolicy);
    expect(HttpProblem.parse(JSON.parse(body)).code).toBe('invalid-input');
  });
});

describe('the headers', () => {
  it('of a page of ours stand on every answer, and nothing is kept but assets', async () => {
    const asked = [
      await host.ask('/'),
      await host.ask('/kiosk', { cookie }),
      await host.ask('/api/v1/demo/phone', { cookie }),
      await host.ask('/api/v1/nothing'),
      await host.ask('/healthz'),
      await host.ask('/nowhere'),
      await host.ask('/api/v1/declines', { method: 'POST', body: 'x' }),
    ];
    for (const { headers } of asked) {
      expect(Object.fromEntries(headers)).toMatchObject({ ...pageHeaders, 'cache-control': 'no-store' });
    }
  });

  it('allow nothing inline, nothing foreign and no framing', () => {
    expect(contentSecurityPolicy).not.toMatch(/unsafe|\*|http|data:/);
    expect(contentSecurityPolicy).toMatch(/^default-src 'none'; /);
    expect(contentSecurityPolicy).toContain("frame-ancestors 'none'");
  });
});

describe('the assets', () => {
  it('are kept for good', async () => {
    const response = await host.ask('/assets/kiosk-abc123.js');
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      ...pageHeaders,
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': expect.stringMatching(/^(text|application)\/javascript/),
    });
  });

  it.each([
    '/assets/nothing.js',
    '/assets/',
    '/assets/.hidden',
    '/assets/../kiosk.html',
    '/assets/../secret.txt',
    '/assets/%2e%2e/secret.txt',
    '/assets/..%2fsecret.txt',
    '/assets/..%5csecret.txt',
    '/assets//etc/passwd',
    '/secret.txt',
    '/kiosk.html',
  ])('are all that is served from the folder: %s', async (path) => {
    const { status, headers, text } = await askRaw(host.port, { path, headers: { cookie } });
    expect(status).toBe(404);
    expect(headers['cache-control']).toBe('no-store');
    expect(text).not.toMatch(/hidden|outside|<title>kiosk/);
  });
});

describe('what machines ask', () => {
  it('needs no cookie', async () => {
    const alive = await host.ask('/healthz');
    expect([alive.status, await alive.json()]).toEqual([200, { ok: true }]);
    const ready = await host.ask('/readyz');
    expect([ready.status, await ready.json()]).toEqual([200, { ok: true }]);
  });

  it('tells when visitors cannot be served', async () => {
    kiosk.setReady(false);
    const ready = await host.ask('/readyz');
    expect([ready.status, await ready.json()]).toEqual([503, { ok: false }]);
    expect((await host.ask('/healthz')).status).toBe(200);
  });
});
