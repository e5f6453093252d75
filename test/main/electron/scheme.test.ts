import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageHeaders } from '../../../main/contract/public.ts';
import { serveScheme } from '../../../main/electron/scheme.ts';
import { AppDouble, buildProtocolDouble } from '../../support/electron-double.ts';
import { writeRenderer } from '../../support/http-host.ts';

const protocol = buildProtocolDouble(new AppDouble());
const folder = writeRenderer();
afterAll(() => rmSync(folder, { recursive: true }));
beforeAll(() => {
  writeFileSync(join(folder, 'assets', 'kiosk-abc123.css'), 'p {}');
  writeFileSync(join(folder, 'assets', 'notes.exe'), 'no page needs it');
  serveScheme(protocol, folder, { images: [mark] });
});

const mark = {
  path: '/brand/mark-0123456789abcdef.svg',
  mediaType: 'image/svg+xml',
  bytes: Buffer.from('<svg/>'),
} as const;

describe('our own scheme', () => {
  it.each([
    ['pravesh://kiosk/', 'text/html; charset=utf-8', 'no-store'],
    ['pravesh://kiosk/kiosk.html', 'text/html; charset=utf-8', 'no-store'],
    ['pravesh://kiosk/assets/kiosk-abc123.js', 'text/javascript; charset=utf-8', /immutable/],
    ['pravesh://kiosk/assets/kiosk-abc123.css?v=1#a', 'text/css; charset=utf-8', /immutable/],
  ])('serves %s with the headers of a page of ours', async (url, type, kept) => {
    const response = await protocol.fetch(url);
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({ ...pageHeaders, 'content-type': type });
    expect(response.headers.get('cache-control')).toMatch(kept);
  });

  it('serves the pictures of the venue, which may do nothing when opened by themselves', async () => {
    const response = await protocol.fetch(`pravesh://kiosk${mark.path}`);
    expect(await response.text()).toBe('<svg/>');
    expect(response.headers.get('content-type')).toBe('image/svg+xml');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect((await protocol.fetch('pravesh://kiosk/brand/other.svg')).status).toBe(404);
  });

  it.each([
    'pravesh://kiosk/nothing.js',
    'pravesh://kiosk/assets',
    'pravesh://kiosk/assets/',
    'pravesh://kiosk/assets/.hidden',
    'pravesh://kiosk/assets/notes.exe',
    'pravesh://kiosk/secret.txt',
    'pravesh://kiosk/../../etc/passwd',
    'pravesh://kiosk/..%2f..%2fetc%2fhosts.html',
    'pravesh://kiosk/%2e%2e/%2e%2e/etc/passwd',
    'pravesh://kiosk/..%5c..%5cwindows.html',
    'pravesh://kiosk/kiosk.html%00.js',
    'pravesh://kiosk/%ff.html',
    'pravesh://kiosk//etc/passwd',
    'pravesh://operator/kiosk.html',
    'pravesh://kiosk.evil/kiosk.html',
  ])('has nothing at %s', async (url) => {
    const response = await protocol.fetch(url);
    expect(response.status).toBe(404);
    expect(await response.text()).toBe('There is nothing at this address.');
    expect(Object.fromEntries(response.headers)).toMatchObject(pageHeaders);
  });

  it('only gives', async () => {
    expect((await protocol.fetch('pravesh://kiosk/', { method: 'POST', body: 'x' })).status).toBe(404);
  });
});
