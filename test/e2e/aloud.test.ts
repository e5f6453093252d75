/**
 * The terminal reads itself aloud. The browsers of the tests have no voices: what would be said is kept by a double of
 * the Web Speech API in the page, which "speaks" each line in no time.
 */
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { askLocalDoor } from '../../main/platform/local-door.ts';
import { spell } from '../../renderer/speech/lines.ts';
import { spoken } from '../support/pages/view.ts';
import { axeScript, expectAccessible } from './support/axe.ts';
import { agree, enterCode, readNotice } from './support/steps.ts';
import { inVenue } from './support/venue.ts';
import { enter } from './support/visitor.ts';

const venue = inVenue({ kiosk: { resultSeconds: 60, idleSeconds: 600 } });

interface Said {
  readonly text: string;
  readonly lang: string;
  readonly volume: number;
}

function withVoices(languages: readonly string[]): string {
  return `
    window.said = [];
    Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: class { constructor(text) { this.text = text; } } });
    const voices = ${JSON.stringify(languages)}.map((lang) => ({ lang, localService: true, name: lang }));
    Object.defineProperty(window, 'speechSynthesis', { value: {
      getVoices: () => voices,
      speak(utterance) {
        window.said.push({ text: utterance.text, lang: utterance.lang, volume: utterance.volume });
        queueMicrotask(() => utterance.onend());
      },
      cancel() {},
      resume() {},
    } });`;
}

/** What was said since it was last asked. */
function listen(page: Page) {
  let heard = 0;
  const all = () => page.evaluate(() => Reflect.get(window, 'said') as Said[]);
  return {
    all,
    fresh: async () => {
      const said = await all();
      const since = said.slice(heard);
      heard = said.length;
      return since;
    },
  };
}

async function wordsOf(locator: Locator): Promise<string> {
  return (await locator.textContent())?.trim() ?? '';
}

describe.each(spoken)('in %s', (locale) => {
  test('a whole visit is heard, and no digit that was typed', async () => {
    const visitor = await enter(venue, locale, { script: withVoices(['en-IN', 'hi-IN']) });
    const { page, face } = visitor;
    const ear = listen(page);
    const texts = async () => (await ear.all()).map(({ text }) => text);
    const person = venue.person(locale, 2);
    await face.start.touch.waitFor();
    await page.keyboard.press('F2');
    await expect.poll(texts).toContain(await wordsOf(page.locator('h1')));
    // Each language is called in itself.
    await expect.poll(texts).toEqual(expect.arrayContaining(['English', 'हिन्दी']));
    expect((await ear.all()).find(({ text }) => text === 'हिन्दी')?.lang).toBe('hi-IN');
    await readNotice(visitor);
    const title = await wordsOf(page.locator('#notice-title'));
    await expect.poll(texts).toContain(title);
    await expect.poll(texts).toContain(await wordsOf(face.consent.agree));
    const lastParagraph = await wordsOf(page.locator('.notice-section p').last());
    await expect.poll(texts).toContain(lastParagraph.replace(/\s+/g, ' '));
    expect((await ear.all()).find(({ text }) => text === title)?.lang).toBe(`${locale}-IN`);
    await face.consent.yes.click();
    await face.consent.agree.click();
    await face.purpose.visitor.click();
    await face.details.heading.waitFor();
    await expect.poll(texts).toContain(await wordsOf(face.details.heading));
    await ear.fresh();
    await face.details.name.fill(person.fullName);
    await expect.poll(async () => (await texts()).join(' ')).toContain(Array.from(person.fullName)[0] ?? '?');
    await ear.fresh();
    await face.details.mobile.pressSequentially(person.mobileNumber);
    await expect.poll(async () => (await ear.all()).at(-1)?.text).toMatch(/^10 /);
    const digits = (await ear.fresh()).filter(({ text }) => /^\d$/.test(text));
    expect(digits).toEqual([]);
    await face.details.send.click();
    await face.code.sentTo(person.maskedMobile).waitFor();
    await ear.fresh();
    const otp = venue.newestOtp(person.mobileNumber);
    await enterCode(visitor, person);
    await face.result.heading('admitted').waitFor();
    await expect.poll(texts).toContain(await wordsOf(page.locator('h1')));
    const heard = (await ear.fresh()).map(({ text }) => text);
    expect(heard.filter((text) => text.includes(otp) || text === spell(otp))).toEqual([]);
    // The check code is heard sign by sign.
    const code = (await wordsOf(page.locator('.check-code'))).replace(/\s+/g, '');
    await expect.poll(texts).toContain(spell(code));
    await face.result.done.click();
    await face.start.touch.waitFor();
    expect(await face.bar.ease('aloud').getAttribute('aria-pressed')).toBe('false');
    expect(await page.locator('.speech-keys').count()).toBe(0);
    await visitor.newRows(1);
  });
});

test('digits are said when asked for, the volume is changed, and the next visitor finds neither', async () => {
  const visitor = await enter(venue, 'en', { script: `${withVoices(['en-IN'])}${axeScript}` });
  const { page, face } = visitor;
  const ear = listen(page);
  const key = (name: string) => page.locator('.speech-keys').getByRole('button', { name, exact: true });
  await agree(visitor);
  await face.bar.ease('aloud').click();
  await key('Read again').waitFor();
  await expectAccessible(page, 'fields, read aloud');
  await key('Say my digits').click();
  await face.details.mobile.pressSequentially('98');
  await expect.poll(async () => (await ear.all()).map(({ text }) => text)).toEqual(expect.arrayContaining(['9', '8']));
  await key('Louder').click();
  await key('Louder').click();
  expect(await key('Louder').getAttribute('aria-disabled')).toBe('true');
  await ear.fresh();
  await key('Read again').click();
  await expect.poll(async () => (await ear.all()).at(-1)?.volume).toBe(1);
  // A problem is heard when it is seen.
  await face.details.send.click();
  await expect
    .poll(async () => (await ear.all()).map(({ text }) => text))
    .toEqual(expect.arrayContaining(['Please type your name.']));
  await face.bar.cancel.click();
  await face.start.touch.waitFor();
  expect(await page.locator('.speech-keys').count()).toBe(0);
  await agree(visitor);
  await face.bar.ease('aloud').click();
  await key('Say my digits').waitFor();
  expect(await key('Say my digits').getAttribute('aria-pressed')).toBe('false');
  await expect.poll(async () => (await ear.all()).at(-1)?.volume).toBe(0.7);
});

test('a machine without a voice for the language says so in words', async () => {
  const visitor = await enter(venue, 'hi', { script: `${withVoices(['en-IN'])}${axeScript}` });
  const { page, face } = visitor;
  await agree(visitor);
  await face.bar.ease('aloud').click();
  await page.locator('.speech-mute').waitFor();
  await expectAccessible(page, 'fields, without a voice');
  // And staff learn of it.
  await expect
    .poll(() => askLocalDoor(venue.data, 'health.get', {}))
    .toMatchObject({
      value: { checks: expect.arrayContaining([expect.objectContaining({ name: 'voices', ok: false })]) },
    });
});

test('all that can be touched stays in reach while it is read aloud', async () => {
  const visitor = await enter(venue, 'hi', { script: withVoices(['hi-IN']) });
  const { page, face } = visitor;
  await agree(visitor);
  await face.keys.keyboard.waitFor();
  await face.bar.ease('aloud').click();
  await page.locator('.speech-keys').waitFor();
  const hidden = () =>
    page.evaluate(() =>
      Array.from(document.querySelectorAll('.bar button, .speech-keys button, .dock button'))
        .filter((element) => {
          const { left, top, width, height } = element.getBoundingClientRect();
          const found = document.elementFromPoint(left + width / 2, top + height / 2);
          return width > 0 && (found === null || !(element.contains(found) || found.contains(element)));
        })
        .map((element) => element.outerHTML),
    );
  await expect.poll(hidden).toEqual([]);
});
