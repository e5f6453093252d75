/**
 * The named values that fields of several operations share.
 * Runs in the HTTP host.
 */
import {
  Decision,
  Locale,
  LocalText,
  Nonce,
  PartyId,
  Purpose,
  ServiceState,
  VaccinationStatus,
  VerificationId,
} from '../../contract/public.ts';
import { nonce, partyId, verificationId } from './made-up.ts';
import type { Named } from './named.ts';

export const values = {
  VerificationId: {
    schema: VerificationId,
    as: 'value',
    title: 'Identifier of a verification',
    description: '128 random bits or more in base64url. Only the caller that started the verification can use it.',
    example: verificationId,
  },
  Decision: {
    schema: Decision,
    as: 'value',
    title: 'Decision',
    description:
      "What the venue's policy says of the status: let in, send to a person, or do not let in. A decision is a value; a fault is never one.",
    example: 'admitted',
  },
  VaccinationStatus: {
    schema: VaccinationStatus,
    as: 'value',
    title: 'Vaccination status',
    description: "CoWIN's answer: 0 not vaccinated, 1 partially, 2 fully.",
    example: 2,
  },
  Locale: {
    schema: Locale,
    as: 'value',
    title: 'Language',
    description: 'A language tag (BCP 47). A terminal speaks those that `kiosk.describe` lists.',
    example: 'en',
  },
  LocalText: {
    schema: LocalText,
    as: 'value',
    title: 'Text by language',
    description: 'Fall back to English, then to any.',
    example: { en: 'Visitor', hi: 'आगंतुक' },
  },
  Purpose: {
    schema: Purpose,
    as: 'value',
    title: 'Purpose',
    description: "Why somebody comes, as a short word of the venue's. `kiosk.describe` lists them.",
    example: 'visitor',
  },
  Nonce: {
    schema: Nonce,
    as: 'value',
    title: 'Nonce',
    description:
      'Your own mark for one visit, 1 to 128 printable ASCII characters. It comes back in the receipt and in events. Put nothing of the person in it.',
    example: nonce,
  },
  PartyId: {
    schema: PartyId,
    as: 'value',
    title: 'Identifier of a party',
    description: 'The publishable name of a system that verifies people here. It may stand in any page.',
    example: partyId,
  },
  ServiceState: {
    schema: ServiceState,
    as: 'value',
    title: 'State of the terminal',
    description: '`impaired` still serves, `out-of-order` does not.',
    example: 'in-service',
  },
} as const satisfies Readonly<Record<string, Named>>;
