/**
 * The verification operations over one register. The transitions are pure (`transitions.ts`); their effects happen in
 * the order that makes the promises true: a code is counted before it is asked for, a row is durable before its result
 * is seen, and an answer that comes after its verification has moved on changes nothing (E1, E3, E4).
 */
import { type InputOf, problem } from '../../contract/public.ts';
import type { Random } from '../ports.ts';
import type { ReceiptFacts } from '../receipts/sign-receipt.ts';
import { buildBeginnings } from './beginnings.ts';
import { cancel, cancelAll, endPages, endParty } from './cancel.ts';
import { type Asked, snapshot, type VerificationContext, type VerificationParts, type VisitCaller } from './context.ts';
import { buildDecoys } from './decoy.ts';
import { buildRegistry } from './registry.ts';
import { resendOtp } from './resend-otp.ts';
import { start } from './start.ts';
import { submitOtp } from './submit-otp.ts';

export interface VerificationService {
  start(caller: VisitCaller, input: InputOf<'verification.start'>): Promise<Asked>;
  get(caller: VisitCaller, id: string): Asked;
  submitOtp(caller: VisitCaller, id: string, otp: string): Promise<Asked>;
  resendOtp(caller: VisitCaller, id: string): Promise<Asked>;
  cancel(caller: VisitCaller, id: string): Promise<Asked>;
  /** What the receipt of a decision says; undefined where there is none, or no system that it is for. */
  receiptFacts(caller: VisitCaller, id: string): ReceiptFacts | undefined;
  /** The number of the person who waits for a code, for the demonstration's phone. */
  mobileNumberOf(caller: VisitCaller, id: string): string | undefined;
  /** How many are open now. */
  openCount(): number;
  /** Ends all that are open for a party, each with its row; settles when the rows are written. */
  endParty(partyId: string): Promise<void>;
  /** Ends what is open for callers whose page is gone, each with its row; settles when the rows are written. */
  endPages(isGone: (owner: string) => boolean): Promise<void>;
  /**
   * Ends all that are open or just beginning, each with its row, because the terminal stops; settles when the rows are
   * written. Nothing begins any more.
   */
  cancelAll(): Promise<void>;
}

/** Builds the service; it keeps its verifications in memory until they end. */
export function buildVerificationService(parts: VerificationParts & { readonly random: Random }): VerificationService {
  const registry = buildRegistry(parts.clock, parts.random);
  const context: VerificationContext = {
    ...parts,
    registry,
    beginnings: buildBeginnings(),
    decoys: buildDecoys(parts),
  };
  return {
    start: (caller, input) => start(context, caller, input),
    get(caller, id) {
      const slot = registry.find(caller.owner, id);
      return slot === undefined ? problem('not-found') : snapshot(context, slot);
    },
    submitOtp: (caller, id, otp) => submitOtp(context, caller, id, otp),
    resendOtp: (caller, id) => resendOtp(context, caller, id),
    cancel: (caller, id) => cancel(context, caller, id),
    receiptFacts(caller, id) {
      const verification = registry.find(caller.owner, id)?.verification;
      if (verification?.state !== 'decided' || verification.party === undefined) {
        return undefined;
      }
      const { party, status, decision, policy, purpose, entry } = verification;
      return { party, verificationId: id, entry, status, decision, policy, purpose };
    },
    mobileNumberOf(caller, id) {
      const verification = registry.find(caller.owner, id)?.verification;
      return verification !== undefined && 'visit' in verification ? verification.visit.person.mobileNumber : undefined;
    },
    openCount: registry.openCount,
    endParty: (partyId) => endParty(context, partyId),
    endPages: (isGone) => endPages(context, isGone),
    cancelAll: () => cancelAll(context),
  };
}
