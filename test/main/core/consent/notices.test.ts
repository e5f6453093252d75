/** The notice says what the configuration says, and its hash is of exactly the words shown. */
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { locales } from '../../../../main/contract/public.ts';
import type { Settings } from '../../../../main/core/config/settings.ts';
import { buildNotices, noticeTexts } from '../../../../main/core/consent/notices.ts';
import { buildSettings } from '../../../support/settings.ts';

const settings = buildSettings({
  upstream: { ...buildSettings().upstream, baseUrl: 'https://cdn-api.co-vin.in/api' },
  privacy: {
    identity: 'masked',
    keep: { min: '1 year', max: '13 months' },
    hideUnknown: false,
    contact: { desk: 'Reception, ground floor', phone: '011 2345 6789', url: 'https://hq.example.in/privacy' },
  },
});

/** The same venue in all languages that there are. */
const inAll = { ...settings, kiosk: { ...settings.kiosk, languages: locales } } as const;

test.each(inAll.kiosk.languages)('the notice in %s names receiver, times and contact, and leaves no gap', (locale) => {
  const notice = buildNotices(inAll).read(locale);
  for (const fact of ['Head Office', 'cdn-api.co-vin.in', '13', 'Reception, ground floor', '011 2345 6789']) {
    expect(notice?.text).toContain(fact);
  }
  expect(notice?.text).not.toMatch(/[{}]|undefined/);
  expect(notice?.sections.map(({ id }) => id)).toEqual(['asked', 'receiver', 'answer', 'kept', 'rights']);
  expect(notice?.hash).toBe(
    createHash('sha256')
      .update(notice?.text ?? '')
      .digest('hex'),
  );
});

test('every word that a person reads is in the hashed text', () => {
  for (const notice of buildNotices(settings).all) {
    const shown = [notice.title, ...notice.sections.flatMap(({ heading, text }) => [heading, text])];
    expect(notice.text).toBe(shown.join('\n'));
  }
});

test('the version changes with a fact in any language, and with nothing else', () => {
  const version = buildNotices(settings).version;
  expect(buildNotices(settings).version).toBe(version);
  const longer = { ...settings, privacy: { ...settings.privacy, keep: { min: '1 year', max: '2 years' } } };
  expect(buildNotices(longer).version).not.toBe(version);
  const elsewhere = { ...settings, upstream: { ...settings.upstream, apiKey: 'another' } };
  expect(buildNotices(elsewhere).version).toBe(version);
});

test('each identity setting is said in words of its own', () => {
  const texts = (['none', 'masked', 'full', 'sealed'] as const).map((identity) =>
    buildNotices({ ...inAll, privacy: { ...settings.privacy, identity } }).all.map(({ text }) => text),
  );
  expect(new Set(texts.flat()).size).toBe(4 * Object.keys(noticeTexts).length);
});

test('without a desk of the venue each language says it in its own words; with one by language, in these', () => {
  const desks = (contact: Settings['privacy']['contact']) =>
    buildNotices({ ...settings, privacy: { ...settings.privacy, contact } }).all.map(
      ({ sections }) => sections.find(({ id }) => id === 'rights')?.text,
    );
  expect(desks({})).toEqual([expect.stringContaining('Reception.'), expect.stringContaining('रिसेप्शन।')]);
  const byLanguage = desks({ desk: { en: 'Room 3', hi: 'कमरा 3' } });
  expect(byLanguage).toEqual([expect.stringContaining('Room 3.'), expect.stringContaining('कमरा 3।')]);
  expect(desks({ desk: { ta: 'அறை 3' } })).toEqual([
    expect.stringContaining('அறை 3.'),
    expect.stringContaining('அறை 3।'),
  ]);
});

test('a purpose with times of its own is named with them, in the words of the language', () => {
  const rule = { admit: [2], refer: [], label: { en: 'Contractor', hi: 'ठेकेदार' } } as const;
  const purposes = {
    visitor: { ...rule, label: {} },
    contractor: { ...rule, keep: { min: '2 years', max: '30 months' } },
  };
  const [en, hi] = buildNotices({ ...settings, policy: { purposes } }).all.map(({ text }) => text);
  expect(en).toContain('For “Contractor”: at least 2 years and at most 30 months.');
  expect(hi).toContain('“ठेकेदार” के लिए: कम से कम 2 वर्ष और अधिक से अधिक 30 महीने तक।');
  expect(en).not.toContain('visitor');
});

test('a venue that gives out passes says so in the notice, with how long they hold', () => {
  const texts = (passes: Settings['passes']) => buildNotices({ ...settings, passes }).all.map(({ text }) => text);
  const [en, hi] = texts({ purposes: ['employee'], hours: 12, trust: [] });
  expect(en).toContain('Shown here within 12 hours, it lets the same answer decide again without a code.');
  expect(hi).toContain('12 घंटे तक उसे यहाँ दिखाने पर');
  expect(texts({ purposes: [], hours: 12, trust: [] }).join()).not.toMatch(/pass|पास/);
});

test('a system that has people verified is named to them, in a notice of its own that is kept before it is read', () => {
  const kept: string[] = [];
  const notices = buildNotices(settings, (texts) => kept.push(...texts.map(({ text }) => text)));
  const theirs = notices.of({ name: 'Ticket shop {upstream}' });
  expect(kept).toEqual([...notices.all, ...theirs.all].map(({ text }) => text));
  for (const notice of theirs.all) {
    const own = notices.read(notice.locale);
    expect(own?.text).not.toContain('Ticket shop');
    expect(notice.sections.find(({ id }) => id === 'receiver')?.text).toContain('Ticket shop {upstream}');
    expect(notice.sections.filter(({ id }) => id !== 'receiver')).toEqual(
      own?.sections.filter(({ id }) => id !== 'receiver'),
    );
    expect(notice.version).toBe(theirs.version);
    expect(notice.hash).toBe(createHash('sha256').update(notice.text).digest('hex'));
  }
  expect(theirs.version).not.toBe(notices.version);
  expect(notices.of({ name: 'Ticket shop {upstream}' })).toBe(theirs);
  expect(notices.of({ name: 'HR portal' }).version).not.toBe(theirs.version);
});

test('where no system is named the notice is that of the kiosk', () => {
  const notices = buildNotices(settings);
  expect(notices.of(undefined).all).toEqual(notices.all);
  expect(notices.of({}).version).toBe(notices.version);
});

test('a notice that could not be kept is not shown, and tried again', () => {
  let full = false;
  const notices = buildNotices(settings, () => {
    if (full) {
      throw new Error('disk full');
    }
  });
  full = true;
  expect(() => notices.of({ name: 'Ticket shop' })).toThrow('disk full');
  full = false;
  expect(notices.of({ name: 'Ticket shop' }).all).toHaveLength(2);
});
