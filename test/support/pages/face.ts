/** All screens of the kiosk as somebody sees them who reads one language. For tests only. */
import type { Page } from 'playwright-core';
import type { Locale } from '../../../main/contract/public.ts';
import type { OwnWord } from '../../../renderer/embed/words/en.ts';
import { en } from '../../../renderer/embed/words/en.ts';
import { hi } from '../../../renderer/embed/words/hi.ts';
import { adaptCatalog } from '../../../renderer/embed/words.ts';
import { buildBarPage } from './bar-page.ts';
import { buildCheckingPage } from './checking-page.ts';
import { buildCodePage } from './code-page.ts';
import { buildConsentPage } from './consent-page.ts';
import { buildHelpPage, buildMomentPage, buildOutOfOrderPage, buildStillTherePage } from './cover-pages.ts';
import { buildDemoPage } from './demo-page.ts';
import { buildDetailsPage } from './details-page.ts';
import { buildFailurePage } from './failure-page.ts';
import { buildKeysPage } from './keys-page.ts';
import { buildPassPage } from './pass-page.ts';
import { buildPhonePage } from './phone-page.ts';
import { buildPurposePage } from './purpose-page.ts';
import { buildReceptionPage } from './reception-page.ts';
import { buildResultPage } from './result-page.ts';
import { buildStartPage } from './start-page.ts';
import { buildView, button, heading, type Surface, type View } from './view.ts';

export type Face = ReturnType<typeof buildFace>;
export type EmbeddedFace = ReturnType<typeof buildEmbeddedFace>;

/** The page objects over one page in one language; after another language was chosen, build another. */
export function buildFace(page: Page, locale: Locale) {
  return buildFaceOver(buildView(page, locale));
}

/** The same over the embedded page, which says some things in words of its own. */
export function buildEmbeddedFace(surface: Surface, locale: Locale) {
  const words = locale === 'hi' ? hi : en;
  const own = (word: OwnWord) => surface.getByText(words.own[word], { exact: true });
  return {
    ...buildFaceOver(buildView(surface, locale, (catalog) => adaptCatalog(catalog, words))),
    left: heading(surface, words.own.left),
    again: button(surface, words.own.again),
    finished: heading(surface, words.own.finished),
    own,
  };
}

function buildFaceOver(view: View) {
  return {
    locale: view.locale,
    say: view.say,
    bar: buildBarPage(view),
    start: buildStartPage(view),
    consent: buildConsentPage(view),
    purpose: buildPurposePage(view),
    details: buildDetailsPage(view),
    keys: buildKeysPage(view),
    code: buildCodePage(view),
    checking: buildCheckingPage(view),
    result: buildResultPage(view),
    pass: buildPassPage(view),
    ownPhone: buildPhonePage(view),
    reception: buildReceptionPage(view),
    failure: buildFailurePage(view),
    stillThere: buildStillTherePage(view),
    help: buildHelpPage(view),
    outOfOrder: buildOutOfOrderPage(view),
    moment: buildMomentPage(view),
    demo: buildDemoPage(view),
  };
}
