/** A code that has run out leads nowhere (E3): said by the screen, and by the core to a screen that does not know. */
import { describe, expect, test } from 'vitest';
import { VerificationSnapshot } from '../../main/contract/public.ts';
import { spoken } from '../support/pages/view.ts';
import { rowOf } from './support/rows.ts';
import { comeToCode, enterCode } from './support/steps.ts';
import { inVenue } from './support/venue.ts';
import { enter, type Visitor } from './support/visitor.ts';

const otpSeconds = 3;
const venue = inVenue({
  sandbox: { otpSeconds },
  upstream: { otp: { validSeconds: otpSeconds, resendSeconds: otpSeconds } },
});

/** Resolves when the core holds the code of this page's visit to have run out. */
async function waitUntilExpired({ page }: Visitor, path: string): Promise<void> {
  const left = async () => {
    const answer = await page.request.get(new URL(path, page.url()).href);
    const snapshot = VerificationSnapshot.parse(await answer.json());
    return snapshot.state === 'awaiting-otp' ? snapshot.expiresInMs : snapshot.state;
  };
  await expect.poll(left, { timeout: 10_000 }).toBe(0);
}

describe.each(spoken)('in %s', (locale) => {
  test('the screen says so by itself, and the next code admits', async () => {
    const visitor = await enter(venue, locale);
    const { face } = visitor;
    const person = venue.person(locale, 2);
    const consent = await comeToCode(visitor, person);
    const late = venue.newestOtp(person.mobileNumber);
    await face.code.expired.waitFor();
    await face.code.field.fill(late);
    await face.code.expired.waitFor();
    expect(await face.code.field.inputValue()).toBe('');
    await visitor.newRows(0);

    await face.code.resendNow.click();
    await face.code.isNew.waitFor();
    await enterCode(visitor, person);
    await face.result.heading('admitted').waitFor();
    expect(await visitor.newRows(1)).toMatchObject([
      rowOf(visitor, person, consent, { outcome: 'admitted', status: 2 }),
    ]);
  });

  test('a screen whose clock stands still hears it from the core', async () => {
    const visitor = await enter(venue, locale, { clock: true });
    const { page, face, watch } = visitor;
    const person = venue.person(locale, 2);
    const started = page.waitForResponse((response) => response.url().endsWith('/api/v1/verifications'));
    const consent = await comeToCode(visitor, person);
    await page.clock.pauseAt(await page.evaluate(() => Date.now() + 100));
    const { id } = VerificationSnapshot.parse(await (await started).json());
    await waitUntilExpired(visitor, `/api/v1/verifications/${id}`);
    await enterCode(visitor, person);
    await face.code.expired.waitFor();
    expect(watch.requests).toContain(`POST /api/v1/verifications/${id}/otp`);
    await visitor.newRows(0);

    await page.clock.resume();
    await face.bar.cancel.click();
    await face.start.touch.waitFor();
    expect(await visitor.newRows(1)).toMatchObject([
      rowOf(visitor, person, consent, { outcome: 'not-verified', reason: 'cancelled' }),
    ]);
  });
});
