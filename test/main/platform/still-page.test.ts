/** The still page, in the venue's languages and with nothing but itself. */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { locales } from '../../../main/contract/public.ts';
import { type StillVenue, writeStillPage } from '../../../main/platform/still-page.ts';
import { en } from '../../../renderer/i18n/en.ts';
import { hi } from '../../../renderer/i18n/hi.ts';
import { findLanguage } from '../../../renderer/i18n/languages.ts';
import { makeTemporaryFolder } from '../../support/temporary-folder.ts';

const venue = (languages: StillVenue['languages']): StillVenue => ({
  site: { id: 'hq', name: 'Head <Office>', terminal: 'gate-1', timezone: 'Asia/Kolkata' },
  languages,
  display: {
    idleSeconds: 45,
    resultSeconds: 8,
    helpPoint: { en: 'Desk "A" & B', hi: 'स्वागत कक्ष' },
    phone: '1800 000 000',
  },
});

test('says the words of the face, and where to go, in the order of the venue', () => {
  const { html } = writeStillPage(venue(['hi', 'ta', 'en']), makeTemporaryFolder());
  expect(html).toContain('<html lang="hi">');
  for (const words of [en, hi]) {
    expect(html).toContain(`<h1>${words['order.title']}</h1><p>${words['order.text']}</p>`);
  }
  expect(html.indexOf(hi['order.title'])).toBeLessThan(html.indexOf(en['order.title']));
  expect(html).toContain('<p>Where: Desk &quot;A&quot; &amp; B</p>');
  expect(html).toContain('<p>कहाँ: स्वागत कक्ष</p>');
  expect(html).toContain('<p>फ़ोन: 1800 000 000</p>');
  expect(html).toContain('Head &lt;Office&gt;');
});

test('a venue without languages speaks English; without a venue it is English and Hindi', () => {
  expect(writeStillPage(venue([]), '/nowhere').html).toContain('<html lang="en">');
  expect(writeStillPage(venue([]), '/nowhere').html).not.toContain(hi['order.title']);
  expect(writeStillPage(undefined, '/nowhere').html).toContain(hi['order.title']);
});

test.each(locales)('says the words of the face in %s', async (locale) => {
  const words = await findLanguage(locale)?.load();
  const { html } = writeStillPage(venue([locale]), makeTemporaryFolder());
  expect(html).toContain(`<h1>${words?.['order.title']}</h1><p>${words?.['order.text']}</p>`);
  expect(html).toContain(`<p>${words?.['reception.phone'].replace('{phone}', '1800 000 000')}</p>`);
});

test('its fonts stand in it, it has no script, and its policy allows its own style alone', () => {
  const folder = makeTemporaryFolder();
  mkdirSync(join(folder, 'assets'));
  const name = 'noto-sans-devanagari-devanagari-400-normal-Ab12_x.woff2';
  for (const file of [name, 'noto-sans-latin-600-normal-a.woff2', 'kiosk-a.js']) {
    writeFileSync(join(folder, 'assets', file), `bytes of ${file}`);
  }
  const { html, policy } = writeStillPage(venue(['en']), folder);
  expect(html.match(/@font-face/g)).toHaveLength(1);
  expect(html).toContain(Buffer.from(`bytes of ${name}`).toString('base64'));
  expect(html).not.toMatch(/<script|<link|<img|https?:/);
  const style = /<style>([\s\S]*)<\/style>/.exec(html)?.[1] ?? '';
  expect(policy).toContain(`style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`);
  expect(html).toContain(`content="${policy}"`);
});
