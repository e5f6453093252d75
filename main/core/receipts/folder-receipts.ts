/** The keys of receipts while no kiosk runs on the data folder: opened for one operation alone. Part of the core. */

import {
  buildReceiptKeyHandlers,
  noteRotation,
  type ReceiptKeyHandlers,
  type SignedReceiptParts,
} from './receipt-handlers.ts';
import { openReceiptKeys, type ReceiptKeyParts, type ReceiptKeys } from './receipt-keys.ts';

type FolderReceiptParts = Omit<ReceiptKeyParts, 'note' | 'settings' | 'onFault'> &
  Pick<SignedReceiptParts, 'append' | 'settings'>;

/** Builds the operations; what fails is thrown. */
export function buildFolderReceiptHandlers(parts: FolderReceiptParts): ReceiptKeyHandlers {
  const withKeys = <T>(run: (keys: ReceiptKeys) => T): T => {
    const keys = openReceiptKeys({
      ...parts,
      settings: parts.settings.receipts,
      note: (by) => noteRotation(parts.append, by),
      onFault(error) {
        throw error;
      },
    });
    try {
      return run(keys);
    } finally {
      keys.close();
    }
  };
  return {
    'receipt.keys': (caller, input) => withKeys((keys) => buildReceiptKeyHandlers(keys)['receipt.keys'](caller, input)),
    'receipt.rotate': (caller, input) =>
      withKeys((keys) => buildReceiptKeyHandlers(keys)['receipt.rotate'](caller, input)),
  };
}
