/** The bar that is on every screen. For tests only. */
import type { Aid } from '../../../renderer/components/ease/ease.ts';
import { findLanguage } from '../../../renderer/i18n/languages.ts';
import { button, type Spoken, type View } from './view.ts';

/** The ways out. */
export function buildBarPage({ page, say }: View) {
  const bar = page.getByRole('navigation', { name: say('common.bar'), exact: true });
  return {
    bar,
    back: button(bar, say('common.back')),
    cancel: button(bar, say('common.cancel')),
    help: button(bar, say('common.help')),
    ease: (aid: Aid | 'aloud') => page.locator(`.bar .ease-${aid}`),
    language: (locale: Spoken) => button(bar, findLanguage(locale)?.name ?? ''),
  };
}
