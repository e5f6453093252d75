/** The doctor asks the upstream for nothing but an answer. */
import { describe, expect, it, onTestFinished } from 'vitest';
import { checkUpstream } from '../../../../main/cli/doctor/upstream-check.ts';
import { type Fetch, FetchFault, type FetchFaultKind } from '../../../../main/core/ports.ts';
import { buildFetch } from '../../../../main/platform/fetch.ts';
import { openHttpUpstream } from '../../../support/raw-upstream.ts';
import { buildSettings } from '../../../support/settings.ts';

const { signal } = new AbortController();
const { upstream } = buildSettings();

function check(fetch: Fetch, baseUrl = 'https://upstream.example/api') {
  return checkUpstream({ ...upstream, baseUrl }, fetch, signal);
}

async function checkReal(baseUrl: string) {
  const { fetch, close } = buildFetch();
  onTestFinished(close);
  return check(fetch, baseUrl);
}

describe('the upstream', () => {
  it('is well when anything answers, and gets neither the key nor a body', async () => {
    const seen: unknown[] = [];
    const server = await openHttpUpstream((request, response) => {
      seen.push([request.method, request.url, request.headers['x-api-key'], request.headers['content-length']]);
      expect(request.headers['user-agent']).toBe(upstream.userAgent);
      response.writeHead(404, { date: 'Thu, 15 Jan 2026 04:30:00 GMT' }).end('nothing here');
    });
    onTestFinished(() => server.close());
    expect(await checkReal(`${server.url}/api`)).toEqual({
      check: { name: 'upstream', ok: true, detail: `${server.url} answers (HTTP 404)` },
      time: Date.parse('2026-01-15T04:30:00Z'),
    });
    expect(seen).toEqual([['GET', '/api', undefined, undefined]]);
  });

  it('is not well when nobody listens', async () => {
    const server = await openHttpUpstream(() => undefined);
    await server.close();
    const { check: found } = await checkReal(server.url);
    expect(found).toMatchObject({ ok: false, detail: `${server.url} refuses connections` });
  });

  it('is not well when the network sends elsewhere, as a hotel does', async () => {
    const fetch: Fetch = async () => ({ status: 302, headers: { location: 'http://login' }, body: new Uint8Array() });
    expect((await check(fetch)).check).toMatchObject({ ok: false, todo: expect.stringContaining('login page') });
  });

  it.each([
    ['dns', false],
    ['refused', false],
    ['tls', false],
    ['connect-timeout', false],
    ['headers-timeout', false],
    ['body-timeout', false],
    ['reset', false],
    ['protocol', false],
    ['aborted', false],
    ['too-large', true],
  ] satisfies [FetchFaultKind, boolean][])('with the fault %s is well: %j', async (kind, ok) => {
    const { check: found, time } = await check(() => Promise.reject(new FetchFault(kind, false)));
    expect(found.ok).toBe(ok);
    expect(found.todo === undefined).toBe(ok);
    expect(time).toBeUndefined();
  });

  it('lets a programming mistake pass', async () => {
    await expect(check(() => Promise.reject(new TypeError('x')))).rejects.toThrow(TypeError);
  });
});
