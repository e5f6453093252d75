/**
 * Issues codes and confirms them: one living transaction a number, so memory is bounded by the numbers known.
 * Runs in Node, wherever the sandbox runs.
 */
import { createHash, randomInt, randomUUID } from 'node:crypto';
import type { Person } from './person.ts';

/** A confirmed transaction. */
export interface Visit {
  readonly txnId: string;
  readonly person: Person;
}

/** What came of a confirmation: `dead` is an unknown, used, expired or superseded transaction. */
export type Confirmation =
  | { readonly kind: 'confirmed'; readonly visit: Visit }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'dead' };

export interface OtpDesk {
  /** Issues a code for a person; undefined while the last code of this number still lives and is not confirmed. */
  issue(person: Person): { readonly txnId: string; readonly otp: string } | undefined;
  /** Confirms a code by its SHA-256 in lower-case hex. Confirmed once, a transaction is dead. */
  confirm(txnId: string, otpHash: string): Confirmation;
}

interface Ticket extends Visit {
  readonly otpHash: string;
  readonly issuedAt: number;
}

/** Builds the desk; `now` in milliseconds, `otpMs` is how long a code lives and until the next may be asked for. */
export function buildOtpDesk(now: () => number, otpMs: number): OtpDesk {
  const living = new Map<string, Ticket>();
  const lastOf = new Map<string, Ticket>();
  const inTime = (ticket: Ticket) => now() - ticket.issuedAt < otpMs;

  return {
    issue(person) {
      const last = lastOf.get(person.mobile_number);
      if (last !== undefined && living.has(last.txnId)) {
        if (inTime(last)) {
          return undefined;
        }
        living.delete(last.txnId);
      }
      const otp = String(randomInt(1_000_000)).padStart(6, '0');
      const ticket = { txnId: randomUUID(), person, otpHash: sha256(otp), issuedAt: now() };
      living.set(ticket.txnId, ticket);
      lastOf.set(person.mobile_number, ticket);
      return { txnId: ticket.txnId, otp };
    },
    confirm(txnId, otpHash) {
      const ticket = living.get(txnId);
      if (ticket === undefined || !inTime(ticket)) {
        return { kind: 'dead' };
      }
      if (ticket.otpHash !== otpHash) {
        return { kind: 'wrong' };
      }
      living.delete(txnId);
      return { kind: 'confirmed', visit: { txnId, person: ticket.person } };
    },
  };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
