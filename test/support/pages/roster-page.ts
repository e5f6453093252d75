/** The page "Roster" of the desk as somebody sees it who reads one language. For tests only. */
import type { Page } from 'playwright-core';
import { rosterWords } from '../../../renderer/operator/pages/roster/words.ts';
import { buildDeskSay } from '../../../renderer/operator/words.ts';
import { button, type Spoken } from './view.ts';

export type RosterView = ReturnType<typeof buildRosterPage>;

/** The page object. */
export function buildRosterPage(page: Page, locale: Spoken) {
  const say = buildDeskSay(rosterWords, locale);
  const dialog = page.getByRole('dialog');
  const field = (name: 'name' | 'mobile' | 'reference') =>
    page.getByRole('combobox', { name: say(`column-${name}`), exact: true });
  return {
    say,
    choose: button(page, say('choose')),
    /** What the button of the page opens; a browser's own dialog is in no page. */
    file: page.locator('input[type="file"]'),
    paste: page.getByLabel(say('paste-label'), { exact: true }),
    check: button(page, say('check')),
    column: field,
    importAll: (count: number) => button(page, say('do-import', { count })),
    otherFile: button(page, say('other-file')),
    alert: page.getByRole('alert'),
    status: page.getByRole('status'),
    sample: page.getByRole('table', { name: say('sample') }),
    problems: page.getByRole('table', { name: say('problems') }),
    people: page.getByRole('table', { name: say('list-caption') }),
    /** The references of those who are missing. */
    missing: page.getByRole('list', { name: say('show-missing') }).getByRole('listitem'),
    show: page.getByLabel(say('show'), { exact: true }),
    nextPage: button(page, say('next-page')),
    save: button(page, say('save')),
    remove: button(page, say('remove')),
    removeDo: button(dialog, say('remove')),
    text: (words: string) => page.getByText(words, { exact: true }),
    /** The texts of the rows of a table, without its head. */
    async rowsOf(table: 'problems' | 'people' | 'sample') {
      const caption = { problems: say('problems'), people: say('list-caption'), sample: say('sample') }[table];
      const rows = page.getByRole('table', { name: caption }).locator('tbody tr');
      return rows.evaluateAll((all) => all.map((row) => Array.from(row.children, (cell) => cell.textContent)));
    },
    async takeFile(name: string, content: string | Buffer) {
      const buffer = typeof content === 'string' ? Buffer.from(content) : content;
      await page.locator('input[type="file"]').setInputFiles({ name, mimeType: 'text/csv', buffer });
    },
  };
}
