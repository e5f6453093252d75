/** The settings of a demonstration. */
import { expect, it } from 'vitest';
import { demoSettings } from '../../../../main/core/config/demo.ts';

it('ask the sandbox, and insist on its signature', () => {
  const settings = demoSettings('http://127.0.0.1:4790/api/');
  expect(settings.upstream).toMatchObject({
    baseUrl: 'http://127.0.0.1:4790/api',
    signature: { mode: 'required', jwks: { url: 'http://127.0.0.1:4790/.well-known/jwks.json' } },
  });
  expect(settings).toMatchObject({ demo: true, kiosk: { languages: ['en', 'hi'] } });
  expect(settings.policy.purposes).toMatchObject({
    visitor: { admit: [2], refer: [1] },
    employee: { admit: [1, 2], refer: [] },
  });
});

it('keep the promise to a number, and do not hold up those who try', () => {
  const { limits } = demoSettings('http://127.0.0.1:4790/api');
  expect(limits.perNumber).toEqual({ per10Minutes: 3, perDay: 6 });
  expect(limits.upstream.calls / limits.upstream.seconds).toBeGreaterThan(100);
});
