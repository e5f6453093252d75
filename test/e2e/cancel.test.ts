/** "Cancel" on each screen: back at the start, nothing left in the page, and a row only where something was sent. */
import { describe, expect, test } from 'vitest';
import { spoken } from '../support/pages/view.ts';
import { rowOf } from './support/rows.ts';
import { agree, comeToCode, enterCode, readNotice } from './support/steps.ts';
import { passTime } from './support/time.ts';
import { expectForgotten } from './support/traces.ts';
import { inVenue } from './support/venue.ts';
import { enter } from './support/visitor.ts';

// A late answer need not be later than this.
const venue = inVenue({ sandbox: { pace: { slowMs: 2_000 } } });
const cancelled = { outcome: 'not-verified', reason: 'cancelled' } as const;

describe.each(spoken)('in %s', (locale) => {
  test('at the notice, the purpose and the fields: no row, and nothing was sent', async () => {
    const visitor = await enter(venue, locale);
    const { page, face, watch } = visitor;
    const person = venue.person(locale, 2);
    await readNotice(visitor);
    await face.bar.cancel.click();
    await face.start.touch.waitFor();

    await readNotice(visitor);
    await face.consent.yes.click();
    await face.consent.agree.click();
    await face.purpose.heading.waitFor();
    await face.bar.cancel.click();
    await face.start.touch.waitFor();

    await agree(visitor);
    await face.details.fill(person.fullName, person.mobileNumber);
    await face.bar.cancel.click();
    await face.start.touch.waitFor();
    await expectForgotten(page, person);
    expect(watch.requests.filter((request) => !request.startsWith('GET '))).toEqual([]);
    await visitor.newRows(0);
  });

  test('at the code', async () => {
    const visitor = await enter(venue, locale);
    const { page, face } = visitor;
    const person = venue.person(locale, 2);
    const consent = await comeToCode(visitor, person);
    await face.code.field.fill('4711');
    await face.bar.cancel.click();
    await face.start.touch.waitFor();
    await expectForgotten(page, person, '4711');
    expect(await visitor.newRows(1)).toMatchObject([rowOf(visitor, person, consent, cancelled)]);
  });

  test('while the code is being sent: the answer that comes later opens nothing', async () => {
    const visitor = await enter(venue, locale);
    const { page, face, watch } = visitor;
    const person = venue.person(locale, 2);
    const consent = await agree(visitor);
    await venue.fault('generateOTP', 'slow');
    await face.details.fill(person.fullName, person.mobileNumber);
    await face.details.send.click();
    await face.checking.sending.waitFor();
    await face.bar.cancel.click();
    await face.start.touch.waitFor();
    await expectForgotten(page, person);
    expect(await visitor.newRows(1)).toMatchObject([rowOf(visitor, person, consent, cancelled)]);
    expect(watch.requests.at(-1)).toMatch(/^DELETE /);
    await expect.poll(() => face.start.touch.count()).toBe(1);
  });

  test('while the code is being checked: the late answer admits nobody, and the next visitor is served', async () => {
    const visitor = await enter(venue, locale);
    const { page, face } = visitor;
    const person = venue.person(locale, 2);
    const consent = await comeToCode(visitor, person);
    const otp = venue.newestOtp(person.mobileNumber);
    await venue.fault('status', 'slow');
    await enterCode(visitor, person);
    await face.checking.checking.waitFor();
    await face.bar.cancel.click();
    await face.start.touch.waitFor();
    await expectForgotten(page, person, otp);
    expect(await visitor.newRows(1)).toMatchObject([rowOf(visitor, person, consent, cancelled)]);

    // The next one has to wait as long as the answer to the first would have taken.
    const next = venue.person(locale, 2);
    const second = await comeToCode(visitor, next);
    await venue.fault('status', 'slow');
    await enterCode(visitor, next);
    await face.result.heading('admitted').waitFor();
    const rows = await visitor.newRows(2);
    expect(rows[1]).toMatchObject(rowOf(visitor, next, second, { outcome: 'admitted', status: 2 }));
  });

  test('a slow upstream is said to be slow after five seconds, and may still admit', async () => {
    const visitor = await enter(venue, locale, { clock: true });
    const { face } = visitor;
    const person = venue.person(locale, 2);
    const consent = await comeToCode(visitor, person);
    await venue.fault('confirmOTP', 'slow');
    await enterCode(visitor, person);
    await face.checking.checking.waitFor();
    expect(await face.checking.slow.count()).toBe(0);
    await passTime(visitor, 5);
    await face.checking.slow.waitFor();
    await visitor.newRows(0);
    await face.result.heading('admitted').waitFor();
    expect(await visitor.newRows(1)).toMatchObject([
      rowOf(visitor, person, consent, { outcome: 'admitted', status: 2 }),
    ]);
  });
});
