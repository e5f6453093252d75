/** What a row of the log must hold for what was seen on the screen. */
import { expect } from 'vitest';
import type { EntryRow } from '../../../main/core/kiosk.ts';
import type { Known } from './people.ts';
import type { Consent, Declined } from './steps.ts';
import { site } from './venue-settings.ts';
import type { Visitor } from './visitor.ts';

/** The columns that say how a visit ended. */
export type End = Pick<EntryRow, 'outcome'> & Partial<Pick<EntryRow, 'reason' | 'status'>>;

/** The row of a visit whose consent was given in the visitor's language; the person is masked. */
export function rowOf(visitor: Visitor, person: Known, consent: Consent, end: End) {
  return {
    ...rowWithoutPerson(visitor, consent, end),
    subject_name: person.maskedName,
    subject_mobile: person.maskedMobile,
    subject_ref: expect.stringMatching(/^[0-9a-f]{64}$/),
    subject_commitment: expect.stringMatching(/^[0-9a-f]{64}$/),
  };
}

/** The row of a visit that came to no name and number. */
export function rowWithoutPerson(visitor: Visitor, consent: Consent | Declined, end: End) {
  const { outcome, reason = null, status = null } = end;
  const isDecided = status !== null;
  return {
    site: site.id,
    terminal: site.terminal,
    channel: 'kiosk',
    purpose: consent.purpose,
    outcome,
    reason,
    status,
    consent_version: visitor.noticeVersion,
    consent_locale: visitor.face.locale,
    consent_hash: consent.hash,
    policy: isDecided ? expect.stringMatching(new RegExp(`^${consent.purpose}@[0-9a-f]+$`)) : null,
    upstream_ref: isDecided ? expect.stringMatching(/^[0-9a-f]{64}$/) : null,
    operator: null,
    clock: 'ok',
    subject_name: null,
    subject_mobile: null,
    subject_ref: null,
    subject_commitment: null,
  };
}

/** No column holds a name, a whole number or a code. */
export function expectNothingPersonal(rows: readonly EntryRow[], person: Known, ...codes: readonly string[]): void {
  const text = JSON.stringify(rows);
  for (const secret of [...person.fullName.split(' '), person.mobileNumber]) {
    expect(text).not.toContain(secret);
  }
  for (const code of codes) {
    expect(rows.flatMap((row) => Object.values(row))).not.toContain(code);
  }
}
