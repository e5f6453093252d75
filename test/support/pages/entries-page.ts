/** The pages of staff on entries: the list, one entry, decisions by hand, people inside. For tests only. */
import type { Locator, Page } from 'playwright-core';
import { byHandWords } from '../../../renderer/operator/pages/by-hand/words.ts';
import { entriesWords } from '../../../renderer/operator/pages/entries/words.ts';
import { insideWords } from '../../../renderer/operator/pages/inside/words.ts';
import { buildDeskSay } from '../../../renderer/operator/words.ts';
import { button, type Spoken } from './view.ts';

/** The list of entries and one of them in full. */
export function buildEntries(page: Page, locale: Spoken) {
  const say = buildDeskSay(entriesWords, locale);
  const bar = page.getByRole('region', { name: say('filters') });
  const grid = page.getByRole('grid', { name: say('caption') });
  const field = (word: Parameters<typeof say>[0]) => bar.getByLabel(say(word), { exact: true });
  return {
    say,
    search: field('search'),
    from: field('from'),
    to: field('to'),
    outcome: field('outcome'),
    purpose: field('purpose'),
    channel: field('channel'),
    operator: field('operator'),
    acts: field('acts'),
    clear: button(page, say('clear')),
    older: button(page, say('older')),
    end: page.getByText(say('end'), { exact: true }),
    none: page.getByText(say('none'), { exact: true }),
    rows: grid.locator('tbody tr'),
    row: (seq: number) => rowOf(grid, seq),
    /** The numbers of the lines, as they stand. */
    seqs: async () => (await grid.locator('tbody tr td:first-child').allTextContents()).map(Number),
    dialog: (seq: number) => page.getByRole('dialog', { name: say('entry', { seq: String(seq) }) }),
    save: button(page, say('save')),
    reveal: button(page, say('reveal')),
    revealReason: page.getByLabel(say('reveal-reason'), { exact: true }),
    /** Searches as people do: types, and presses Enter. */
    async searchFor(text: string) {
      await field('search').fill(text);
      await field('search').press('Enter');
    },
  };
}

function rowOf(grid: Locator, seq: number): Locator {
  return grid
    .locator('tbody tr')
    .filter({ has: grid.page().locator('td:first-child', { hasText: new RegExp(`^${seq}$`) }) });
}

/** Decisions by hand. */
export function buildByHand(page: Page, locale: Spoken) {
  const say = buildDeskSay(byHandWords, locale);
  const dialog = page.getByRole('dialog', { name: say('confirm-title') });
  return {
    say,
    decision: (word: 'admitted' | 'referred' | 'refused') => button(page, say(word)),
    purpose: page.getByLabel(say('purpose'), { exact: true }),
    reason: page.getByLabel(say('reason'), { exact: true }),
    suggestion: (word: 'under-18' | 'no-phone' | 'no-consent' | 'no-service') => button(page, say(word)),
    next: button(page, say('next')),
    dialog,
    confirm: button(dialog, say('confirm')),
    done: page.getByText(say('done'), { exact: true }),
    marks: page.locator('.decided-marks dd'),
    another: button(page, say('another')),
    open: button(page, say('open')),
  };
}

/** People inside. */
export function buildInside(page: Page, locale: Spoken) {
  const say = buildDeskSay(insideWords, locale);
  const table = page.getByRole('table', { name: say('caption') });
  const dialog = page.getByRole('dialog', { name: say('close-title') });
  return {
    say,
    count: page.locator('.inside-count'),
    entry: page.getByLabel(say('leave-label'), { exact: true }),
    leave: button(page.locator('.leave-form'), say('leave-go')),
    leaveOf: (seq: number) => button(page, say('left-label', { seq: String(seq) })),
    left: (seq: number) => page.getByText(say('left', { seq: String(seq) }), { exact: true }),
    notInside: page.getByText(say('not-inside'), { exact: true }),
    notFound: page.getByText(say('not-found'), { exact: true }),
    rows: table.locator('tbody tr'),
    everybody: button(page.locator('.page-head'), say('everybody')),
    dialog,
    close: button(dialog, say('close-go')),
    paperTitle: page.locator('.on-paper-title'),
  };
}
