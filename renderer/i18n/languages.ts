/**
 * The languages that the face speaks: their own names, and how their words come.
 * Runs in the face. English is part of the page; the others are fetched when asked for.
 */
import type { Locale } from '../../main/contract/public.ts';
import type { Catalog } from './catalog.ts';
import { en } from './en.ts';

/** One language of the face. */
export interface Language {
  readonly locale: Locale;
  /** In its own script. */
  readonly name: string;
  /** "Touch to begin", known before the catalogue is. */
  readonly begin: string;
  readonly load: () => Promise<Catalog>;
}

const languages: readonly Language[] = [
  { locale: 'en', name: 'English', begin: en['begin.touch'], load: () => Promise.resolve(en) },
  { locale: 'hi', name: 'हिन्दी', begin: 'छूकर शुरू करें', load: () => import('./hi.ts').then(({ hi }) => hi) },
  { locale: 'mr', name: 'मराठी', begin: 'सुरू करण्यासाठी स्पर्श करा', load: () => import('./mr.ts').then(({ mr }) => mr) },
  { locale: 'ml', name: 'മലയാളം', begin: 'തുടങ്ങാൻ തൊടുക', load: () => import('./ml.ts').then(({ ml }) => ml) },
  { locale: 'pa', name: 'ਪੰਜਾਬੀ', begin: 'ਸ਼ੁਰੂ ਕਰਨ ਲਈ ਛੂਹੋ', load: () => import('./pa.ts').then(({ pa }) => pa) },
  { locale: 'te', name: 'తెలుగు', begin: 'మొదలుపెట్టడానికి తాకండి', load: () => import('./te.ts').then(({ te }) => te) },
  { locale: 'gu', name: 'ગુજરાતી', begin: 'શરૂ કરવા સ્પર્શ કરો', load: () => import('./gu.ts').then(({ gu }) => gu) },
  {
    locale: 'as',
    name: 'অসমীয়া',
    begin: 'আৰম্ভ কৰিবলৈ স্পৰ্শ কৰক',
    load: () => import('./as.ts').then(({ assamese }) => assamese),
  },
  { locale: 'bn', name: 'বাংলা', begin: 'শুরু করতে ছুঁয়ে দিন', load: () => import('./bn.ts').then(({ bn }) => bn) },
  { locale: 'kn', name: 'ಕನ್ನಡ', begin: 'ಪ್ರಾರಂಭಿಸಲು ಸ್ಪರ್ಶಿಸಿ', load: () => import('./kn.ts').then(({ kn }) => kn) },
  { locale: 'or', name: 'ଓଡ଼ିଆ', begin: 'ଆରମ୍ଭ କରିବାକୁ ଛୁଅଁନ୍ତୁ', load: () => import('./or.ts').then(({ or }) => or) },
  { locale: 'ta', name: 'தமிழ்', begin: 'தொடங்கத் தொடவும்', load: () => import('./ta.ts').then(({ ta }) => ta) },
];

/** Those of the configured languages that the face speaks, in the venue's order; English when there is none. */
export function spokenLanguages(configured: readonly Locale[]): readonly Language[] {
  const spoken = configured.flatMap((locale) => languages.filter((language) => language.locale === locale));
  return spoken.length > 0 ? spoken : languages.slice(0, 1);
}

/** The language of a locale, or undefined when the face does not speak it. */
export function findLanguage(locale: Locale): Language | undefined {
  return languages.find((language) => language.locale === locale);
}
