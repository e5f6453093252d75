/**
 * `kiosk.ownPhone` against `http`: a phone must be able to reach the terminal.
 * Part of the core.
 */
import type * as z from 'zod';
import { isLoopback } from './service-url.ts';

interface Surroundings {
  readonly kiosk: { readonly ownPhone: boolean };
  readonly http: { readonly publicUrl?: string | undefined; readonly bind: string; readonly port: number };
}

/** All addresses of the machine at once: good to listen at, and nothing that a phone could call. */
const everywhere: readonly string[] = ['0.0.0.0', '::'];

/** The QR code must hold an address: one that is given, or the one that the terminal listens at. */
export function checkOwnPhone({ kiosk, http }: Surroundings, context: z.core.$RefinementCtx): void {
  const reason = kiosk.ownPhone && http.publicUrl === undefined ? whyNot(http) : undefined;
  if (reason !== undefined) {
    context.addIssue({ code: 'custom', path: ['kiosk', 'ownPhone'], message: reason });
  }
}

function whyNot({ bind, port }: Surroundings['http']): string | undefined {
  if (isLoopback(bind)) {
    return 'needs a way for phones to get here: give http.publicUrl, or http.bind with an address of the venue’s network';
  }
  if (everywhere.includes(bind)) {
    return 'needs http.publicUrl, because http.bind names no single address that could stand in the QR code';
  }
  return port === 0
    ? 'needs http.publicUrl or a fixed http.port: a QR code cannot hold a port that changes'
    : undefined;
}
