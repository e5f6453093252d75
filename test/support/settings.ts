/** Settings for tests: a site with two purposes, an upstream that nothing answers at, English and Hindi. */
import type { Settings } from '../../main/core/config/settings.ts';

/** The settings, with whole sections replaced where a test needs it. */
export function buildSettings(replaced: Partial<Settings> = {}): Settings {
  return {
    site: { id: 'hq', name: 'Head Office', terminal: 'gate-1', timezone: 'Asia/Kolkata' },
    upstream: {
      baseUrl: 'http://127.0.0.1:9/api',
      apiKey: 'key-of-the-test',
      userAgent: 'Pravesh/test',
      signature: { mode: 'off', algorithms: ['EdDSA'] },
      otp: { validMs: 180_000, resendMs: 180_000 },
      timeouts: { connectMs: 1_000, headersMs: 1_000, bodyMs: 1_000 },
    },
    policy: {
      purposes: {
        visitor: { admit: [2], refer: [1], label: {} },
        employee: { admit: [1, 2], refer: [], label: { en: 'Employee' } },
      },
    },
    privacy: {
      identity: 'masked',
      keep: { min: '1 year', max: '13 months' },
      hideUnknown: false,
      contact: { desk: 'Reception' },
    },
    limits: { perNumber: { per10Minutes: 3, perDay: 6 }, upstream: { calls: 100, seconds: 300 }, open: 256 },
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
    inside: { count: false },
    passes: { purposes: [], hours: 12, trust: [] },
    http: { port: 0, bind: '127.0.0.1', trustedProxies: [] },
    actions: {},
    receipts: { validMs: 600_000, rotateDays: 90 },
    backups: { keep: 2 },
    demo: false,
    ...replaced,
  };
}
