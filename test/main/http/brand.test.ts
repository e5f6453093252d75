/** The venue's pictures over HTTP: as they are, for anybody who sees the page, and inert when opened by themselves. */
import { expect, onTestFinished, test } from 'vitest';
import { buildFakeKiosk } from '../../support/fake-kiosk.ts';
import { startTestHost } from '../../support/http-host.ts';

test('are sent with a policy of their own, and nothing beside them', async () => {
  const bytes = Buffer.from('<svg viewBox="0 0 1 1"/>');
  const image = { path: '/brand/mark-0123456789abcdef.svg', mediaType: 'image/svg+xml', bytes } as const;
  const host = await startTestHost({ ...buildFakeKiosk(), brandImages: [image] });
  onTestFinished(() => host.close());
  const sent = await host.ask(image.path);
  expect(sent.status).toBe(200);
  expect(Buffer.from(await sent.arrayBuffer())).toEqual(bytes);
  expect(Object.fromEntries(sent.headers)).toMatchObject({
    'content-type': 'image/svg+xml',
    'cache-control': 'public, max-age=31536000, immutable',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox",
    'x-content-type-options': 'nosniff',
  });
  expect((await host.ask('/brand/')).status).toBe(404);
  expect((await host.ask('/brand/picture-0123456789abcdef.jpg')).status).toBe(404);
});
