/**
 * How quick the page is under a finger, on a processor throttled to a quarter, and what it keeps: another language, the
 * on-screen keyboard, and the memory after a thousand visits.
 */
import { randomInt } from 'node:crypto';
import type { Page } from 'playwright-core';
import { locales } from '../../main/contract/public.ts';
import { findLanguage } from '../../renderer/i18n/languages.ts';
import { buildFace } from '../support/pages/face.ts';
import { button } from '../support/pages/view.ts';
import { type FaceSide, withFace } from './face-side.ts';
import { spreadAt } from './figures.ts';
import { visitInPage } from './page-visit.ts';
import { type Measure, type Result, reportValue } from './result.ts';
import { watchPaint } from './watch-paint.ts';

const throttling = 4;
/** Each language is fetched the first time, and here the second: every visitor's first switch is a first one. */
const rounds = 2;
const keystrokes = 200;
const visits = 1_000;
/** Until the page has run warm. */
const visitsBefore = 50;

export const measureFace: Measure = async (place) => [
  ...(await withFace(place, 1, measureTouches)),
  await withFace(place, visitsBefore + visits, measureMemory),
];

/** On the fields, where a language brings its keyboard along. */
async function measureTouches({ page, session }: FaceSide): Promise<Result[]> {
  const face = buildFace(page, 'en');
  await button(page, 'English').click();
  await face.consent.yes.click();
  await face.consent.agree.click();
  await face.purpose.visitor.click();
  await face.keys.keyboard.waitFor();
  await session.send('Emulation.setCPUThrottlingRate', { rate: throttling });
  const switches: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, locale] of locales.entries()) {
      const before = locales[(index + locales.length - 1) % locales.length] ?? 'en';
      // The page begins in English: there is nothing to wait for.
      if (round > 0 || index > 0) {
        switches.push(await timeSwitch(page, before, locale));
      }
    }
  }
  return [
    reportValue('another language to painted text, p95, 4x CPU', 'ms', spreadAt(switches, 0.95), {
      is: 'at most',
      value: 150,
    }),
    reportValue('a key to the next paint, p95, 4x CPU', 'ms', spreadAt(await timeKeys(page), 0.95), {
      is: 'at most',
      value: 50,
    }),
  ];
}

/** Milliseconds from the touch of a language's name until its words, in its own font, have been drawn. */
async function timeSwitch(page: Page, from: (typeof locales)[number], to: (typeof locales)[number]): Promise<number> {
  await button(page, buildFace(page, from).say('common.language')).click();
  const box = await button(page, findLanguage(to)?.name ?? '').boundingBox();
  if (box === null) {
    throw new Error(`the page has no button for ${to}`);
  }
  const watching = await page.evaluateHandle(watchPaint, `html[lang="${to}"]`);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  return watching.evaluate(({ painted }) => painted);
}

/** Milliseconds of each touch of a letter until the next paint, as Chromium's Event Timing tells them, in steps of 8. */
async function timeKeys(page: Page): Promise<number[]> {
  const keys = await page.locator('.key-board .hg-standardBtn').all();
  const boxes = await Promise.all(keys.map((key) => key.boundingBox()));
  const places = boxes.filter((box) => box !== null);
  await page.evaluate(() => {
    const durations = new Map<number, number>();
    Object.assign(window, { durations });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { interactionId = 0, duration } = entry as PerformanceEntry & { interactionId?: number };
        if (interactionId > 0) {
          durations.set(interactionId, Math.max(durations.get(interactionId) ?? 0, duration));
        }
      }
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  });
  for (let stroke = 0; stroke < keystrokes; stroke += 1) {
    const box = places[randomInt(places.length)];
    if (box !== undefined) {
      await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    }
    if (stroke % 20 === 19) {
      await page.locator('#line-one').evaluate((field) => {
        (field as HTMLInputElement).value = '';
        field.dispatchEvent(new Event('input', { bubbles: true }));
      });
    }
  }
  const told = await page.evaluate(() => [...(Reflect.get(window, 'durations') as Map<number, number>).values()]);
  // What is quicker than 16 ms is not told.
  return [...told, ...Array.from({ length: Math.max(0, keystrokes - told.length) }, () => 0)];
}

/** What the page holds after its visits beyond what it held when it was warm, each time after the garbage is gone. */
async function measureMemory({ page, session, upstream }: FaceSide): Promise<Result> {
  await session.send('HeapProfiler.enable');
  await session.send('Performance.enable');
  const heap = async (): Promise<number> => {
    await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN) / 1024 / 1024;
  };
  await page.exposeFunction('readOtp', (index: number) => {
    const person = upstream.people[index];
    return person === undefined ? '' : upstream.readOtp(person);
  });
  let before = Number.NaN;
  for (const [index, { full_name, mobile_number }] of upstream.people.entries()) {
    if (index === visitsBefore) {
      before = await heap();
    }
    await page.evaluate(visitInPage, { index, name: full_name, mobile: mobile_number });
  }
  const grown = (await heap()) - before;
  return reportValue(
    'memory of the page after 1,000 visits',
    'MB',
    { middle: grown, low: grown, high: grown },
    { is: 'at most', value: 5 },
  );
}
