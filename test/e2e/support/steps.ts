/** The steps that most visits have in common. */
import type { Locator } from 'playwright-core';
import type { Known } from './people.ts';
import type { Visitor } from './visitor.ts';

/** What a person agreed to, as it stood on the screen. */
export interface Consent {
  readonly hash: string;
  readonly purpose: 'visitor' | 'employee';
}

/** The notice that somebody declined, before a purpose was chosen. */
export interface Declined {
  readonly hash: string;
  readonly purpose: null;
}

/** From the start to the notice in the visitor's language. */
export async function readNotice({ face }: Visitor): Promise<string> {
  await face.start.language.click();
  await face.consent.agree.waitFor();
  return face.consent.shownHash();
}

/** From the start over the notice and the purpose to the fields. */
export async function agree(visitor: Visitor, purpose: Consent['purpose'] = 'visitor'): Promise<Consent> {
  const { consent, purpose: choice, details } = visitor.face;
  const hash = await readNotice(visitor);
  await consent.yes.click();
  await consent.agree.click();
  await choice[purpose].click();
  await details.heading.waitFor();
  return { hash, purpose };
}

/** From the fields to the code. */
export async function askForCode({ face }: Visitor, person: Known): Promise<void> {
  await face.details.fill(person.fullName, person.mobileNumber);
  await face.details.send.click();
  await expectToStand(face.code.sentTo(person.maskedMobile));
}

/** Waits for it; where it does not come, the failure tells what stood there instead. */
async function expectToStand(wanted: Locator): Promise<void> {
  await wanted.waitFor().catch(async (error: Error) => {
    const page = wanted.page();
    const stood = await page.locator('body').textContent();
    const typed = await page
      .locator('input')
      .evaluateAll((fields) => fields.map((field) => 'value' in field && field.value));
    throw new Error(`${error.message}\nInstead there stood:\n${stood}\nwith ${JSON.stringify(typed)} in its fields`, {
      cause: error,
    });
  });
}

/** From the start to the code. */
export async function comeToCode(visitor: Visitor, person: Known, purpose?: Consent['purpose']): Promise<Consent> {
  const consent = await agree(visitor, purpose);
  await askForCode(visitor, person);
  return consent;
}

/** Types the code that came by SMS; its sixth digit sends it. */
export async function enterCode({ face, venue }: Visitor, person: Known): Promise<void> {
  await face.code.field.fill(venue.newestOtp(person.mobileNumber));
}

/** A code that is not the one that came by SMS. */
export function wrongCode({ venue }: Visitor, person: Known): string {
  const right = Number(venue.newestOtp(person.mobileNumber));
  return String((right + 1) % 1_000_000).padStart(6, '0');
}
