/** The real page in a real Chromium over the real host, with all twelve languages. Part of `npm run bench`. */
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { locales } from '../../main/contract/public.ts';
import { startHttp } from '../../main/http/start.ts';
import { launchChromium } from '../support/chromium.ts';
import { openBenchKiosk } from './bench-kiosk.ts';
import { startUpstream, type Upstream } from './people.ts';
import type { BenchPlace } from './result.ts';

export interface FaceSide {
  readonly page: Page;
  readonly session: CDPSession;
  readonly upstream: Upstream;
}

/** Opens it with so many people registered, hands it to `measure`, and ends all of it afterwards. */
export async function withFace<T>(
  { root, scratch }: Pick<BenchPlace, 'root' | 'scratch'>,
  people: number,
  measure: (side: FaceSide) => Promise<T>,
): Promise<T> {
  const upstream = await startUpstream(scratch, people);
  const bench = openBenchKiosk(join(scratch, 'face'), upstream.url, undefined, locales);
  const host = await startHttp({
    ...bench,
    port: 0,
    bind: '127.0.0.1',
    rendererFolder: join(root, 'dist', 'renderer'),
  });
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: { width: 1080, height: 1920 } });
    const session = await page.context().newCDPSession(page);
    // The session first, then the page: a terminal without operators would ask for its first one before it serves.
    await page.context().request.get(host.launchUrl);
    await page.goto(new URL('/kiosk?later', host.launchUrl).href);
    return await measure({ page, session, upstream });
  } finally {
    await browser.close();
    await host.close();
    await bench.close();
    await upstream.stop();
  }
}
