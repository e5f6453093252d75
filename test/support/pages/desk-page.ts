/** The desk of staff as somebody sees it who reads one language: the door, the frame, and the pages by their names. For tests only. */
import type { Page } from 'playwright-core';
import { outcomeWords } from '../../../renderer/operator/controls/outcome-words.ts';
import { controlWords } from '../../../renderer/operator/controls/words.ts';
import { doorWords } from '../../../renderer/operator/door/words.ts';
import { frameWords } from '../../../renderer/operator/frame/words.ts';
import type { PageId } from '../../../renderer/operator/page-id.ts';
import { operatorsWords } from '../../../renderer/operator/pages/operators/words.ts';
import { pageWords } from '../../../renderer/operator/pages/page-words.ts';
import { todayWords } from '../../../renderer/operator/pages/today/words.ts';
import { pinWords } from '../../../renderer/operator/pin/words.ts';
import { buildDeskSay } from '../../../renderer/operator/words.ts';
import { button, heading, type Spoken } from './view.ts';

export type DeskView = ReturnType<typeof buildDesk>;

/** The page objects over one page of staff in one language. */
export function buildDesk(page: Page, locale: Spoken) {
  const frame = buildDeskSay(frameWords, locale);
  const pages = buildDeskSay(pageWords, locale);
  return {
    page,
    locale,
    language: button(page, locale === 'en' ? 'English' : 'हिन्दी'),
    close: page.getByRole('button', { name: buildDeskSay(controlWords, locale)('close'), exact: true }),
    sayOutcome: buildDeskSay(outcomeWords, locale),
    door: buildDoor(page, locale),
    lock: button(page, frame('lock')),
    stay: button(page, frame('stay')),
    newVisitor: button(page, frame('newVisitor')),
    onScreen: button(page, frame('onScreen')),
    onScreenNone: page.getByText(frame('onScreenNone'), { exact: true }),
    onScreenDone: page.getByText(frame('onScreenDone'), { exact: true }),
    locksIn: (count: number) =>
      page.locator('.countdown').getByText(frame('locksIn', { count }), { exact: true }).first(),
    /** The link to a page in the navigation. */
    link: (id: PageId) => page.getByRole('navigation').getByRole('button', { name: pages(id), exact: true }),
    /** The title of a page. */
    title: (id: PageId) => heading(page, pages(id)),
    today: buildToday(page, locale),
    operators: buildOperators(page, locale),
  };
}

function buildDoor(page: Page, locale: Spoken) {
  const say = buildDeskSay(doorWords, locale);
  const pin = buildDeskSay(pinWords, locale);
  return {
    say,
    sayPin: pin,
    who: heading(page, say('who')),
    name: (name: string) => button(page, name),
    pin: page.getByLabel(say('pin'), { exact: true }),
    digit: (digit: string) => button(page, digit),
    unlock: button(page, say('unlock')),
    cancel: button(page, say('cancel')),
    others: button(page, say('others')),
    note: page.locator('#door-note'),
    wait: page.locator('#door-wait'),
    forgotten: button(page, say('forgotten')),
    recover: heading(page, say('recover')),
    code: page.getByLabel(say('code'), { exact: true }),
    newPin: page.getByLabel(pin('pin'), { exact: true }),
    samePin: page.getByLabel(pin('again'), { exact: true }),
    recoverDo: button(page, say('recoverDo')),
    setUp: heading(page, say('setUp')),
    setUpName: page.getByLabel(say('name'), { exact: true }),
    setUpDo: button(page, say('setUpDo')),
    later: button(page, say('later')),
    recoveryCode: page.locator('.recovery-code'),
    written: button(page, pin('written')),
    /** Types a PIN and opens, or tries to. */
    async open(digits: string) {
      await page.getByLabel(say('pin'), { exact: true }).fill(digits);
      await button(page, say('unlock')).click();
    },
  };
}

function buildToday(page: Page, locale: Spoken) {
  const say = buildDeskSay(todayWords, locale);
  return {
    say,
    /** The number on a tile, by the words on it. */
    count: (words: string) =>
      page.locator('.tile', { has: page.getByText(words, { exact: true }) }).locator('.tile-count'),
    entry: (seq: number) => page.getByRole('button', { name: new RegExp(`^${say('entry', { seq: String(seq) })} `) }),
    asTable: page.getByText(say('asTable'), { exact: true }),
    table: page.getByRole('table', { name: say('hours') }),
    earlier: button(page, say('earlier')),
    later: button(page, say('later')),
    now: page.locator('.day-switch').getByRole('button', { name: say('now'), exact: true }),
    day: page.getByLabel(say('day'), { exact: true }),
    none: page.getByText(say('hoursNone'), { exact: true }).first(),
    drawing: page.locator('.drawing canvas'),
  };
}

function buildOperators(page: Page, locale: Spoken) {
  const say = buildDeskSay(operatorsWords, locale);
  const dialog = page.getByRole('dialog');
  return {
    say,
    dialog,
    add: button(page, say('add')),
    addDo: button(dialog, say('addDo')),
    name: dialog.getByLabel(say('name'), { exact: true }),
    role: dialog.getByLabel(say('role'), { exact: true }),
    resetOf: (name: string) => button(page, say('resetOf', { name })),
    resetDo: button(dialog, say('resetDo')),
    disableOf: (name: string) => button(page, say('disableOf', { name })),
    disableDo: button(dialog, say('disable')),
    newCode: button(page, say('code')),
    codeDo: button(dialog, say('codeDo')),
    row: (name: string) => page.getByRole('row', { name }),
    said: (word: 'added' | 'wasReset' | 'wasDisabled', name: string) =>
      page.getByText(say(word, { name }), { exact: true }),
  };
}
