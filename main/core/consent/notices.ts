/**
 * The consent notice: rendered from the configuration's facts, one text a language, each with the hash that proves
 * later what was shown. The version changes with any word of any language.
 */
import { createHash } from 'node:crypto';
import type { ConsentNotice, Locale, LocalText } from '../../contract/public.ts';
import type { Settings } from '../config/settings.ts';
import type { NoticeText } from './notice-text.ts';
import { assamese } from './texts/as.ts';
import { bn } from './texts/bn.ts';
import { en } from './texts/en.ts';
import { gu } from './texts/gu.ts';
import { hi } from './texts/hi.ts';
import { kn } from './texts/kn.ts';
import { ml } from './texts/ml.ts';
import { mr } from './texts/mr.ts';
import { or } from './texts/or.ts';
import { pa } from './texts/pa.ts';
import { ta } from './texts/ta.ts';
import { te } from './texts/te.ts';

/** The languages in which there is a notice. */
export const noticeTexts: Readonly<Partial<Record<Locale, NoticeText>>> = {
  as: assamese,
  bn,
  en,
  gu,
  hi,
  kn,
  ml,
  mr,
  or,
  pa,
  ta,
  te,
};

/** Raised by hand when the meaning of the notice changes, not only its words. */
const edition = 1;

/** The notices of all languages, as one visitor may read them. */
export interface NoticeSet {
  readonly version: string;
  /** The notice in a language that the kiosk offers. */
  read(locale: Locale): ConsentNotice | undefined;
  readonly all: readonly ConsentNotice[];
}

/** Those that stand on the kiosk itself, and those for other systems. */
export interface Notices extends NoticeSet {
  /** Those that name this system as one that is told the decision; the kiosk's own where there is none. */
  of(party: { readonly name?: string } | undefined): NoticeSet;
}

/** What a notice says of the venue. */
type NoticeFacts = Pick<Settings, 'site' | 'upstream' | 'policy' | 'privacy' | 'passes' | 'demo'>;

/**
 * Renders the notices of all languages that the kiosk offers, and those of a system when they are first asked for.
 * @param keep keeps the texts of a set, durably, before anybody can read them: a row names its own by hash (P2)
 */
export function buildNotices(
  settings: NoticeFacts & Pick<Settings, 'kiosk'>,
  keep: (notices: readonly ConsentNotice[]) => void = () => {},
): Notices {
  const ofParties = new Map<string, NoticeSet>();
  const renderKept = (party?: string) => {
    const rendered = renderNotices(settings, party);
    keep(rendered.all);
    return rendered;
  };
  const own = renderKept();
  return {
    ...own,
    of(party) {
      if (party?.name === undefined) {
        return own;
      }
      const theirs = ofParties.get(party.name) ?? renderKept(party.name);
      ofParties.set(party.name, theirs);
      return theirs;
    },
  };
}

/** Renders all languages; the version comes of all their words together. */
function renderNotices(settings: NoticeFacts & Pick<Settings, 'kiosk'>, party: string | undefined): NoticeSet {
  const drafts = settings.kiosk.languages.flatMap((locale) => {
    const words = noticeTexts[locale];
    return words === undefined ? [] : [renderNotice(words, locale, settings, party)];
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
  settings: NoticeFacts,
  party: string | undefined,
): Omit<ConsentNotice, 'version'> {
  const { identity, keep, contact } = settings.privacy;
  const { purposes, hours } = settings.passes;
  const facts: Record<string, string> = {
    site: settings.site.name,
    upstream: settings.demo ? words.demo : new URL(settings.upstream.baseUrl).host,
    min: renderSpan(words, keep.min),
    max: renderSpan(words, keep.max),
    desk: localise(contact.desk, locale) ?? words.desk,
  };
  const filled = {
    ...facts,
    told: party === undefined ? '' : fill(words.told, { party }),
    pass: purposes.length === 0 ? '' : fill(words.pass, { hours: renderSpan(words, `${hours} hours`) }),
    kept: fill(words.kept[identity], facts) + renderOwnTimes(words, locale, settings.policy.purposes),
    phone: contact.phone === undefined ? '' : fill(words.phone, { phone: contact.phone }),
    url: contact.url === undefined ? '' : fill(words.url, { url: contact.url }),
  };
  const sections = words.sections.map(({ id, heading, text }) => ({ id, heading, text: fill(text, filled) }));
  const text = [words.title, ...sections.flatMap((section) => [section.heading, section.text])].join('\n');
  return { locale, title: words.title, sections, text, hash: createHash('sha256').update(text).digest('hex') };
}

/** The times of the purposes that have their own: consent comes before the purpose is chosen. */
function renderOwnTimes(words: NoticeText, locale: Locale, purposes: Settings['policy']['purposes']): string {
  return Object.entries(purposes)
    .map(([purpose, { keep, label }]) => {
      const facts = { purpose: localise(label, locale) ?? purpose };
      return keep === undefined
        ? ''
        : fill(words.keptFor, { ...facts, min: renderSpan(words, keep.min), max: renderSpan(words, keep.max) });
    })
    .join('');
}

/** The venue's words in a language, else in English, else in any. */
function localise(text: string | LocalText | undefined, locale: Locale): string | undefined {
  return typeof text === 'string' ? text : (text?.[locale] ?? text?.en ?? Object.values(text ?? {})[0]);
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

/** "13 months", or hours, in the notice's language. */
function renderSpan(words: NoticeText, span: string): string {
  const match = /^(\d+) (hour|day|week|month|year)s?$/.exec(span);
  const unit = match?.[2] as keyof NoticeText['units'] | undefined;
  if (match === null || unit === undefined) {
    throw new TypeError('a span of time that the configuration should not have let through');
  }
  const [one, many] = words.units[unit];
  return `${match[1]} ${match[1] === '1' ? one : many}`;
}
