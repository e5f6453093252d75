/** A hand-made party with a page, another one, and the token of an embedded page of the first. For tests of the host. */
import type { Caller, PartyDoor } from '../../../main/core/kiosk.ts';

const known = (id: string) => ({ id, purposes: ['visitor'] });
const callers: Readonly<Record<string, Caller>> = {
  'key-of-shop': { kind: 'party', id: 'shop0001', party: known('shop0001') },
  'key-of-bank': { kind: 'party', id: 'bank0001', party: known('bank0001') },
  'token-of-page': { kind: 'embed', id: 'page', party: known('shop0001') },
};
const origins: Readonly<Record<string, readonly string[]>> = {
  shop0001: ['https://shop.example', 'https://tickets.example'],
  bank0001: ['https://bank.example'],
  none0001: [],
};

export const shop = { authorization: 'Bearer key-of-shop' };
export const page = { authorization: 'Bearer token-of-page' };

export const twoParties: PartyDoor = {
  callerOf: (credential) => callers[credential],
  originsOf: (partyId) => origins[partyId],
  isKnownOrigin: (origin) => Object.values(origins).some((each) => each.includes(origin)),
};
