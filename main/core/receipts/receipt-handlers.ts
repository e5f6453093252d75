/** The operations on signed receipts, their keys and their proofs. Part of the core. */
import { answer, problem } from '../../contract/public.ts';
import type { Settings } from '../config/settings.ts';
import type { WriteDatabase } from '../db/database.ts';
import { operatorOf } from '../dispatch/caller.ts';
import type { Handlers } from '../dispatch/dispatch.ts';
import type { EntryDraft } from '../entry-log/entry.ts';
import type { Clock, Logger, Secrets } from '../ports.ts';
import { proveEntry } from './entry-proof.ts';
import type { WriteReceipt } from './receipt.ts';
import { openReceiptKeys, type ReceiptKeyParts, type ReceiptKeys } from './receipt-keys.ts';
import { buildSignReceipt, type SignReceipt } from './sign-receipt.ts';

/** The operations on the keys alone, which need no kiosk. */
export type ReceiptKeyHandlers = Pick<Handlers, 'receipt.keys' | 'receipt.rotate'>;

export type ReceiptHandlers = ReceiptKeyHandlers & Pick<Handlers, 'entry.proof'>;

/** Signed receipts of a running kiosk. */
export interface SignedReceipts {
  readonly handlers: ReceiptHandlers;
  /** Signs the receipt of a decision whose row is durable. */
  readonly sign: SignReceipt;
  /** Ends what it does by itself. */
  close(): void;
}

export interface SignedReceiptParts {
  readonly database: WriteDatabase;
  readonly settings: Pick<Settings, 'site' | 'receipts'>;
  readonly secrets: Secrets;
  readonly writeReceipt: WriteReceipt;
  /** Writes a row; undefined when it could not be written, which has been reported. */
  readonly append: (draft: EntryDraft) => unknown;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly onFault: ReceiptKeyParts['onFault'];
}

/** Opens the keys and lays the operations onto their parts. */
export function openSignedReceipts(parts: SignedReceiptParts): SignedReceipts {
  const { settings } = parts;
  const keys = openReceiptKeys({ ...parts, settings: settings.receipts, note: (by) => noteRotation(parts.append, by) });
  return {
    handlers: {
      ...buildReceiptKeyHandlers(keys),
      'entry.proof': (caller, { entryId }) => proveEntry(parts, caller, entryId),
    },
    sign: buildSignReceipt(settings.site, settings.receipts, keys),
    close: keys.close,
  };
}

/** Lays the operations on the keys onto them. */
export function buildReceiptKeyHandlers(keys: ReceiptKeys): ReceiptKeyHandlers {
  return {
    'receipt.keys': () => answer(keys.show()),
    'receipt.rotate': (caller) =>
      keys.rotate(operatorOf(caller)) ? answer({ keyId: keys.current().kid }) : problem('log-unavailable'),
  };
}

/** The row of a new key; the terminal itself has no name. @returns whether it is there */
export function noteRotation(append: SignedReceiptParts['append'], operator: string | undefined): boolean {
  const channel = operator === undefined ? 'kiosk' : 'operator';
  const row = { outcome: 'act', channel, reason: 'receipt-rotate' } as const;
  return append({ ...row, ...(operator !== undefined && { operator }) }) !== undefined;
}
