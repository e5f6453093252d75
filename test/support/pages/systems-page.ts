/** The page of other systems as staff see it. For tests only. */
import type { Page } from 'playwright-core';
import { systemsWords } from '../../../renderer/operator/pages/systems/words.ts';
import { buildDeskSay } from '../../../renderer/operator/words.ts';
import { button, type Spoken } from './view.ts';

/** The page object over one page in one language. */
export function buildSystemsPage(page: Page, locale: Spoken) {
  const say = buildDeskSay(systemsWords, locale);
  const dialog = page.getByRole('dialog');
  const systems = page.getByRole('table', { name: say('list') });
  const events = page.getByRole('table', { name: say('eventsList') });
  return {
    say,
    dialog,
    none: page.getByText(say('none'), { exact: true }),
    row: (name: string) => systems.getByRole('row').filter({ hasText: name }),
    add: button(page, say('add')),
    addDo: button(dialog, say('addDo')),
    name: dialog.getByLabel(say('name'), { exact: true }),
    origins: dialog.getByLabel(say('origins'), { exact: true }),
    purpose: (purpose: string) => dialog.getByLabel(purpose, { exact: true }),
    webhook: dialog.getByLabel(say('webhook'), { exact: true }),
    /** What is shown once, by its label: the key, the secret. */
    shown: (word: 'apiKey' | 'webhookSecret' | 'partyId') =>
      dialog
        .locator('.shown-text')
        .filter({ hasText: say(word) })
        .locator('code'),
    copyOf: (word: 'apiKey') => button(dialog, say('copyOf', { what: say(word) })),
    copied: dialog.getByText(say('copied'), { exact: true }),
    keyTaken: button(dialog, say('keyTaken')),
    rotateOf: (name: string) => button(page, say('rotateOf', { name })),
    rotateDo: button(dialog, say('rotateDo')),
    removeOf: (name: string) => button(page, say('removeOf', { name })),
    removeDo: button(dialog, say('removeDo')),
    said: (word: 'wasAdded' | 'wasRotated' | 'wasRemoved', name: string) =>
      page.getByText(say(word, { name }), { exact: true }),
    refresh: button(page, say('refresh')),
    event: (word: 'waiting' | 'delivered' | 'deadState') => events.getByRole('row').filter({ hasText: say(word) }),
    sendAll: (name: string) => button(page, say('sendAll', { name })),
    sendOf: (seq: number) => button(page, say('sendOf', { seq })),
    sent: (count: number) => page.getByText(say('sent', { count }), { exact: true }),
    newKey: button(page, say('newKey')),
    newKeyDo: button(dialog, say('newKeyDo')),
    wasNewKey: page.getByText(say('wasNewKey'), { exact: true }),
    keys: page.locator('.receipt-keys code'),
  };
}
