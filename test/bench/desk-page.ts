/**
 * The page of entries over a log of a million rows: from the touch that leads to it until its first rows have been
 * painted, in a real Chromium at the real host.
 */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startHttp } from '../../main/http/start.ts';
import { launchChromium } from '../support/chromium.ts';
import { buildDesk, type DeskView } from '../support/pages/desk-page.ts';
import type { BenchKiosk } from './bench-kiosk.ts';
import { spreadAt } from './figures.ts';
import { type Result, reportValue } from './result.ts';

const visits = 40;
/** Until page and host have run warm. */
const visitsBefore = 3;

const manager = { name: 'Bench', pin: '704219' } as const;

/** Measures it with a kiosk that has no operator yet. */
export async function measureDeskPage(root: string, { kiosk, logger }: BenchKiosk): Promise<Result> {
  const rendererFolder = join(root, 'dist', 'renderer');
  const host = await startHttp({ kiosk, logger, port: 0, bind: '127.0.0.1', rendererFolder });
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: { width: 1920, height: 1080 }, locale: 'en-IN' });
    const desk = await openDesk(page, host.launchUrl);
    const samples: number[] = [];
    for (let visit = 0; visit < visitsBefore + visits; visit += 1) {
      const painted = await timeEntries(page, desk);
      if (visit >= visitsBefore) {
        samples.push(painted);
      }
    }
    return reportValue('page of entries painted, p95', 'ms', spreadAt(samples, 0.95), { is: 'at most', value: 150 });
  } finally {
    await browser.close();
    await host.close();
  }
}

async function openDesk(page: Page, launchUrl: string): Promise<DeskView> {
  const { origin } = new URL(launchUrl);
  const { request } = page.context();
  await request.get(launchUrl);
  const made = await request.post(`${origin}/api/v1/operator/first`, { data: manager, headers: { origin } });
  if (!made.ok()) {
    throw new Error(`the first operator was not made (status ${made.status()})`);
  }
  await page.goto(`${origin}/operator`);
  const desk = buildDesk(page, 'en');
  await desk.language.click();
  await desk.door.open(manager.pin);
  await desk.lock.waitFor();
  return desk;
}

/** Milliseconds from the touch of the link to the frame with the first rows. */
async function timeEntries(page: Page, desk: DeskView): Promise<number> {
  const watching = await page.evaluateHandle(watchRows);
  await desk.link('entries').click();
  const taken = await watching.evaluate(({ painted }) => painted);
  await desk.link('by-hand').click();
  await desk.title('by-hand').waitFor();
  return taken;
}

/** Runs in the page, before the touch: milliseconds from that until the frame with the first rows has been made. */
function watchRows(): { readonly painted: Promise<number> } {
  const painted = new Promise<number>((resolve) => {
    let touchedAt = Number.NaN;
    const noteTouch = (event: PointerEvent) => {
      touchedAt = event.timeStamp;
    };
    document.addEventListener('pointerdown', noteTouch, { capture: true, once: true });
    const look = (_changes: unknown, observer: MutationObserver) => {
      if (document.querySelector('.table tbody tr') === null) {
        return;
      }
      observer.disconnect();
      requestAnimationFrame(() => {
        // A message that is sent while a frame is being made comes after it.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now() - touchedAt);
        port2.postMessage(undefined);
      });
    };
    new MutationObserver(look).observe(document, { subtree: true, childList: true });
  });
  return { painted };
}
