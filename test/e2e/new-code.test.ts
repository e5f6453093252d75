/** "Send again": the new code admits, the one before leads to nothing (E3). */
import { describe, expect, test } from 'vitest';
import { spoken } from '../support/pages/view.ts';
import { rowOf } from './support/rows.ts';
import { comeToCode, enterCode } from './support/steps.ts';
import { inVenue } from './support/venue.ts';
import { enter } from './support/visitor.ts';

/** The kiosk may ask again after a second; the upstream, whose clock the tests set on, only after its own window. */
const windowSeconds = 60;
const venue = inVenue({
  sandbox: { otpSeconds: windowSeconds },
  upstream: { otp: { validSeconds: 180, resendSeconds: 1 } },
});

describe.each(spoken)('in %s', (locale) => {
  test('the old code is wrong from then on, the new one is right', async () => {
    const visitor = await enter(venue, locale);
    const { face } = visitor;
    const person = venue.person(locale, 2);
    const consent = await comeToCode(visitor, person);
    const old = venue.newestOtp(person.mobileNumber);
    await expect.poll(() => face.code.resend.getAttribute('aria-disabled')).toBe('true');
    await face.code.field.fill('123');
    await face.code.resendNow.waitFor();
    venue.moveUpstream(windowSeconds);
    await face.code.resendNow.click();
    await face.code.isNew.waitFor();
    expect(await face.code.field.inputValue()).toBe('');
    expect(venue.newestOtp(person.mobileNumber)).not.toBe(old);

    await face.code.field.fill(old);
    await face.code.wrong(2).waitFor();
    await enterCode(visitor, person);
    await face.result.heading('admitted').waitFor();
    expect(await visitor.newRows(1)).toMatchObject([
      rowOf(visitor, person, consent, { outcome: 'admitted', status: 2 }),
    ]);
  });

  test('where the upstream does not send one yet, the old code stays good', async () => {
    const visitor = await enter(venue, locale);
    const { face } = visitor;
    const person = venue.person(locale, 2);
    await comeToCode(visitor, person);
    await face.code.resendNow.click();
    await face.code.wait('code').waitFor();
    await enterCode(visitor, person);
    await face.result.heading('admitted').waitFor();
    await visitor.newRows(1);
  });
});
