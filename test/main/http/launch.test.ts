import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildFakeKiosk } from '../../support/fake-kiosk.ts';
import { startTestHost, type TestHost } from '../../support/http-host.ts';

let host: TestHost;
beforeAll(async () => {
  host = await startTestHost(buildFakeKiosk());
});
afterAll(() => host.close());

describe('the launch URL', () => {
  it('is a loopback address with 256 random bits', () => {
    expect(host.launchUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?launch=[A-Za-z0-9_-]{43}$/);
  });

  it('sets a cookie that scripts and other sites never see, and goes on to the kiosk', async () => {
    const response = await host.ask(host.launchUrl);
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe('/kiosk');
    const [cookie = '', ...others] = response.headers.getSetCookie();
    expect(others).toEqual([]);
    expect(cookie).toMatch(/^pravesh_kiosk=[^;]+; Path=\/; HttpOnly; SameSite=Strict$/);
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it('opens a session of its own each time', async () => {
    expect(await host.enter()).not.toBe(await host.enter());
  });

  it.each(['', 'wrong', 'a'.repeat(43), 'é', '%00'])('refuses the token "%s" with a page in words', async (token) => {
    const response = await host.ask(`/?launch=${token}`);
    expect(response.status).toBe(401);
    expect(response.headers.getSetCookie()).toEqual([]);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await response.text()).toContain('Open the address that Pravesh printed');
  });

  it('refuses a token that stands there twice', async () => {
    const { search } = new URL(host.launchUrl);
    const response = await host.ask(`/${search}&${search.slice(1)}`);
    expect(response.status).toBe(401);
  });
});

describe('the root and the pages', () => {
  it('say how to open them when there is no cookie', async () => {
    for (const path of ['/', '/kiosk', '/operator']) {
      const response = await host.ask(path);
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toBe('Launch realm="pravesh"');
      expect(await response.text()).toContain('pravesh ready');
    }
  });

  it('serve whoever holds the cookie', async () => {
    const cookie = await host.enter();
    const root = await host.ask('/', { cookie });
    expect([root.status, root.headers.get('location')]).toEqual([303, '/kiosk']);
    for (const name of ['kiosk', 'operator']) {
      const page = await host.ask(`/${name}`, { cookie });
      expect(page.status).toBe(200);
      expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(page.headers.get('cache-control')).toBe('no-store');
      expect(page.headers.get('etag')).toBeNull();
      expect(await page.text()).toContain(`<title>${name}</title>`);
    }
  });

  it('take no cookie that was made up or changed', async () => {
    const [name = '', value = ''] = (await host.enter()).split('=', 2);
    const changed = decodeURIComponent(value).replace(/^./, (first) => (first === 'A' ? 'B' : 'A'));
    for (const cookie of [`${name}=${changed}`, `${name}=session`, `${name}=`, `${name}=a.b`, 'other=1']) {
      expect((await host.ask('/kiosk', { cookie })).status).toBe(401);
    }
  });
});

describe('the cookie of another process', () => {
  it('is not known here', async () => {
    const other = await startTestHost(buildFakeKiosk());
    const cookie = await other.enter();
    await other.close();
    expect((await host.ask('/kiosk', { cookie })).status).toBe(401);
  });
});
