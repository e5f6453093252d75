/**
 * The main screens look as they did when somebody last looked at them: compared with the pictures in test/e2e/looks,
 * drawn by the Chromium that package.json pins. After a change that is meant, look at what is in dist/looks, then run
 * this file with PRAVESH_TEST_LOOKS=write.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { spoken } from '../support/pages/view.ts';
import { enterCode, readNotice } from './support/steps.ts';
import { inVenue } from './support/venue.ts';
import { enter } from './support/visitor.ts';

const venue = inVenue({ kiosk: { idleSeconds: 600, resultSeconds: 60 } });

const known = join(import.meta.dirname, 'looks');
const seen = 'dist/looks';
const writes = process.env.PRAVESH_TEST_LOOKS === 'write';

/** The part of all pixels that may differ: a moved button is far more. */
const tolerance = 0.002;

/** What is another one each time: the clock, what is counted down, numbers of rows, the port of the sandbox. */
const changing = '.start-clock, .code-time, .code-resend-in, .ending-clears, .code-sent, .notice-section p';

const sizes = [
  { width: 1080, height: 1920 },
  { width: 1024, height: 768 },
];

/** The part of the pixels of which a channel differs by more than an edge that is smoothed otherwise; 1 for other sizes. */
function compare(page: Page, one: Buffer, other: Buffer): Promise<number> {
  return page.evaluate(
    async (pictures) => {
      const [a, b] = await Promise.all(
        pictures.map(async (base64) => {
          const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
          const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
          const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
          context?.drawImage(image, 0, 0);
          return { width: image.width, pixels: context?.getImageData(0, 0, image.width, image.height).data };
        }),
      );
      if (a?.pixels === undefined || b?.pixels === undefined || a.width !== b.width) {
        return 1;
      }
      if (a.pixels.length !== b.pixels.length) {
        return 1;
      }
      let differing = 0;
      for (let at = 0; at < a.pixels.length; at += 4) {
        const most = [0, 1, 2].map((channel) =>
          Math.abs((a.pixels?.[at + channel] ?? 0) - (b.pixels?.[at + channel] ?? 0)),
        );
        differing += Math.max(...most) > 32 ? 1 : 0;
      }
      return differing / (a.pixels.length / 4);
    },
    [one.toString('base64'), other.toString('base64')],
  );
}

describe.each(spoken)('in %s', (locale) => {
  test('start, notice, purpose, fields, code and result look as they did', async () => {
    const visitor = await enter(venue, locale);
    const { page, face } = visitor;
    const person = venue.person(locale, 2);
    const changed: string[] = [];
    const look = async (screen: string) => {
      for (const size of sizes) {
        await page.setViewportSize(size);
        await page.evaluate(async (selector) => {
          for (const element of document.querySelectorAll<HTMLElement>(selector)) {
            element.style.visibility = 'hidden';
          }
          // Their width moves what stands beside them: they get others in their place.
          for (const [index, element] of document.querySelectorAll('.ending-proof dd').entries()) {
            if (element.firstChild instanceof Text) {
              element.firstChild.data = ['128', '7KQX 4M2P'][index] ?? '';
            }
          }
          await document.fonts.ready;
        }, changing);
        const name = `${screen}-${locale}-${size.width}x${size.height}.png`;
        const picture = await page.screenshot({ animations: 'disabled' });
        if (writes) {
          mkdirSync(known, { recursive: true });
          writeFileSync(join(known, name), picture);
        } else {
          const share = existsSync(join(known, name))
            ? await compare(page, readFileSync(join(known, name)), picture)
            : 1;
          if (share > tolerance) {
            mkdirSync(seen, { recursive: true });
            writeFileSync(join(seen, name), picture);
            changed.push(`${name}: ${(share * 100).toFixed(2)} % of it differs; it is in ${seen}`);
          }
        }
      }
    };
    await face.start.touch.waitFor();
    await look('start');
    await readNotice(visitor);
    await look('notice');
    await face.consent.yes.click();
    await face.consent.agree.click();
    await face.purpose.heading.waitFor();
    await look('purpose');
    await face.purpose.visitor.click();
    await face.keys.keyboard.waitFor();
    await look('fields');
    await face.details.fill(person.fullName, person.mobileNumber);
    await face.details.send.click();
    await face.code.sentTo(person.maskedMobile).waitFor();
    await look('code');
    await enterCode(visitor, person);
    await face.result.heading('admitted').waitFor();
    await look('result');
    await face.result.done.click();
    await visitor.newRows(1);
    expect(changed).toEqual([]);
  });
});
