/** Somebody in front of the kiosk: a page of their own in a fresh profile, and the rows that their visit leaves. */
import type { Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import { type EntryRow, openLogReader } from '../../../main/core/kiosk.ts';
import { buildFace, type Face } from '../../support/pages/face.ts';
import type { Spoken } from '../../support/pages/view.ts';
import type { Venue } from './venue.ts';
import { type Watch, watchPage } from './watch.ts';

export interface Visitor {
  readonly venue: Venue;
  readonly page: Page;
  readonly face: Face;
  readonly watch: Watch;
  /** The version of the notice that the kiosk describes. */
  readonly noticeVersion: string;
  /** The rows since they came, once there are so many; more are a failure. Their numbers have no gap. */
  newRows(count: number): Promise<readonly EntryRow[]>;
  /** Closes the page. Nothing may have been complained of until then, and no other host asked. */
  leave(): Promise<void>;
}

export interface VisitorOptions {
  /** The page's clock is moved by the test. */
  readonly clock?: boolean;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** There is a touch screen, as at most kiosks. */
  readonly touch?: boolean;
  /** The test takes the host away, of which the browser complains. */
  readonly hostVanishes?: boolean;
  /** Run in the page before its own scripts. */
  readonly script?: string;
}

/** Opens the kiosk's page; it is left when the test ends. */
export async function enter(venue: Venue, locale: Spoken, options: VisitorOptions = {}): Promise<Visitor> {
  const { origin } = new URL(venue.launchUrl);
  const page = await openPage(venue, options);
  const watch = watchPage(page, origin, options);
  const leave = async () => {
    await page.context().close();
    expect(watch.faults).toEqual([]);
  };
  onTestFinished(leave);
  const described = await fetch(new URL('/api/v1/kiosk', origin));
  const { consent }: { consent: { version: string } } = await described.json();
  const before = readRows(venue.data).length;
  // The session first, then the page: a terminal without operators would ask for its first one before it serves.
  await page.context().request.get(venue.launchUrl);
  await page.goto(new URL('/kiosk?later', origin).href);
  return {
    venue,
    page,
    face: buildFace(page, locale),
    watch,
    leave,
    noticeVersion: consent.version,
    async newRows(count) {
      await expect.poll(() => readRows(venue.data).length, { timeout: 10_000 }).toBeGreaterThanOrEqual(before + count);
      const rows = readRows(venue.data).slice(before);
      expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: count }, (_, index) => before + index + 1));
      return rows;
    },
  };
}

async function openPage(venue: Venue, { viewport, script, clock, touch }: VisitorOptions): Promise<Page> {
  const context = await venue.browser.newContext({
    viewport: viewport ?? { width: 1024, height: 768 },
    reducedMotion: 'reduce',
    ...(touch ? { hasTouch: true } : {}),
  });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  if (script !== undefined) {
    await page.addInitScript({ content: script });
  }
  if (clock) {
    await page.clock.install();
  }
  return page;
}

function readRows(data: string): readonly EntryRow[] {
  const reader = openLogReader({ data });
  try {
    return reader.list({ limit: 10_000 });
  } finally {
    reader.close();
  }
}
