/** The start screen: the same in every language, because each stands there in its own script. For tests only. */
import { en } from '../../../renderer/i18n/en.ts';
import { findLanguage } from '../../../renderer/i18n/languages.ts';
import { button, type View } from './view.ts';

/** What a visitor can do at the start. */
export function buildStartPage({ page, locale }: View) {
  const language = findLanguage(locale);
  return {
    /** The language of this view, in its own script. */
    language: button(page.getByRole('main'), language?.name ?? ''),
    /** "Touch to begin", in whatever language has its turn. */
    touch: page.getByRole('button', { name: /Touch to begin|छूकर शुरू करें/ }),
    /** It stands there in the venue's first language. */
    impaired: page.getByText(en['begin.impaired'], { exact: true }),
  };
}
