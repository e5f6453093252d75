/**
 * The response headers under which a page of ours runs, the same over HTTP and over Electron's own scheme.
 * Runs everywhere: it is text.
 */

/**
 * Everything comes from the page's own origin, nothing stands inline, nobody frames it and no form leaves it.
 * `require-trusted-types-for` is left out: the on-screen keyboard's library empties its element through innerHTML.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "media-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** What a browser could offer a page and ours never asks for. */
const refusedFeatures = [
  'accelerometer',
  'camera',
  'clipboard-read',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'storage-access',
  'usb',
  'window-management',
  'xr-spatial-tracking',
] as const;

/** Headers of every answer, whether page, asset or data. */
export const pageHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': refusedFeatures.map((feature) => `${feature}=()`).join(', '),
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** For pages and data: they are never kept. */
export const neverKept = 'no-store';

/** For files whose name carries the hash of what they hold: they never change. */
export const keptForGood = 'public, max-age=31536000, immutable';
