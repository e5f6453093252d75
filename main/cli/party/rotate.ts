/**
 * `pravesh party rotate`: a new key for a system; the one before works no longer.
 * Runs in Node, for the CLI.
 */
import { askKiosk } from '../ask-kiosk.ts';
import { type PartyAction, sayAnswer } from './action.ts';
import { tellKey } from './tell-key.ts';

export const rotateParty: PartyAction = {
  takes: [],
  ofOne: 'yes',
  async run(call) {
    return sayAnswer(await askKiosk(call.options, 'party.rotate', { id: call.id }), call, (made) => [
      `${made.party.id}, ${made.party.name}, has a new key; the one before works no longer`,
      ...tellKey(made),
    ]);
  },
};
