/** Staff of a venue: operators who were made through its own door, and their way to an open desk. */
import { expect } from 'vitest';
import { buildDesk, type DeskView } from '../../support/pages/desk-page.ts';
import type { Spoken } from '../../support/pages/view.ts';
import type { Venue } from './venue.ts';
import { enter, type Visitor, type VisitorOptions } from './visitor.ts';

export interface Staff {
  readonly name: string;
  readonly pin: string;
  readonly role: 'reception' | 'manager';
}

export const manager: Staff = { name: 'Asha Rao', pin: '704219', role: 'manager' };
export const reception: Staff = { name: 'Ravi Das', pin: '305971', role: 'reception' };

/** A session of its own with the venue's program, as a page has one: answers the value, or fails with the problem. */
export async function openSession(venue: Venue) {
  const opened = await fetch(venue.launchUrl, { redirect: 'manual' });
  const cookie = opened.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const { origin } = new URL(venue.launchUrl);
  return async (method: 'GET' | 'POST' | 'DELETE', path: string, body?: Readonly<Record<string, unknown>>) => {
    const sent = method === 'POST' ? { body: JSON.stringify(body ?? {}), type: 'application/json' } : undefined;
    const response = await fetch(new URL(`/api/v1/${path}`, origin), {
      method,
      headers: { cookie, origin, ...(sent === undefined ? {} : { 'content-type': sent.type }) },
      ...(sent === undefined ? {} : { body: sent.body }),
    });
    const value: unknown = await response.json();
    return { status: response.status, value };
  };
}

/** Makes these operators, the first of whom is a manager; answers the recovery code. */
export async function makeStaff(venue: Venue, first: Staff, ...others: readonly Staff[]): Promise<string> {
  const ask = await openSession(venue);
  const made = await ask('POST', 'operator/first', { name: first.name, pin: first.pin });
  expect(made.status).toBe(201);
  for (const { name, pin, role } of others) {
    expect((await ask('POST', 'operators', { name, pin, role })).status).toBe(201);
  }
  expect((await ask('DELETE', 'operator/session')).status).toBe(200);
  return String(Object(made.value).recoveryCode);
}

/** Somebody of the staff in front of the terminal. */
export interface AtDesk extends Visitor {
  readonly desk: DeskView;
}

/** Opens the kiosk's page and goes on to the door, in this language. */
export async function comeToDoor(venue: Venue, locale: Spoken, options: VisitorOptions = {}): Promise<AtDesk> {
  const visitor = await enter(venue, locale, options);
  const desk = buildDesk(visitor.page, locale);
  await visitor.face.start.touch.waitFor();
  await visitor.page.goto(new URL('/operator', venue.launchUrl).href);
  await desk.language.click();
  return { ...visitor, desk };
}

/** Opens the desk of one of the staff; more than one operator means that they say who they are. */
export async function comeToDesk(
  venue: Venue,
  locale: Spoken,
  staff: Staff,
  options?: VisitorOptions,
): Promise<AtDesk> {
  const at = await comeToDoor(venue, locale, options);
  const { door } = at.desk;
  await door.who.or(door.pin).first().waitFor();
  if (await door.who.isVisible()) {
    await door.name(staff.name).click();
  }
  await door.open(staff.pin);
  await at.desk.lock.waitFor();
  return at;
}
