/**
 * Words of the embedded page: where those of the terminal speak of a machine or of a door, this page has its own, and
 * the few that only it says. English is part of the page; the others are fetched when asked for.
 * Runs in the embedded page.
 */
import type { Locale } from '../../main/contract/public.ts';
import type { Catalog } from '../i18n/catalog.ts';
import { en as englishCatalog } from '../i18n/en.ts';
import type { Wording } from '../i18n/speaker.ts';
import { en, type OwnWord, type PageWords } from './words/en.ts';

const loaders: Partial<Readonly<Record<Locale, () => Promise<PageWords>>>> = {
  as: () => import('./words/as.ts').then(({ assamese }) => assamese),
  bn: () => import('./words/bn.ts').then(({ bn }) => bn),
  gu: () => import('./words/gu.ts').then(({ gu }) => gu),
  hi: () => import('./words/hi.ts').then(({ hi }) => hi),
  kn: () => import('./words/kn.ts').then(({ kn }) => kn),
  ml: () => import('./words/ml.ts').then(({ ml }) => ml),
  mr: () => import('./words/mr.ts').then(({ mr }) => mr),
  or: () => import('./words/or.ts').then(({ or }) => or),
  pa: () => import('./words/pa.ts').then(({ pa }) => pa),
  ta: () => import('./words/ta.ts').then(({ ta }) => ta),
  te: () => import('./words/te.ts').then(({ te }) => te),
};

const here = new Map<Locale, PageWords>([['en', en]]);

/** The terminal's words as this page speaks them. */
export const wording: Wording = {
  english: adaptCatalog(englishCatalog, en),
  async load({ locale, load }) {
    const [catalog, words] = await Promise.all([load(), loadPageWords(locale)]);
    here.set(locale, words);
    return adaptCatalog(catalog, words);
  },
};

/** Fetches the words of this page; those in English where there are none. */
export async function loadPageWords(locale: Locale): Promise<PageWords> {
  return (await loaders[locale]?.()) ?? en;
}

/** A catalogue with this page's words in the place of the terminal's. */
export function adaptCatalog(catalog: Catalog, { instead }: PageWords): Catalog {
  return { ...catalog, ...instead };
}

/** Says what only this page says; in English until the words of the language are here. */
export function sayOwn(locale: Locale, word: OwnWord): string {
  return (here.get(locale) ?? en).own[word];
}
