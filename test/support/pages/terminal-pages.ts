/** The pages for the export, for a person who asks, and for the terminal itself, as staff see them. For tests only. */
import type { Page } from 'playwright-core';
import { exportWords } from '../../../renderer/operator/pages/export/words.ts';
import { personWords } from '../../../renderer/operator/pages/person/words.ts';
import { figureWords } from '../../../renderer/operator/pages/terminal/figure-words.ts';
import { reasonWords } from '../../../renderer/operator/pages/terminal/reason-words.ts';
import { terminalWords } from '../../../renderer/operator/pages/terminal/words.ts';
import { buildDeskSay } from '../../../renderer/operator/words.ts';
import { button, type Spoken } from './view.ts';

/** The export. */
export function buildExport(page: Page, locale: Spoken) {
  const say = buildDeskSay(exportWords, locale);
  const text = (words: string) => page.getByText(words, { exact: true });
  return {
    say,
    drive: (name: string) => page.getByRole('radio', { name: new RegExp(name) }),
    noDrive: text(say('no-drive')),
    span: page.getByRole('combobox', { name: say('what'), exact: true }),
    from: page.getByLabel(say('from'), { exact: true }),
    to: page.getByLabel(say('to'), { exact: true }),
    recipients: page.getByLabel(say('encrypt'), { exact: true }),
    reveal: page.getByLabel(say('reveal'), { exact: true }),
    start: button(page, say('start')),
    cancel: button(page, say('cancel')),
    another: button(page, say('another')),
    safe: page.locator('.export-safe'),
    text,
  };
}

/** The page for a person who asks. */
export function buildPerson(page: Page, locale: Spoken) {
  const say = buildDeskSay(personWords, locale);
  const dialog = page.getByRole('dialog');
  return {
    say,
    number: page.getByLabel(say('number'), { exact: true }),
    look: button(page, say('look')),
    lines: page.locator('.held-line'),
    erase: button(page, say('erase')),
    reason: dialog.getByLabel(say('reason'), { exact: true }),
    override: dialog.getByLabel(say('override'), { exact: true }),
    eraseNow: button(dialog, say('erase-now')),
    text: (words: string) => page.getByText(words, { exact: true }),
  };
}

/** The terminal. */
export function buildTerminal(page: Page, locale: Spoken) {
  const say = buildDeskSay(terminalWords, locale);
  const figures = buildDeskSay(figureWords, locale);
  const sayReason = buildDeskSay(reasonWords, locale);
  const dialog = page.getByRole('dialog');
  return {
    say,
    sayReason,
    headCode: page.locator('.head-code strong'),
    /** What stands beside one of the figures. */
    figure: (word: keyof typeof figureWords.en) =>
      page
        .locator('.fact')
        .filter({ has: page.getByText(figures(word), { exact: true }) })
        .getByRole('definition'),
    message: page.getByLabel(say('message'), { exact: true }),
    stop: button(page, say('stop')),
    stopDo: button(dialog, say('stop')),
    resume: button(page, say('resume')),
    leave: button(page, say('leave')),
    restart: button(page, say('restart')),
    restartDo: button(dialog, say('restart')),
    write: button(page, say('report-show')),
    report: page.getByLabel(say('report-label'), { exact: true }),
    text: (words: string) => page.getByText(words, { exact: true }),
  };
}
