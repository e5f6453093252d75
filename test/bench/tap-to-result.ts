/**
 * From the touch of the last digit to the painted result, without what the upstream took: the real page in a real
 * Chromium whose processor is throttled to a quarter, the real host, a sandbox in a process of its own.
 */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Fetch } from '../../main/core/ports.ts';
import { startHttp } from '../../main/http/start.ts';
import type { Person } from '../../main/sandbox/sandbox.ts';
import { launchChromium } from '../support/chromium.ts';
import { buildFace, type Face } from '../support/pages/face.ts';
import { openBenchKiosk } from './bench-kiosk.ts';
import { startUpstream, type Upstream } from './people.ts';
import { compareParts, type Measure } from './result.ts';
import { watchPaint } from './watch-paint.ts';

const visits = 40;
/** Until page and host have run warm. */
const visitsBefore = 5;
const throttling = 4;

export const measureTapToResult: Measure = async ({ root, scratch }) => {
  const upstream = await startUpstream(scratch, visitsBefore + visits);
  const watch = buildUpstreamWatch();
  const bench = openBenchKiosk(join(scratch, 'kiosk'), upstream.url, watch.around);
  const rendererFolder = join(root, 'dist', 'renderer');
  const host = await startHttp({ ...bench, port: 0, bind: '127.0.0.1', rendererFolder });
  const browser = await launchChromium();
  try {
    const page = await openPage(await browser.newPage({ viewport: { width: 1080, height: 1920 } }), host.launchUrl);
    const measured: number[] = [];
    const baseline: number[] = [];
    for (const [index, person] of upstream.people.entries()) {
      const taken = await timeTap(page, { upstream, watch, person });
      if (index >= visitsBefore) {
        measured.push(taken);
        baseline.push(watch.milliseconds());
      }
    }
    const sides = { measured, baseline };
    return [
      compareParts('last digit to result, p50, 4x CPU', sides, 0.5),
      compareParts('last digit to result, p95, 4x CPU', sides, 0.95, { is: 'at most', value: 100 }),
    ];
  } finally {
    await browser.close();
    await host.close();
    await bench.close();
    await upstream.stop();
  }
};

async function openPage(page: Page, launchUrl: string): Promise<Page> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: throttling });
  // The session first, then the page: a terminal without operators would ask for its first one before it serves.
  await page.context().request.get(launchUrl);
  await page.goto(new URL('/kiosk?later', launchUrl).href);
  return page;
}

interface Visit {
  readonly upstream: Upstream;
  readonly watch: UpstreamWatch;
  readonly person: Person;
}

/** One visit by touch; milliseconds from its last digit to its result, those of the upstream among them. */
async function timeTap(page: Page, { upstream, watch, person }: Visit): Promise<number> {
  const face = buildFace(page, 'en');
  await comeToCode(face, person);
  const code = await upstream.readOtp(person);
  await face.keys.touchDigits(code.slice(0, -1));
  const touchLast = await aimAt(page, code.slice(-1));
  const watching = await page.evaluateHandle(watchPaint, '.ending-admitted');
  watch.reset();
  await touchLast();
  const taken = await watching.evaluate(({ painted }) => painted);
  await face.result.done.click();
  return taken;
}

/**
 * Finds a key now and touches it later, with nothing but the touch: a click by its locator has the throttled page look
 * for the key, and look again afterwards, in the time that is measured.
 */
async function aimAt(page: Page, digit: string): Promise<() => Promise<void>> {
  const box = await page.getByRole('button', { name: digit, exact: true }).boundingBox();
  if (box === null) {
    throw new Error(`the number pad has no key ${digit}`);
  }
  return () => page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

async function comeToCode(face: Face, person: Person): Promise<void> {
  await face.start.language.click();
  await face.consent.yes.click();
  await face.consent.agree.click();
  await face.purpose.visitor.click();
  await face.details.fill(person.full_name, person.mobile_number);
  await face.details.send.click();
  await face.code.field.waitFor();
}

interface UpstreamWatch {
  readonly around: (fetch: Fetch) => Fetch;
  reset(): void;
  /** How long its answers have been waited for since, in milliseconds. */
  milliseconds(): number;
}

function buildUpstreamWatch(): UpstreamWatch {
  let waited = 0;
  return {
    around: (fetch) => async (request) => {
      const asked = performance.now();
      try {
        return await fetch(request);
      } finally {
        waited += performance.now() - asked;
      }
    },
    reset() {
      waited = 0;
    },
    milliseconds: () => waited,
  };
}
