/** The operations on signed receipts, their keys and their proofs. Part of the core. */
import { problem } from '../../contract/public.ts';
import type { Handlers } from '../dispatch/dispatch.ts';

export type ReceiptHandlers = Pick<Handlers, 'receipt.keys' | 'receipt.rotate' | 'entry.proof'>;

/** Lays the operations onto their parts. */
export function buildReceiptHandlers(): ReceiptHandlers {
  const off = () => problem('not-found');
  return { 'receipt.keys': off, 'receipt.rotate': off, 'entry.proof': off };
}
