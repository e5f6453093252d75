/** The visitor's own phone: a kiosk's invitation, and what becomes of it. Part of the core. */
import { problem } from '../../contract/public.ts';
import type { Handlers } from '../dispatch/dispatch.ts';

export type PhoneHandlers = Pick<Handlers, 'phone.invite' | 'phone.get' | 'phone.cancel' | 'phone.accept'>;

/** Lays the operations onto their parts. A venue without it answers `conflict`. */
export function buildPhoneHandlers(): PhoneHandlers {
  const off = () => problem('conflict', { message: 'This venue does not offer it.' });
  return { 'phone.invite': off, 'phone.get': off, 'phone.cancel': off, 'phone.accept': off };
}
