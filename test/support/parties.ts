/** Parties of a test's kiosk, made as the command line makes them. For tests only. */
import type { InputOf, PartyKey } from '../../main/contract/public.ts';
import type { Kiosk } from '../../main/core/kiosk.ts';
import { localCaller, readValue } from './operators.ts';

/** Adds a party; "HR portal" for all purposes unless told. */
export async function addParty(kiosk: Kiosk, given: Partial<InputOf<'party.add'>> = {}): Promise<PartyKey> {
  const input = { name: 'HR portal', origins: ['https://hr.example.in'], purposes: [], ...given };
  return readValue(await kiosk.client(localCaller)['party.add'](input));
}

/** The client of whoever shows this credential. */
export function clientOf(kiosk: Kiosk, credential: string) {
  const caller = kiosk.parties.callerOf(credential);
  if (caller === undefined) {
    throw new TypeError('the test expected this credential to be somebody’s');
  }
  return kiosk.client(caller);
}
