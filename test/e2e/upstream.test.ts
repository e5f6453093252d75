/** Faults of the upstream: a screen and a row of their own, never a refusal and never an admission (E2). */
import { describe, expect, test } from 'vitest';
import type { FailureKind } from '../../renderer/store/consequence.ts';
import { spoken } from '../support/pages/view.ts';
import type { Known } from './support/people.ts';
import { rowOf } from './support/rows.ts';
import { agree, askForCode, type Consent, comeToCode, enterCode } from './support/steps.ts';
import { expectForgotten } from './support/traces.ts';
import { inVenue } from './support/venue.ts';
import { desk } from './support/venue-settings.ts';
import { enter, type Visitor } from './support/visitor.ts';

const venue = inVenue();

type FaultCode = 'upstream-unavailable' | 'upstream-malformed' | 'upstream-signature-invalid';

/** The fault's screen is unlike a refusal, and so is its row. */
async function expectFault(
  visitor: Visitor,
  code: FaultCode,
  { person, consent }: { readonly person: Known; readonly consent: Consent },
): Promise<void> {
  const { page, face } = visitor;
  const kind: FailureKind = 'service';
  await face.failure.heading.waitFor();
  await face.failure.notYou.waitFor();
  await face.failure.kind(kind).waitFor();
  await face.failure.staff(code).waitFor();
  await face.failure.where(desk).waitFor();
  for (const decision of ['admitted', 'referred', 'refused'] as const) {
    expect(await face.result.heading(decision).count()).toBe(0);
  }
  expect(await face.result.proof()).toEqual({ seq: undefined, checkCode: undefined });
  expect(await visitor.newRows(1)).toMatchObject([rowOf(visitor, person, consent, { outcome: 'fault', reason: code })]);
  await expectForgotten(page, person);
}

const whileChecking = [
  ['status', '503', 3, 'upstream-unavailable'],
  ['confirmOTP', 'malformed', 1, 'upstream-malformed'],
  ['status', 'bad-signature', 1, 'upstream-signature-invalid'],
  ['status', 'wrong-txn', 1, 'upstream-signature-invalid'],
  ['status', 'status-3', 1, 'upstream-malformed'],
] as const;

describe.each(spoken)('in %s', (locale) => {
  test.each(whileChecking)('at %s %s, %i times: %s', async (call, kind, times, code) => {
    const visitor = await enter(venue, locale);
    const person = venue.person(locale, 2);
    const consent = await comeToCode(visitor, person);
    await venue.fault(call, kind, times);
    await enterCode(visitor, person);
    await expectFault(visitor, code, { person, consent });
    await visitor.face.failure.done.click();
    await visitor.face.start.touch.waitFor();
  });

  test('503 before a code was sent: "Try again" brings back what was typed, and admits', async () => {
    const visitor = await enter(venue, locale);
    const { face } = visitor;
    const person = venue.person(locale, 2);
    const consent = await agree(visitor);
    await venue.fault('generateOTP', '503');
    await face.details.fill(person.fullName, person.mobileNumber);
    await face.details.send.click();
    await expectFault(visitor, 'upstream-unavailable', { person, consent });
    await face.failure.tryAgain.click();
    expect(await face.details.typed()).toEqual([person.fullName, person.mobileNumber]);
    await face.details.send.click();
    await face.code.sentTo(person.maskedMobile).waitFor();
    await enterCode(visitor, person);
    await face.result.heading('admitted').waitFor();
    const [, admitted] = await visitor.newRows(2);
    expect(admitted).toMatchObject(rowOf(visitor, person, consent, { outcome: 'admitted', status: 2 }));
  });

  test('after an answer that is not authentic the start says that the service is not well, until the next good one', async () => {
    const visitor = await enter(venue, locale);
    const { face } = visitor;
    const [first, second] = [venue.person(locale, 2), venue.person(locale, 2)];
    await comeToCode(visitor, first);
    await venue.fault('status', 'no-signature');
    await enterCode(visitor, first);
    await face.failure.staff('upstream-signature-invalid').waitFor();
    await face.failure.done.click();
    await face.start.impaired.waitFor();
    await comeToCode(visitor, second);
    await enterCode(visitor, second);
    await face.result.done.click();
    await face.start.touch.waitFor();
    expect(await face.start.impaired.count()).toBe(0);
  });

  test('nobody listens at its address; once it is back, visitors are served', async () => {
    const visitor = await enter(venue, locale);
    const { face } = visitor;
    const person = venue.person(locale, 2);
    const consent = await agree(visitor);
    await venue.withoutUpstream(async () => {
      await face.details.fill(person.fullName, person.mobileNumber);
      await face.details.send.click();
      await expectFault(visitor, 'upstream-unavailable', { person, consent });
    });
    await face.failure.tryAgain.click();
    await askForCode(visitor, person);
    await enterCode(visitor, person);
    await face.result.heading('admitted').waitFor();
    await visitor.newRows(2);
  });

  test('too many requests: the screen says how long to wait, and keeps what was typed', async () => {
    const visitor = await enter(venue, locale);
    const { face } = visitor;
    const person = venue.person(locale, 2);
    const consent = await agree(visitor);
    await venue.fault('generateOTP', '429');
    await face.details.fill(person.fullName, person.mobileNumber);
    await face.details.send.click();
    await face.details.wait('busy').waitFor();
    expect(await face.details.typed()).toEqual([person.fullName, person.mobileNumber]);
    expect(await visitor.newRows(1)).toMatchObject([
      rowOf(visitor, person, consent, { outcome: 'fault', reason: 'upstream-rate-limited' }),
    ]);
  });
});
