import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentSecurityPolicy } from '../../../../main/contract/public.ts';
import { writeDocument } from '../../../../main/http/openapi/document.ts';
import { buildFakeKiosk } from '../../../support/fake-kiosk.ts';
import { startTestHost, type TestHost } from '../../../support/http-host.ts';

let host: TestHost;
let page: string;
beforeAll(async () => {
  host = await startTestHost(buildFakeKiosk());
  page = await (await host.ask('/docs')).text();
});
afterAll(() => host.close());

describe.each([
  ['/openapi.json', 'application/json; charset=utf-8'],
  ['/docs', 'text/html; charset=utf-8'],
  ['/docs.css', 'text/css; charset=utf-8'],
])('%s', (path, type) => {
  it('is there for anybody, under the policy of every page', async () => {
    const response = await host.ask(path);
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': type,
      'content-security-policy': contentSecurityPolicy,
      'cache-control': 'public, no-cache',
      etag: expect.stringMatching(/^"[\w-]{22}"$/),
    });
  });

  it('is not sent again to whoever has it', async () => {
    const first = await host.ask(path);
    await first.arrayBuffer();
    const etag = first.headers.get('etag') ?? '';
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await host.ask(path, { headers: { 'if-none-match': known } });
      expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
    }
    expect((await host.ask(path, { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
  });
});

it('/docs.css is the style of the page, in light and dark', async () => {
  expect(await (await host.ask('/docs.css')).text()).toContain('color-scheme: light dark');
});

it('/openapi.json is the document', async () => {
  expect(await (await host.ask('/openapi.json')).json()).toEqual(writeDocument());
});

it('/openapi.json names the address that other machines use', async () => {
  const http = { publicUrl: 'https://gate-1.venue.in', trustedProxies: [] };
  const other = await startTestHost(buildFakeKiosk(), http);
  const { servers } = await (await other.ask('/openapi.json')).json();
  await other.close();
  expect(servers).toEqual([{ url: 'https://gate-1.venue.in', description: 'This terminal.' }]);
});

describe('the page', () => {
  it('has neither script nor style of its own, and nothing from elsewhere', () => {
    expect(page).not.toMatch(/<script|<style|\sstyle=|\son[a-z]+=|<iframe|<img|javascript:/i);
    const resources = Array.from(page.matchAll(/(?:src|href)="([^"]*)"/g), ([, address = '']) => address);
    expect(resources.filter((address) => !/^(#[\w.-]+|\/docs\.css|\/openapi\.json)$/.test(address))).toEqual([]);
  });

  it('leads nowhere that is not there, and has each place once', () => {
    const ids = Array.from(page.matchAll(/\sid="([^"]*)"/g), ([, id = '']) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const links = Array.from(page.matchAll(/href="#([^"]*)"/g), ([, id = '']) => id);
    expect(links.length).toBeGreaterThan(100);
    expect(links.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('shows every operation and event with its address and a command', () => {
    const { paths, webhooks } = writeDocument();
    for (const [path, item] of Object.entries(paths)) {
      for (const { operationId } of Object.values(item)) {
        const section =
          new RegExp(`<section class="operation" id="${operationId}"[^]*?</section>`).exec(page)?.[0] ?? '';
        expect(section).toContain(`<code>${path}</code>`);
        expect(section).toContain('curl -sS ');
      }
    }
    for (const event of Object.keys(webhooks)) {
      expect(page).toContain(`id="event-${event}"`);
    }
  });
});
