/** Where phones reach this terminal. Part of the core. */
import type { HttpSettings } from '../config/settings.ts';

/** The address that stands in the QR code, without a slash at its end. */
export function publicUrlOf({ publicUrl, bind, port }: Pick<HttpSettings, 'publicUrl' | 'bind' | 'port'>): string {
  const host = bind.includes(':') ? `[${bind.replace(/^\[|\]$/g, '')}]` : bind;
  return publicUrl ?? `https://${host}${port === 443 ? '' : `:${port}`}`;
}
