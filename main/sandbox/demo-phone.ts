/**
 * The sandbox's people and SMS in a program's spelling instead of the wire's, for a demonstration that shows them.
 * Runs in Node, inside the kiosk. Whoever shows it knows it by its shape alone: the sandbox imports nothing of ours.
 */
import type { Person } from './person.ts';
import type { Phones } from './phones.ts';

export interface DemoPhone {
  /** Whom one may play. */
  people(): { readonly fullName: string; readonly mobileNumber: string; readonly status: number }[];
  /** The SMS of a number, oldest first; times in ISO 8601. */
  messages(mobileNumber: string): { readonly text: string; readonly otp: string; readonly sentAt: string }[];
}

/** Builds it. */
export function buildDemoPhone(people: readonly Person[], phones: Pick<Phones, 'messages'>): DemoPhone {
  return {
    people: () =>
      people.map((person) => ({
        fullName: person.full_name,
        mobileNumber: person.mobile_number,
        status: person.vaccination_status,
      })),
    messages: (mobileNumber) =>
      phones.messages(mobileNumber).map(({ text, otp, sent_at }) => ({ text, otp, sentAt: sent_at })),
  };
}
