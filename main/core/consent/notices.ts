/**
 * The consent notice: rendered from the configuration's facts, one text a language, each with the hash that proves
 * later what was shown. The version changes with any word of any language.
 */
import { createHash } from 'node:crypto';
import type { ConsentNotice, Locale } from '../../contract/public.ts';
import type { Settings } from '../config/settings.ts';
import type { NoticeText } from './notice-text.ts';
import { en } from './texts/en.ts';
import { hi } from './texts/hi.ts';

/** The languages in which there is a notice. */
export const noticeTexts: Readonly<Partial<Record<Locale, NoticeText>>> = { en, hi };

/** Raised by hand when the meaning of the notice changes, not only its words. */
const edition = 1;

export interface Notices {
  readonly version: string;
  /** The notice in a language that the kiosk offers. */
  read(locale: Locale): ConsentNotice | undefined;
  readonly all: readonly ConsentNotice[];
}

/** Renders the notices of all languages that the kiosk offers. */
export function buildNotices(settings: Pick<Settings, 'site' | 'upstream' | 'privacy' | 'kiosk' | 'demo'>): Notices {
  const drafts = settings.kiosk.languages.flatMap((locale) => {
    const words = noticeTexts[locale];
    return words === undefined ? [] : [renderNotice(words, locale, settings)];
  });
  const together = createHash('sha256');
  for (const draft of drafts) {
    together.update(`${draft.locale}\n${draft.text}\n`);
  }
  const version = `${edition}-${together.digest('hex').slice(0, 8)}`;
  const all = drafts.map((draft) => ({ ...draft, version }));
  return { version, all, read: (locale) => all.find((notice) => notice.locale === locale) };
}

function renderNotice(
  words: NoticeText,
  locale: Locale,
  settings: Pick<Settings, 'site' | 'upstream' | 'privacy' | 'demo'>,
): Omit<ConsentNotice, 'version'> {
  const { identity, keep, contact } = settings.privacy;
  const facts: Record<string, string> = {
    site: settings.site.name,
    upstream: settings.demo ? words.demo : new URL(settings.upstream.baseUrl).host,
    min: renderSpan(words, keep.min),
    max: renderSpan(words, keep.max),
    desk: contact.desk,
  };
  const filled = {
    ...facts,
    kept: fill(words.kept[identity], facts),
    phone: contact.phone === undefined ? '' : fill(words.phone, { phone: contact.phone }),
    url: contact.url === undefined ? '' : fill(words.url, { url: contact.url }),
  };
  const sections = words.sections.map(({ id, heading, text }) => ({ id, heading, text: fill(text, filled) }));
  const text = [words.title, ...sections.flatMap((section) => [section.heading, section.text])].join('\n');
  return { locale, title: words.title, sections, text, hash: createHash('sha256').update(text).digest('hex') };
}

/** Puts facts into a text; a fact that is missing is our mistake. */
function fill(text: string, facts: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (_whole, name: string) => {
    const fact = facts[name];
    if (fact === undefined) {
      throw new TypeError(`the notice names a fact that does not exist: ${name}`);
    }
    return fact;
  });
}

/** "13 months" in the notice's language. */
function renderSpan(words: NoticeText, span: string): string {
  const match = /^(\d+) (day|week|month|year)s?$/.exec(span);
  const unit = match?.[2] as keyof NoticeText['units'] | undefined;
  if (match === null || unit === undefined) {
    throw new TypeError('a span of time that the configuration should not have let through');
  }
  const [one, many] = words.units[unit];
  return `${match[1]} ${match[1] === '1' ? one : many}`;
}
