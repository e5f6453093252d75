/** Adds the signed receipt to the decision that its own system is told. Part of the core. */
import { answer } from '../../contract/public.ts';
import type { Asked, VisitCaller } from '../verification/context.ts';
import type { VerificationService } from '../verification/verification-service.ts';
import type { SignReceipt } from './sign-receipt.ts';

/** What a caller is told of a verification, with the receipt where there is one. */
export type WithReceipt = (caller: VisitCaller, asked: Asked) => Promise<Asked> | Asked;

/** Builds it. A decision can be seen once its row is durable, so there is no receipt of anything else. */
export function buildWithReceipt(
  { receiptFacts }: Pick<VerificationService, 'receiptFacts'>,
  sign: SignReceipt,
): WithReceipt {
  return (caller, asked) => {
    if (caller.party === undefined || !asked.ok || asked.value.state !== 'decided') {
      return asked;
    }
    const decided = asked.value;
    const facts = receiptFacts(caller, decided.id);
    return facts === undefined ? asked : sign(facts).then((receipt) => answer({ ...decided, receipt }));
  };
}
