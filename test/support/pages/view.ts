/** What every page object is made of: the page, and the words of one language from the face's own catalogue. For tests only. */
import type { Frame, Locator, Page } from 'playwright-core';
import type { Locale } from '../../../main/contract/public.ts';
import { assamese } from '../../../renderer/i18n/as.ts';
import { bn } from '../../../renderer/i18n/bn.ts';
import type { Catalog, Say } from '../../../renderer/i18n/catalog.ts';
import { en } from '../../../renderer/i18n/en.ts';
import { gu } from '../../../renderer/i18n/gu.ts';
import { hi } from '../../../renderer/i18n/hi.ts';
import { kn } from '../../../renderer/i18n/kn.ts';
import { ml } from '../../../renderer/i18n/ml.ts';
import { mr } from '../../../renderer/i18n/mr.ts';
import { or } from '../../../renderer/i18n/or.ts';
import { pa } from '../../../renderer/i18n/pa.ts';
import { buildSay } from '../../../renderer/i18n/say.ts';
import { ta } from '../../../renderer/i18n/ta.ts';
import { te } from '../../../renderer/i18n/te.ts';

/** The languages in which every way of a visit is walked; how it looks is tested in all of them. */
export const spoken = ['en', 'hi'] as const;
export type Spoken = (typeof spoken)[number];

/** The words of every language. */
export const catalogs: Readonly<Record<Locale, Catalog>> = { as: assamese, bn, en, gu, hi, kn, ml, mr, or, pa, ta, te };

/** A page of ours by itself, or in a frame of somebody else's. */
export type Surface = Page | Frame;

export interface View {
  readonly page: Surface;
  readonly locale: Locale;
  readonly say: Say;
}

/**
 * The page as somebody sees it who reads this language.
 * @param adapt what a face puts in the place of the words of the kiosk
 */
export function buildView(
  page: Surface,
  locale: Locale,
  adapt: (catalog: Catalog) => Catalog = (catalog) => catalog,
): View {
  return { page, locale, say: buildSay(locale, adapt(catalogs[locale] ?? en)) };
}

/** A button by the whole of its name. */
export function button(within: Surface | Locator, name: string): Locator {
  return within.getByRole('button', { name, exact: true });
}

/** The heading of a screen by its words. */
export function heading(within: Surface | Locator, name: string): Locator {
  return within.getByRole('heading', { level: 1, name, exact: true });
}

/** What a field is described by: its hint, its problem or its note, as one text. */
export function described(field: Locator): Promise<string> {
  return field.evaluate((element) => {
    const below = document.getElementById(element.getAttribute('aria-describedby') ?? '');
    return below?.textContent ?? '';
  });
}

/** Matches a text of the catalogue that names a time, whatever the time is: 9:59. */
export function withAnyTime(say: (time: string) => string): RegExp {
  const [before = '', after = ''] = say('TIME').split('TIME').map(escapePattern);
  return new RegExp(`^${before}[0-9]+:[0-9]{2}${after}$`);
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
