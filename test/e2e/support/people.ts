/** The people whom the sandbox of a venue knows: enough of each status, because a number gets three codes in ten minutes. */
import { maskMobileNumber } from '../../../main/contract/public.ts';
import type { Person } from '../../../main/sandbox/sandbox.ts';
import type { Spoken } from '../../support/pages/view.ts';

/** Somebody of the sandbox, and what the log may keep of them. */
export interface Known {
  readonly fullName: string;
  readonly mobileNumber: string;
  readonly maskedName: string;
  readonly maskedMobile: string;
}

const names = {
  en: { full: 'Asha Kumari', masked: 'A••• K•••••' },
  hi: { full: 'मीना देवी', masked: 'मी• दे•' },
} as const satisfies Record<Spoken, unknown>;

const ofEach = 30;

/** A family of three on one number for each language: the name chooses among them. */
const family = [
  { full: 'Ramesh Sharma', masked: 'R••••• S•••••', status: 2 },
  { full: 'Sunita Sharma', masked: 'S••••• S•••••', status: 1 },
  { full: 'आरव शर्मा', masked: 'आ•• श•', status: 0 },
] as const;

const familyNumbers = { en: '9830000001', hi: '9830000002' } as const satisfies Record<Spoken, string>;

/** The members of the family, with their statuses. */
export function familyOf(
  locale: Spoken,
): readonly { readonly person: Known; readonly status: Person['vaccination_status'] }[] {
  return family.map(({ full, masked, status }) => ({
    person: know({ full, masked }, familyNumbers[locale]),
    status,
  }));
}

function know({ full, masked }: { readonly full: string; readonly masked: string }, mobileNumber: string): Known {
  return { fullName: full, mobileNumber, maskedName: masked, maskedMobile: maskMobileNumber(mobileNumber) };
}

/** Ten digits that tell language, status and a running number. */
function numberOf(locale: Spoken, status: Person['vaccination_status'], index: number): string {
  return `98${locale === 'en' ? 1 : 2}00${status}${String(index).padStart(4, '0')}`;
}

/** Everybody, for the sandbox. */
export function buildPeople(): Person[] {
  const statuses = [0, 1, 2] as const;
  const locales = ['en', 'hi'] as const;
  return locales.flatMap((locale) => [
    ...statuses.flatMap((status) =>
      Array.from({ length: ofEach }, (_, index) => ({
        full_name: names[locale].full,
        mobile_number: numberOf(locale, status, index),
        vaccination_status: status,
      })),
    ),
    ...family.map(({ full, status }) => ({
      full_name: full,
      mobile_number: familyNumbers[locale],
      vaccination_status: status,
    })),
  ]);
}

/** Hands out people whose number no test of this file has used yet; their name is written in the script of the language. */
export function buildPool(): (locale: Spoken, status: Person['vaccination_status']) => Known {
  let used = 0;
  return (locale, status) => {
    const mobileNumber = numberOf(locale, status, used);
    used += 1;
    if (used > ofEach) {
      throw new RangeError('there are not enough people for the tests of this file');
    }
    return know(names[locale], mobileNumber);
  };
}
