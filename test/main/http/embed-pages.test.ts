/** The pages for people elsewhere: who may frame them, and with which headers they come. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentSecurityPolicy, pageHeaders } from '../../../main/contract/public.ts';
import { buildFakeKiosk } from '../../support/fake-kiosk.ts';
import { askRaw, type OpenDoor, startOpenDoor, startTestHost, type TestHost } from '../../support/http-host.ts';
import { twoParties } from './two-parties.ts';

let host: TestHost;
let open: OpenDoor;
beforeAll(async () => {
  const kiosk = buildFakeKiosk({}, twoParties);
  [host, open] = await Promise.all([startTestHost(kiosk), startOpenDoor(kiosk)]);
});
afterAll(() => Promise.all([host.close(), open.close()]));

const ask = (door: 'local' | 'open', path: string, headers: Record<string, string> = {}) =>
  fetch(`${door === 'local' ? host.url : open.url}${path}`, { headers });

/** The directive of a policy, in its order. */
function ancestorsOf(response: Response): string[] {
  const directives = response.headers.get('content-security-policy')?.split('; ') ?? [];
  const [, ...ancestors] = directives.find((each) => each.startsWith('frame-ancestors'))?.split(' ') ?? [];
  return ancestors;
}

describe.each(['local', 'open'] as const)('at the %s door', (door) => {
  it('the embedded page is framed by pages of its party alone, also by isolated ones', async () => {
    const response = await ask(door, '/embed?party=shop0001&locale=hi', { 'sec-fetch-site': 'cross-site' });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(ancestorsOf(response)).toEqual(['https://shop.example', 'https://tickets.example']);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'cache-control': 'no-store',
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-resource-policy': 'cross-origin',
      'permissions-policy': pageHeaders['permissions-policy'],
      'referrer-policy': 'no-referrer',
    });
    expect(response.headers.get('x-frame-options')).toBeNull();
    // But for its ancestors the policy is that of every page.
    const [rest] = response.headers.get('content-security-policy')?.split('; frame-ancestors') ?? [];
    expect(contentSecurityPolicy).toBe(`${rest}; frame-ancestors 'none'`);
    expect(await response.text()).toContain('<title>embed</title>');
  });

  it.each(['', '?party=', '?party=nobody01', '?party=shop0001&party=shop0001', '?party[]=shop0001', '?party=%3B'])(
    'nobody’s page is a page of words: /embed%s',
    async (query) => {
      const response = await ask(door, `/embed${query}`);
      expect([response.status, ancestorsOf(response)]).toEqual([404, ["'none'"]]);
      expect(await response.text()).toContain('pravesh party list');
    },
  );

  it('a party without pages is framed by nobody, nor is a visitor’s phone', async () => {
    for (const path of ['/embed?party=none0001', '/phone']) {
      const response = await ask(door, path);
      expect([response.status, ancestorsOf(response)]).toEqual([200, ["'none'"]]);
    }
  });

  it('the script is for pages of anybody, as a module too, and soon asked for anew', async () => {
    const headers = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' };
    const response = await ask(door, '/embed.js', headers);
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'access-control-allow-origin': '*',
      'cache-control': 'public, max-age=300',
      'content-type': expect.stringContaining('javascript'),
      'cross-origin-resource-policy': 'cross-origin',
    });
    const etag = response.headers.get('etag') ?? '';
    // Not by fetch, which asks for a fresh one as soon as it is given an ETag.
    const port = door === 'local' ? host.port : open.port;
    const again = await askRaw(port, { path: '/embed.js', headers: { ...headers, 'if-none-match': etag } });
    expect(again.status).toBe(304);
  });

  it('the assets are there for all pages', async () => {
    expect((await ask(door, '/assets/kiosk-abc123.js')).status).toBe(200);
  });
});

describe('an origin that is no plain one', () => {
  it('comes into no policy', async () => {
    const origins = ["https://a.example; script-src 'unsafe-inline'", 'https://b.example', 'https://c.example *', '*'];
    const kiosk = buildFakeKiosk({}, { ...twoParties, originsOf: () => origins });
    const door = await startOpenDoor(kiosk);
    const response = await fetch(`${door.url}/embed?party=shop0001`);
    expect(ancestorsOf(response)).toEqual(['https://b.example']);
    await door.close();
  });
});
