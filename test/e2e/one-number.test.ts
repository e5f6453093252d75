/** Several people on one number, and how many codes it may be sent (E4). */
import { describe, expect, test } from 'vitest';
import { spoken } from '../support/pages/view.ts';
import { familyOf, type Known } from './support/people.ts';
import { rowOf } from './support/rows.ts';
import { agree, askForCode, comeToCode, enterCode } from './support/steps.ts';
import { passTime } from './support/time.ts';
import { inVenue } from './support/venue.ts';
import { enter, type Visitor } from './support/visitor.ts';

const venue = inVenue();
const decisions = { 0: 'refused', 1: 'referred', 2: 'admitted' } as const;

/** Three visits, each with a code of its own. */
async function useUpCodes(visitor: Visitor, person: Known): Promise<void> {
  for (let time = 1; time <= 3; time += 1) {
    await comeToCode(visitor, person);
    await enterCode(visitor, person);
    await visitor.face.result.done.click();
  }
}

describe.each(spoken)('in %s', (locale) => {
  test('a family of three, each with their own status', async () => {
    const visitor = await enter(venue, locale);
    const { face } = visitor;
    const expected = [];
    for (const { person, status } of familyOf(locale)) {
      const consent = await comeToCode(visitor, person);
      await enterCode(visitor, person);
      const outcome = decisions[status];
      await face.result.heading(outcome).waitFor();
      await face.result.done.click();
      expected.push(rowOf(visitor, person, consent, { outcome, status }));
    }
    const rows = await visitor.newRows(3);
    expect(rows).toMatchObject(expected);
    const refs = rows.map(({ subject_ref }) => subject_ref ?? '');
    expect(new Set(refs).size).toBe(3);
    expect(new Set(refs.map((ref) => ref.slice(0, 32))).size).toBe(1);
  });

  test('the fourth code within ten minutes is not sent: the screen says how long to wait', async () => {
    const visitor = await enter(venue, locale, { clock: true });
    const { face } = visitor;
    const person = venue.person(locale, 2);
    await useUpCodes(visitor, person);
    await agree(visitor);
    await face.details.fill(person.fullName, person.mobileNumber);
    await face.details.send.click();
    await face.details.wait('many').waitFor();
    expect(await face.details.wait('many').textContent()).toMatch(/\b(9:\d\d|10:00)\b/);
    expect(await face.details.typed()).toEqual([person.fullName, person.mobileNumber]);
    await passTime(visitor, 15);
    expect(await face.details.wait('many').textContent()).toMatch(/\b9:[0-4]\d\b/);
    await visitor.newRows(3);

    const other = venue.person(locale, 1);
    await askForCode(visitor, other);
    await enterCode(visitor, other);
    await face.result.heading('referred').waitFor();
    await visitor.newRows(4);
  });
});

describe('where a number is sent no more than three codes a day', () => {
  const strict = inVenue({ perNumber: { perDay: 3 } });

  test.each(spoken)('the fourth leads to the reception, in %s', async (locale) => {
    const visitor = await enter(strict, locale);
    const { face } = visitor;
    const person = strict.person(locale, 2);
    await useUpCodes(visitor, person);
    await agree(visitor);
    await face.details.fill(person.fullName, person.mobileNumber);
    await face.details.send.click();
    await face.reception.heading.waitFor();
    await face.reception.reason('limit').waitFor();
    await visitor.newRows(3);
  });
});
