/** Nobody touches anything: "Are you still there?", which keeps all or wipes all (A2). */
import { describe, expect, test } from 'vitest';
import { spoken } from '../support/pages/view.ts';
import { rowOf } from './support/rows.ts';
import { agree, comeToCode } from './support/steps.ts';
import { passTime } from './support/time.ts';
import { expectForgotten } from './support/traces.ts';
import { inVenue } from './support/venue.ts';
import { enter } from './support/visitor.ts';

const idleSeconds = 45;
const questionSeconds = 20;
const venue = inVenue({ kiosk: { idleSeconds } });

describe.each(spoken)('in %s', (locale) => {
  test('"I am still here" keeps everything typed; without it everything is wiped, and no row is left', async () => {
    const visitor = await enter(venue, locale, { clock: true });
    const { page, face } = visitor;
    const person = venue.person(locale, 2);
    await agree(visitor);
    await face.details.fill(person.fullName, person.mobileNumber);
    await passTime(visitor, idleSeconds - 3);
    expect(await face.stillThere.dialog.count()).toBe(0);
    await passTime(visitor, 3);
    await face.stillThere.dialog.waitFor();
    await face.stillThere.endsIn(questionSeconds).waitFor();
    await face.stillThere.stay.click();
    await face.stillThere.dialog.waitFor({ state: 'detached' });
    expect(await face.details.typed()).toEqual([person.fullName, person.mobileNumber]);

    await passTime(visitor, idleSeconds);
    await face.stillThere.dialog.waitFor();
    await passTime(visitor, questionSeconds - 3);
    await expect.poll(() => face.stillThere.dialog.count()).toBe(1);
    await passTime(visitor, 3);
    await face.start.touch.waitFor();
    await expectForgotten(page, person);
    await visitor.newRows(0);
  });

  test('at the code: the core lets go as well, and the row says so', async () => {
    const visitor = await enter(venue, locale, { clock: true });
    const { page, face } = visitor;
    const person = venue.person(locale, 2);
    const consent = await comeToCode(visitor, person);
    await face.code.field.fill('4711');
    await passTime(visitor, idleSeconds);
    await face.stillThere.stay.click();
    await expect.poll(() => face.code.field.inputValue()).toBe('4711');
    await passTime(visitor, idleSeconds + questionSeconds);
    await face.start.touch.waitFor();
    await expectForgotten(page, person, '4711');
    expect(await visitor.newRows(1)).toMatchObject([
      rowOf(visitor, person, consent, { outcome: 'not-verified', reason: 'cancelled' }),
    ]);
  });

  test('it can be answered ten times; then the visit is told to end', async () => {
    const visitor = await enter(venue, locale, { clock: true });
    const { face } = visitor;
    await agree(visitor);
    for (let time = 1; time <= 10; time += 1) {
      await passTime(visitor, idleSeconds);
      await face.stillThere.stay.click();
      await face.stillThere.dialog.waitFor({ state: 'detached' });
    }
    await passTime(visitor, idleSeconds);
    await face.stillThere.restart.waitFor();
    expect(await face.stillThere.stay.count()).toBe(0);
    await face.stillThere.restart.click();
    await face.start.touch.waitFor();
  });
});
