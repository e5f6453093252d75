/**
 * The scheme of our own pages, `pravesh://kiosk/`: the files of the built renderer, and nothing else of the machine.
 * Runs in Electron's main process.
 */
import { readFile } from 'node:fs/promises';
import { extname, isAbsolute, join, relative } from 'node:path';
import { brandHeaders, keptForGood, neverKept, pageHeaders } from '../contract/public.ts';
import type { BrandImage } from '../core/kiosk.ts';
import type { StillPage } from '../platform/still-page.ts';

/** The origin of our pages, as frames report it. */
export const pageOrigin = 'pravesh://kiosk';

/** The address of the kiosk page. */
export const kioskUrl = `${pageOrigin}/`;

/** The address of the operators' page. */
export const operatorUrl = `${pageOrigin}/operator`;

/** The page of visitors on a screen of their own, beside a desk. */
export const visitorsUrl = `${kioskUrl}?screen`;

/** The still page, which is shown when the page crashes too often. */
export const stillUrl = `${pageOrigin}/still`;

/** The pages by their addresses, which are those that the HTTP host has too. */
const pages: Readonly<Record<string, string>> = {
  '/': '/kiosk.html',
  '/kiosk': '/kiosk.html',
  '/operator': '/operator.html',
};

/** What is asked of Electron's `protocol`. */
export interface Schemes {
  registerSchemesAsPrivileged(schemes: { scheme: string; privileges: { standard: boolean; secure: boolean } }[]): void;
  handle(scheme: string, handler: (request: Request) => Promise<Response>): void;
}

/** What the renderer's build makes; a file of any other kind is not served. */
const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wav': 'audio/wav',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/** Makes the scheme one with origins, so that the page's policy holds; must be called before the app is ready. */
export function registerScheme(protocol: Schemes): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'pravesh', privileges: { standard: true, secure: true } }]);
}

/**
 * Serves the folder of the built renderer under the scheme, with the headers of a page of ours.
 * @param beside what lies beside the folder: the still page, whose policy is its own, and the venue's pictures
 */
export function serveScheme(
  protocol: Schemes,
  folder: string,
  { still, images = [] }: { readonly still?: StillPage; readonly images?: readonly BrandImage[] } = {},
): void {
  protocol.handle('pravesh', async (request) => {
    if (still !== undefined && request.method === 'GET' && request.url === stillUrl) {
      return sendStillPage(still);
    }
    const image = images.find(({ path }) => request.method === 'GET' && request.url === pageOrigin + path);
    if (image !== undefined) {
      return sendImage(image);
    }
    const file = findFile(request, folder);
    const mediaType = file === undefined ? undefined : mediaTypes[extname(file)];
    if (file === undefined || mediaType === undefined) {
      return refuse();
    }
    try {
      const isHashed = relative(folder, file).startsWith('assets');
      return new Response(new Uint8Array(await readFile(file)), {
        headers: { ...pageHeaders, 'content-type': mediaType, 'cache-control': isHashed ? keptForGood : neverKept },
      });
    } catch {
      return refuse();
    }
  });
}

/** The file that a request means, inside the folder; undefined where it means another host or leads out of it. */
function findFile({ method, url }: Request, folder: string): string | undefined {
  const { host, pathname } = new URL(url);
  if (method !== 'GET' || host !== 'kiosk') {
    return undefined;
  }
  const path = decodePath(pages[pathname] ?? pathname);
  if (path === undefined || /[\\\0]/.test(path)) {
    return undefined;
  }
  const file = join(folder, path);
  const inside = relative(folder, file);
  return inside === '' || inside.startsWith('..') || isAbsolute(inside) ? undefined : file;
}

function decodePath(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

function sendImage({ bytes, mediaType }: BrandImage): Response {
  return new Response(new Uint8Array(bytes), {
    headers: { ...brandHeaders, 'content-type': mediaType, 'cache-control': keptForGood },
  });
}

function sendStillPage({ html, policy }: StillPage): Response {
  const headers = { ...pageHeaders, 'content-security-policy': policy };
  return new Response(html, {
    headers: { ...headers, 'content-type': 'text/html; charset=utf-8', 'cache-control': neverKept },
  });
}

function refuse(): Response {
  return new Response('There is nothing at this address.', {
    status: 404,
    headers: { ...pageHeaders, 'content-type': 'text/plain; charset=utf-8', 'cache-control': neverKept },
  });
}
