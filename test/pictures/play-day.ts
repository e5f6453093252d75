/** Plays the day of a venue through its API: visits, decisions by hand, passes, people who leave, a roster. For pictures only. */
import type { Answer, Client } from '../../main/contract/public.ts';
import { enterKiosk, startInput } from '../support/visitor-client.ts';
import { howManyEmployees, inventPerson, writeRosterFile } from './invented-people.ts';
import type { PictureVenue } from './venue.ts';

export const manager = { name: 'Asha Rao', pin: '704219' } as const;
const staff = [
  { name: 'Ravi Das', pin: '305971', role: 'reception' },
  { name: 'Meera Nair', pin: '640283', role: 'reception' },
  { name: 'Joseph Mathew', pin: '918264', role: 'manager' },
] as const;

const minute = 60_000;

/** A Tuesday; what is invented needs no other. */
export const dayBegins = Date.parse('2026-11-17T08:00:00+05:30');
/** The visits of each hour from eight o'clock on, in their order: an employee, a visitor, a fault of the service. */
const hours = [
  'eeeeeee',
  'eeveeeveevevee',
  'evevevevevvfevv',
  'vvevvvvevvv',
  'vvevv',
  'vevevve',
  'vvvvvfvvv',
  'vvvvv',
] as const;

/** What staff decide by hand toward the end of an hour. */
const byHand: Readonly<Record<number, readonly ['admitted' | 'referred' | 'refused', string]>> = {
  1: ['admitted', 'Has no phone'],
  2: ['admitted', 'The service does not answer'],
  4: ['refused', 'Is under 18'],
  6: ['referred', 'Did not consent'],
};

/** What was answered, or an error that names the code: nothing of an invented day may go wrong unseen. */
function expectValue<Value>(answer: Answer<Value>): Value {
  if (!answer.ok) {
    throw new Error(`the day cannot be played: ${answer.error.code}`);
  }
  return answer.value;
}

/** The terminal is set up, and lives through its day. */
export async function playDay(venue: PictureVenue): Promise<void> {
  await hireStaff(venue);
  const next = { e: 0, v: howManyEmployees, f: howManyEmployees + 70 };
  for (const [hour, visits] of hours.entries()) {
    const begins = dayBegins + hour * 60 * minute;
    for (const [place, kind] of [...visits].entries()) {
      await venue.setTime(begins + Math.round(((place + 1) * 56 * minute) / (visits.length + 1)));
      if (kind === 'e') {
        await visitAs(venue, next.e, 'employee');
        next.e += 1;
      } else if (kind === 'v') {
        await visitAs(venue, next.v, 'visitor');
        next.v += 1;
      } else {
        await meetFault(venue, next.f);
        next.f += 1;
      }
    }
    await venue.setTime(begins + 57 * minute);
    await endHour(venue, hour);
  }
}

/** Operators, and the roster of the office. */
async function hireStaff(venue: PictureVenue): Promise<void> {
  const client = await enterKiosk(venue.url);
  expectValue(await client['operator.begin'](manager));
  for (const each of staff) {
    expectValue(await client['operator.add'](each));
  }
  expectValue(
    await client['roster.import']({ text: writeRosterFile(), mapping: { reference: 0, name: 1, mobile: 2 } }),
  );
  expectValue(await client['operator.lock']({}));
}

/** Somebody is verified, and takes a pass where one is offered. Every twelfth goes away at the notice. */
async function visitAs(venue: PictureVenue, index: number, purpose: string): Promise<void> {
  const client = await enterKiosk(venue.url);
  const { version } = expectValue(await client['kiosk.describe']({})).consent;
  if (index % 12 === 11) {
    expectValue(await client['consent.decline']({ purpose, locale: 'en', version }));
    return;
  }
  const person = inventPerson(index);
  const { id } = expectValue(await client['verification.start'](startInput(person, version, purpose)));
  const otp = await venue.newestOtp(person.mobile_number);
  const decided = expectValue(await client['verification.submitOtp']({ id, otp }));
  if (purpose === 'employee' && decided.state === 'decided' && decided.decision === 'admitted' && index % 3 === 0) {
    expectValue(await client['pass.issue']({ id }));
  }
}

/** The service does not answer when it matters. */
async function meetFault(venue: PictureVenue, index: number): Promise<void> {
  const client = await enterKiosk(venue.url);
  const { version } = expectValue(await client['kiosk.describe']({})).consent;
  const person = inventPerson(index);
  const { id } = expectValue(await client['verification.start'](startInput(person, version)));
  await venue.fault('status', 'wrong-type', 1);
  await client['verification.submitOtp']({ id, otp: await venue.newestOtp(person.mobile_number) });
}

/** What staff do toward the end of an hour. */
async function endHour(venue: PictureVenue, hour: number): Promise<void> {
  const [decision, reason] = byHand[hour] ?? [];
  const client = await enterKiosk(venue.url);
  const door = expectValue(await client['operator.door']({}));
  const [{ name, pin }] = staff;
  const operator = door.operators.find((each) => each.name === name)?.id;
  expectValue(await client['operator.unlock']({ operator, pin }));
  if (decision !== undefined && reason !== undefined) {
    expectValue(await client['entries.decide']({ decision, purpose: 'visitor', reason }));
  }
  if (hour >= 2) {
    await sendHome(client);
  }
  if (hour === 4) {
    const [pass] = expectValue(await client['pass.list']({})).passes;
    expectValue(await client['pass.revoke']({ pass: String(pass?.seq), reason: 'Lost phone' }));
  }
  expectValue(await client['operator.lock']({}));
}

/** Some of those who came first leave. */
async function sendHome(client: Client): Promise<void> {
  const { people } = expectValue(await client['inside.list']({}));
  for (const { seq } of people.filter((_, index) => index % 3 === 0).slice(0, 6)) {
    expectValue(await client['inside.leave']({ entry: String(seq) }));
  }
}
