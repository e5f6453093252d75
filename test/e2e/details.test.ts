/** The fields: what is said beside them, what is kept, and who is not found. */
import { describe, expect, test } from 'vitest';
import { spoken } from '../support/pages/view.ts';
import { rowOf } from './support/rows.ts';
import { agree, askForCode, comeToCode, enterCode } from './support/steps.ts';
import { inVenue } from './support/venue.ts';
import { enter } from './support/visitor.ts';

const venue = inVenue();

describe.each(spoken)('in %s', (locale) => {
  test('somebody who is not known stays with what was typed, corrects it and is admitted', async () => {
    const visitor = await enter(venue, locale);
    const { face } = visitor;
    const person = venue.person(locale, 2);
    const stranger = { ...person, fullName: 'Nobody Known', maskedName: 'N••••• K••••' };
    const consent = await agree(visitor);
    await face.details.fill(stranger.fullName, stranger.mobileNumber);
    await face.details.send.click();
    await face.details.unknown.waitFor();
    await expect.poll(() => face.details.unknown.textContent()).toContain(face.say('details.unknownTodo'));
    expect(await face.details.typed()).toEqual([stranger.fullName, stranger.mobileNumber]);
    expect(await visitor.newRows(1)).toMatchObject([
      rowOf(visitor, stranger, consent, { outcome: 'not-verified', reason: 'person-unknown' }),
    ]);

    await face.details.name.fill(person.fullName);
    expect(await face.details.unknown.count()).toBe(0);
    await face.details.send.click();
    await face.code.sentTo(person.maskedMobile).waitFor();
    await enterCode(visitor, person);
    await face.result.heading('admitted').waitFor();
    const [, admitted] = await visitor.newRows(2);
    expect(admitted).toMatchObject(rowOf(visitor, person, consent, { outcome: 'admitted', status: 2 }));
  });

  test('the focus is in the field as soon as the field is there: no late one takes away what is typed', async () => {
    const visitor = await enter(venue, locale);
    const { face } = visitor;
    await face.details.name.page().evaluate(() => {
      new MutationObserver((_changes, observer) => {
        if (document.querySelector('input') !== null) {
          observer.disconnect();
          document.body.dataset.arrival = document.activeElement?.tagName ?? '';
        }
      }).observe(document.body, { childList: true, subtree: true });
    });
    await agree(visitor);
    expect(await face.details.name.page().locator('body').getAttribute('data-arrival')).toBe('INPUT');
  });

  test('each problem stands in words beside its field, and nothing goes out', async () => {
    const visitor = await enter(venue, locale);
    const { face, watch } = visitor;
    const { details, say } = face;
    await agree(visitor);
    await details.send.click();
    await expect.poll(details.belowName).toBe(say('details.nameEmpty'));
    expect(await details.belowMobile()).toBe(say('details.mobileEmpty'));
    await details.fill('123', '98765432');
    await expect.poll(details.belowName).toBe(say('details.nameLetters'));
    await expect.poll(details.belowMobile).toBe(say('details.mobileShort', { count: 2 }));
    await details.fill('Asha @ Kumari', '98765x');
    await expect.poll(details.belowName).toBe(say('details.nameCharacters'));
    await expect.poll(details.belowMobile).toBe(say('details.mobileCharacters'));
    await details.fill('a'.repeat(120), '98765432101');
    await expect.poll(details.belowName).toBe(say('details.nameLong'));
    await expect.poll(details.belowMobile).toBe(say('details.mobileLong'));
    await details.send.click();
    await details.fill('Asha', '1234');
    await expect.poll(details.belowName).toBe(say('details.nameHint'));
    expect(watch.requests.filter((request) => !request.startsWith('GET '))).toEqual([]);
    await visitor.newRows(0);
  });

  test('"Back" and "Get help" keep what was typed', async () => {
    const visitor = await enter(venue, locale);
    const { face } = visitor;
    const person = venue.person(locale, 2);
    await agree(visitor);
    await face.details.fill(person.fullName, person.mobileNumber);
    await face.bar.help.click();
    await face.help.kept.waitFor();
    await face.help.back.click();
    expect(await face.details.typed()).toEqual([person.fullName, person.mobileNumber]);

    await face.bar.back.click();
    await face.bar.back.click();
    await face.consent.agree.click();
    await face.details.heading.waitFor();
    expect(await face.details.typed()).toEqual([person.fullName, person.mobileNumber]);
    await face.details.send.click();
    await face.code.sentTo(person.maskedMobile).waitFor();
    await face.bar.back.click();
    await face.details.heading.waitFor();
    expect(await face.details.typed()).toEqual([person.fullName, person.mobileNumber]);
    expect(await visitor.newRows(1)).toMatchObject([{ outcome: 'not-verified', reason: 'cancelled' }]);
  });

  test('digits of another script, and spaces and +91, are the same number', async () => {
    const visitor = await enter(venue, locale);
    const { face } = visitor;
    const person = venue.person(locale, 1);
    const script = person.mobileNumber.replace(/[0-9]/g, (digit) => String.fromCodePoint(0x0966 + Number(digit)));
    const consent = await agree(visitor);
    await askForCode(visitor, { ...person, mobileNumber: `+91 ${script.slice(0, 5)} ${script.slice(5)}` });
    await enterCode(visitor, person);
    await face.result.heading('referred').waitFor();
    expect(await visitor.newRows(1)).toMatchObject([
      rowOf(visitor, person, consent, { outcome: 'referred', status: 1 }),
    ]);
  });
});

test('somebody who was sent a code a short while ago is told how long to wait', async () => {
  const visitor = await enter(venue, 'hi');
  const { face } = visitor;
  const person = venue.person('hi', 2);
  const consent = await comeToCode(visitor, person);
  await face.code.change.click();
  await face.details.send.click();
  await face.details.wait('code').waitFor();
  expect(await face.details.typed()).toEqual([person.fullName, person.mobileNumber]);
  const [, turnedAway] = await visitor.newRows(2);
  expect(turnedAway).toMatchObject(
    rowOf(visitor, person, consent, { outcome: 'not-verified', reason: 'otp-too-soon' }),
  );
});
