/** Out of order: set by a fault that needs a person, kept over a restart, ended by a person's word. And a host that is gone. */
import { describe, expect, test } from 'vitest';
import { buildFace } from '../support/pages/face.ts';
import { spoken } from '../support/pages/view.ts';
import { runProgram } from '../support/program.ts';
import { rowOf } from './support/rows.ts';
import { agree, comeToCode, enterCode } from './support/steps.ts';
import { passTime } from './support/time.ts';
import { expectForgotten } from './support/traces.ts';
import { inVenue } from './support/venue.ts';
import { desk } from './support/venue-settings.ts';
import { enter, type Visitor } from './support/visitor.ts';

const venue = inVenue();

/** So many refusals of its key in a row mean that no visitor can mend it. */
const refusals = 5;

/** The screen in both languages, with nothing that could be begun. */
async function expectOutOfOrder({ page, face }: Visitor): Promise<void> {
  const hindi = buildFace(page, 'hi');
  await face.outOfOrder.heading.waitFor();
  await face.outOfOrder.words.waitFor();
  await face.reception.where(desk).waitFor();
  await face.bar.language('hi').click();
  await hindi.outOfOrder.heading.waitFor();
  await hindi.outOfOrder.words.waitFor();
  await hindi.reception.where(desk).waitFor();
  await hindi.bar.language('en').click();
  await face.outOfOrder.heading.waitFor();
  expect(await face.start.touch.count()).toBe(0);
}

test('a key that is refused again and again takes the terminal out of order, until a person returns it', async () => {
  const visitor = await enter(venue, 'en');
  const { face } = visitor;
  const waiting = await enter(venue, 'en');
  await agree(waiting);
  await venue.fault('generateOTP', '403-json', refusals);
  const expected = [];
  for (let visit = 1; visit <= refusals; visit += 1) {
    const person = venue.person('en', 2);
    const consent = await agree(visitor);
    await face.details.fill(person.fullName, person.mobileNumber);
    await face.details.send.click();
    await face.failure.heading.waitFor();
    await face.failure.staff('upstream-forbidden').waitFor();
    await face.failure.done.click();
    expected.push(rowOf(visitor, person, consent, { outcome: 'fault', reason: 'upstream-forbidden' }));
  }
  expect(await visitor.newRows(refusals)).toMatchObject(expected);
  await expectOutOfOrder(visitor);
  await waiting.face.outOfOrder.heading.waitFor();
  await Promise.all([visitor.leave(), waiting.leave()]);

  await venue.restart();
  const later = await enter(venue, 'en');
  await expectOutOfOrder(later);
  await later.leave();
  await venue.restart(async (folders) => {
    const doctor = await runProgram(['doctor', '--return-to-service', ...folders]);
    expect(doctor).toMatchObject({ code: 0, stdout: 'in service again\n' });
  });
  const [act] = (await visitor.newRows(refusals + 1)).slice(refusals);
  expect(act).toMatchObject({ outcome: 'act', channel: 'operator', reason: 'return-to-service', subject_name: null });

  const next = await enter(venue, 'hi');
  const person = venue.person('hi', 2);
  await comeToCode(next, person);
  await enterCode(next, person);
  await next.face.result.heading('admitted').waitFor();
  await next.newRows(1);
});

describe.each(spoken)('in %s', (locale) => {
  test('a host that is gone, and that does not know the page when it is back: both say where to go', async () => {
    const visitor = await enter(venue, locale, { clock: true, hostVanishes: true });
    const { page, face } = visitor;
    await agree(visitor);
    const person = venue.person(locale, 2);
    await face.details.fill(person.fullName, person.mobileNumber);
    await venue.restart(async () => {
      await passTime(visitor, 12);
      await face.moment.heading.waitFor();
      await face.moment.words.waitFor();
      await face.reception.where(desk).waitFor();
      expect(await page.getByRole('textbox').count()).toBe(0);
    });
    await passTime(visitor, 3);
    await face.details.heading.waitFor();
    expect(await face.details.typed()).toEqual([person.fullName, person.mobileNumber]);
    await face.details.send.click();
    await face.failure.staff('unauthenticated').waitFor();
    await expectForgotten(page, person);
    await face.failure.done.click();
    await buildFace(page, 'en').outOfOrder.heading.waitFor();
    await visitor.newRows(0);
  });
});
