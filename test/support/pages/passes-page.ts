/** The page of passes as staff see it. For tests only. */
import type { Page } from 'playwright-core';
import { passesWords } from '../../../renderer/operator/pages/passes/words.ts';
import { buildDeskSay } from '../../../renderer/operator/words.ts';
import { button, type Spoken } from './view.ts';

/** The page object over one page in one language. */
export function buildPassesPage(page: Page, locale: Spoken) {
  const say = buildDeskSay(passesWords, locale);
  const table = page.getByRole('table', { name: say('list') });
  return {
    say,
    table,
    row: (seq: number) => table.getByRole('row').filter({ has: button(page, say('open', { seq })) }),
    hereOnly: page.getByText(say('hereOnly'), { exact: true }),
    none: page.getByText(say('none'), { exact: true }),
    pass: page.getByLabel(say('pass'), { exact: true }),
    wasRead: page.getByText(say('read'), { exact: true }),
    reason: page.getByLabel(say('reason'), { exact: true }),
    reasonShort: page.getByText(say('reasonShort'), { exact: true }),
    reasonRefused: page.getByText(say('reasonRefused'), { exact: true }),
    revoke: button(page, say('revoke')),
    revokeOf: (seq: number) => button(page, say('revokeOf', { seq })),
    revoked: (seq: number) => page.getByText(say('revoked', { seq }), { exact: true }),
    notFound: page.getByText(say('notFound'), { exact: true }),
  };
}
