/**
 * The settings of DEMO, where there is no configuration: everything real but the upstream and the people.
 * Part of the core.
 */
import { version } from '../../contract/public.ts';
import type { Settings } from './settings.ts';

/**
 * Builds the settings of a demonstration against a sandbox.
 * @param upstreamBaseUrl as `http://127.0.0.1:4790/api`; the keys of its signatures are at the same origin
 */
export function demoSettings(upstreamBaseUrl: string): Settings {
  return {
    site: { id: 'demo', name: 'Pravesh Demo', terminal: 'demo-1', timezone: 'Asia/Kolkata' },
    upstream: {
      baseUrl: upstreamBaseUrl.replace(/\/+$/, ''),
      apiKey: 'demo',
      userAgent: `Pravesh/${version}`,
      signature: {
        mode: 'required',
        jwks: { url: new URL('/.well-known/jwks.json', upstreamBaseUrl).href },
        algorithms: ['EdDSA', 'ES256', 'RS256'],
      },
      otp: { validMs: 180_000, resendMs: 180_000 },
      timeouts: { connectMs: 5_000, headersMs: 10_000, bodyMs: 10_000 },
    },
    policy: {
      purposes: {
        visitor: { admit: [2], refer: [1], label: { en: 'Visitor', hi: 'आगंतुक' } },
        employee: { admit: [1, 2], refer: [], label: { en: 'Employee', hi: 'कर्मचारी' } },
      },
    },
    privacy: {
      identity: 'masked',
      keep: { min: '1 year', max: '13 months' },
      hideUnknown: false,
      contact: {},
    },
    limits: {
      // The promise to a number holds here too; the sandbox itself takes whatever comes.
      perNumber: { per10Minutes: 3, perDay: 6 },
      upstream: { calls: 100_000, seconds: 300 },
      open: 256,
    },
    kiosk: {
      mode: 'kiosk',
      languages: ['en', 'hi'],
      idleSeconds: 45,
      resultSeconds: 8,
      sound: { volume: 60, mute: false },
      digits: 'latin',
      brand: {},
      ownPhone: false,
    },
    export: { folders: [] },
    inside: { count: true },
    passes: { purposes: ['employee'], hours: 12, trust: [] },
    http: { port: 4780, bind: '127.0.0.1', trustedProxies: [] },
    actions: {},
    receipts: { validMs: 600_000, rotateDays: 90 },
    backups: { keep: 2 },
    demo: true,
  };
}
