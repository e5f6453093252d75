/** The three decisions: the screen in words, its proof and its end, and the row that was durable before. */
import { describe, expect, test } from 'vitest';
import { checkCodeOf, leafHash } from '../../main/core/entry-log/leaf.ts';
import type { EntryRow } from '../../main/core/kiosk.ts';
import { spoken } from '../support/pages/view.ts';
import { expectNothingPersonal, rowOf } from './support/rows.ts';
import { comeToCode, enterCode } from './support/steps.ts';
import { passTime } from './support/time.ts';
import { expectForgotten, findTraces } from './support/traces.ts';
import { inVenue } from './support/venue.ts';
import { desk } from './support/venue-settings.ts';
import { enter } from './support/visitor.ts';

const venue = inVenue();

/** The check code that the row itself gives. */
function checkCodeOfRow(row: EntryRow | undefined): string {
  if (row === undefined) {
    return 'no row';
  }
  const { subject_ref, subject_name, subject_mobile, subject_salt, ...evidence } = row;
  return checkCodeOf(leafHash(evidence));
}

const cases = [
  [2, 'visitor', 'admitted'],
  [1, 'visitor', 'referred'],
  [0, 'visitor', 'refused'],
  [1, 'employee', 'admitted'],
] as const;

describe.each(spoken)('in %s', (locale) => {
  test.each(cases)('status %i, %s: %s', async (status, purpose, decision) => {
    const visitor = await enter(venue, locale, { clock: true });
    const { page, face, watch } = visitor;
    const person = venue.person(locale, status);
    const consent = await comeToCode(visitor, person, purpose);
    const otp = venue.newestOtp(person.mobileNumber);
    expect(await findTraces(page, [person.maskedMobile])).toEqual([person.maskedMobile]);
    await enterCode(visitor, person);

    await face.result.heading(decision).waitFor();
    const rows = await visitor.newRows(1);
    expect(rows).toMatchObject([rowOf(visitor, person, consent, { outcome: decision, status })]);
    expectNothingPersonal(rows, person, otp);
    await face.result.todo(decision).waitFor();
    expect(await face.result.proof()).toEqual({ seq: String(rows[0]?.seq), checkCode: checkCodeOfRow(rows[0]) });
    expect(await face.result.where(desk).count()).toBe(decision === 'admitted' ? 0 : 1);
    await expectForgotten(page, person, otp);

    await passTime(visitor, 5);
    await face.result.clearsIn(3).waitFor();
    await passTime(visitor, 3);
    await face.start.touch.waitFor();
    await expectForgotten(page, person, otp);
    expect(watch.requests.filter((request) => request.startsWith('POST')).length).toBe(2);
    await visitor.newRows(1);
  });

  test('"Done" ends the result at once, "More time" keeps it', async () => {
    const visitor = await enter(venue, locale, { clock: true });
    const { face } = visitor;
    const person = venue.person(locale, 2);
    await comeToCode(visitor, person);
    await enterCode(visitor, person);
    await face.result.moreTime.click();
    await passTime(visitor, 15);
    await face.result.heading('admitted').waitFor();
    await face.result.done.click();
    await face.start.touch.waitFor();
  });
});
