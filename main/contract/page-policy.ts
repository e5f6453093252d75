/**
 * The response headers under which a page of ours runs, the same over HTTP and over Electron's own scheme.
 * Runs everywhere: it is text.
 */

/**
 * Everything comes from the page's own origin, nothing stands inline, nobody frames it and no form leaves it.
 * `require-trusted-types-for` is left out: the on-screen keyboard's library empties its element through innerHTML.
 */
const pageDirectives = [
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
].join('; ');

/** The policy of a page that nobody frames. */
export const contentSecurityPolicy = `${pageDirectives}; frame-ancestors 'none'`;

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

/**
 * What a page is sent with instead of {@link pageHeaders} where pages of these origins frame it. It may stand in a page
 * that isolates itself (COEP), which asks the same of what it frames. There is no `X-Frame-Options`: it knows no list.
 * @param origins as browsers write them; with none, nobody frames it
 */
export function framedPageHeaders(origins: readonly string[]): Readonly<Record<string, string>> {
  const ancestors = origins.length === 0 ? "'none'" : origins.join(' ');
  return {
    ...pageHeaders,
    'content-security-policy': `${pageDirectives}; frame-ancestors ${ancestors}`,
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-resource-policy': 'cross-origin',
  };
}

/** What the script of the element is sent with instead: pages of anybody load it, as a module too. */
export const sharedScriptHeaders: Readonly<Record<string, string>> = {
  ...pageHeaders,
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
};

/** For that script: its name stays while its content may change. */
export const keptShortly = 'public, max-age=300';

/** Over TLS on the network: browsers come back over TLS alone (RFC 6797). */
export const transportSecurity = 'max-age=31536000';

/** For pages and data: they are never kept. */
export const neverKept = 'no-store';

/** For files whose name carries the hash of what they hold: they never change. */
export const keptForGood = 'public, max-age=31536000, immutable';

/** What a picture of the venue's is sent with instead: opened by itself, an SVG is a document, and may do nothing at all. */
export const brandHeaders: Readonly<Record<string, string>> = {
  ...pageHeaders,
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox",
};
